import type { PaymentCodeWords } from './codes.ts';

/** English for the codes of cash, of tenders and of how a payment went. */
export const paymentCodesEn: PaymentCodeWords = {
  'cash-not-enough': {
    money: 'Not enough cash was given. No money was recorded.',
    todo: 'Ask for the rest and key in the whole sum.',
  },
  'cash-not-allowed-goods': {
    money: 'Cash was not taken: these goods are sold without cash only.',
    todo: 'Offer Payme or a card.',
  },
  'cash-above-limit': {
    money: 'Cash was not taken: the sale is above 25 million sum.',
    todo: 'The law asks for payment without cash: Payme or a card.',
  },
  'not-whole-sums': {
    money: 'Money was not taken: this tender accepts whole sums only.',
    todo: 'Choose another tender or weigh the item again.',
  },
  'tender-not-configured': { money: 'Money was not taken: this tender is not set up.', todo: 'Choose another tender.' },
  'attempt-live': {
    money: 'No second payment was started: the first is not finished.',
    todo: 'Wait for the answer. Do not scan again.',
  },
  'payment-declined': {
    money: 'Money was not taken. {{wallet}} declined the payment.',
    todo: 'Ask the customer to choose another card and show a new code, or to pay another way.',
  },
  'payment-queued': {
    money: 'Money was not taken yet: the line is down, nothing was sent.',
    todo: 'It is sent by itself when the line returns. Wait, or choose another tender.',
  },
  'payment-expired': {
    money: 'Money was not taken. The customer’s code died unsent.',
    todo: 'Scan a new code or take another tender.',
  },
  'payment-in-doubt': {
    money: 'No answer yet. Money may have been taken.',
    todo: 'Do not scan again. The till asks {{wallet}} by itself: wait, or put the sale aside (F5).',
  },
  'parked-sale-paid': {
    money: 'The sale put aside is paid: the money is taken.',
    todo: 'Its receipt prints by itself: give it to that customer. Go on with the one before you.',
  },
};
