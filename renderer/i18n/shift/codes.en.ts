import type { ShiftCodeWords } from './codes.ts';

/** English for the codes of opening and closing a shift. */
export const shiftCodesEn: ShiftCodeWords = {
  'no-shift': { money: 'Nothing was added: no shift is open.', todo: 'Open the shift first.' },
  'shift-open': { money: 'Nothing was changed: the shift is open already.', todo: 'Go on selling.' },
  'shift-has-open-sale': {
    money: 'The shift was not closed: a sale is unfinished.',
    todo: 'Pay or void the sale, then close the shift.',
  },
  'shift-has-checkout': {
    money: 'The shift was not closed: the QR of sale {{number}}, put aside, can still be paid.',
    todo: 'Recall the sale (F6), wait for the payment or cancel it (F4), then close the shift.',
  },
  'fiscal-z-failed': {
    money: 'The fiscal module did not accept the Z report. The cash is untouched.',
    todo: 'Check that the fiscal module is connected and close the shift again.',
  },
};
