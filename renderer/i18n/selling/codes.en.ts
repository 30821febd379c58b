import type { SellingCodeWords } from './codes.ts';

/** English for the codes of scanned goods, of lines and of sales. */
export const sellingCodesEn: SellingCodeWords = {
  'code-unknown': {
    money: 'This code is not in the catalogue. Nothing was added.',
    todo: 'Find the item by name (F2) or call a manager.',
  },
  'code-check-digit': {
    money: 'The code was not read completely. Nothing was added.',
    todo: 'Scan it again or check the digits you keyed in.',
  },
  'code-is-wallet': {
    money: 'This is the customer’s payment code. Money was not taken.',
    todo: 'Add the goods first, then press Pay (F12).',
  },
  'code-is-goods': {
    money: 'This is a goods code. Money was not taken, the sale is unchanged.',
    todo: 'Scan the customer’s Payme code. To add goods, go back (Esc).',
  },
  'code-not-needed': {
    money: 'No code is needed now. Money was not taken.',
    todo: 'Finish what you started, then scan.',
  },
  'code-used-before': {
    money: 'This code was used before. Money was not taken.',
    todo: 'Ask the customer to open a new code in Payme and scan that.',
  },
  'age-check': {
    money: 'Goods with an age limit were added.',
    todo: 'Ask the customer’s age; if in doubt, ask for a document. Too young: remove the line.',
  },
  'weight-needed': {
    money: 'This item is sold by weight. Nothing was added.',
    todo: 'Key in the weight in kilograms and press Enter.',
  },
  'line-not-found': { money: 'This line is no longer in the sale. Nothing was changed.', todo: 'Choose another line.' },
  'lines-frozen': {
    money: 'Payment has begun, so the sale was not changed.',
    todo: 'To change the goods, go back first (Esc).',
  },
  'quantity-not-positive': {
    money: 'Quantity unchanged: it has to be more than zero.',
    todo: 'Key in another number. To drop the item, remove the line (Del).',
  },
  'quantity-not-whole': {
    money: 'Quantity unchanged: this item is sold by the piece.',
    todo: 'Key in a whole number.',
  },
  'quantity-too-large': {
    money: 'Quantity unchanged: the number is too large.',
    todo: 'Check it and key it in again.',
  },
  'amount-too-large': {
    money: 'The sale was not changed: the sum is too large.',
    todo: 'Check the quantity or split the purchase into two sales.',
  },
  'item-not-fiscal': {
    money: 'The item was not added: it has no IKPU or package code.',
    todo: 'Call a manager: the item card has to be completed.',
  },
  'sale-empty': { money: 'The sale is empty, there is nothing to pay.', todo: 'Scan an item first.' },
  'sale-not-found': { money: 'No such sale. Nothing was changed.', todo: 'Choose another sale from the list.' },
  'sale-not-open': {
    money: 'Nothing was changed: this sale is closed or parked.',
    todo: 'Start a new sale or recall the parked one (F6).',
  },
};
