import type { CheckoutCodeWords } from './codes.ts';

/** English for the codes of checkouts, of giving back in parts and of callers from outside. */
export const checkoutCodesEn: CheckoutCodeWords = {
  'amount-too-small': {
    money: 'Money was not taken: the sum is too small for this tender.',
    todo: 'Choose another tender.',
  },
  'currency-differs': {
    money: 'Money was not taken: this tender takes another currency.',
    todo: 'Choose another tender. Tell a manager to check the currency that is set up.',
  },
  'charged-needed': {
    money: 'Money was not taken: the sum agreed with the customer is missing.',
    todo: 'Key in what the customer pays in that currency.',
  },
  'checkout-failed': {
    money: 'Money was not taken: no QR was made.',
    todo: 'Try again or choose another tender.',
  },
  'checkout-waits-for-line': {
    money: 'Money was not taken: the line is down, the QR is not made yet.',
    todo: 'It is made by itself when the line returns. Wait, or choose another tender.',
  },
  'checkout-link-lost': {
    money: 'Money was not taken: the QR’s link was lost, nobody can pay it.',
    todo: 'It is closed by itself. Take another tender now.',
  },
  'checkout-expired': {
    money: 'Money was not taken: the time to pay is over.',
    todo: 'Make a new QR or choose another tender.',
  },
  'checkout-still-payable': {
    money: 'Nothing was closed: this customer can still pay the QR.',
    todo: 'Wait until its time is over: the till asks by itself, and what is paid until then goes back.',
  },
  'checkout-not-there': {
    money: 'Nothing was printed: this QR is no longer to be paid.',
    todo: 'Look at the state of the payment on the screen.',
  },
  'checkout-not-delivered': {
    money: 'Money was not taken: the message did not reach the customer’s phone.',
    todo: 'Check the number: cancel and send again, or choose another tender.',
  },
  'listener-failed': {
    money: 'Money is not affected: the till cannot be called from outside.',
    todo: 'Tell a manager: help (F1), “Callers”. The till goes on asking about payments by itself.',
  },
  'refund-parts-not-possible': {
    money: 'No money was given back: this payment cannot go back in parts.',
    todo: 'Give the whole sale back or call a manager.',
  },
  'refund-nothing-left': {
    money: 'No money was given back: all of this sale has gone back already.',
    todo: 'Look at its refunds in the sale history (F7).',
  },
  'refund-lines-wrong': {
    money: 'No money was given back: goods or quantity do not fit the sale.',
    todo: 'Check the quantity: no more than was sold, piece goods whole.',
  },
  'refund-payment-refused': {
    money: 'The money did not go back: the wallet refused to return it.',
    todo: 'A manager returns it in the wallet’s cabinet and closes it in open items (F11).',
  },
  'refund-payment-returned': {
    money: 'The money is back with the customer.',
    todo: 'Nothing more to do.',
  },
  'refund-payment-needs-manager': {
    money: 'Nobody can say whether the money went back.',
    todo: 'Call a manager, who looks in the cabinet and closes it with evidence (F11). Do not give it back twice.',
  },
};
