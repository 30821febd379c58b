import type { DoneCodeWords } from './codes.ts';

/** English for the codes of the fiscal receipt, the printer and the drawer. */
export const doneCodesEn: DoneCodeWords = {
  'fiscal-unreachable': {
    money: 'Money taken, sale saved. The fiscal receipt is not sent yet.',
    todo: 'Go on selling: the receipt is sent by itself when the line returns.',
  },
  'fiscal-refused': {
    money: 'Money taken, sale saved. The fiscal module refused the receipt.',
    todo: 'Call a manager. Do not ring the sale up again.',
  },
  'fiscal-in-doubt': {
    money: 'Money taken, sale saved. No answer about the fiscal receipt.',
    todo: 'Do not ring the sale up again: we are asking the fiscal module.',
  },
  'printer-unreachable': {
    money: 'Sale saved. The printer does not answer, no receipt came out.',
    todo: 'Check the printer’s power and cable, then print a copy.',
  },
  'printer-paper-out': {
    money: 'Sale saved. The printer is out of paper.',
    todo: 'Put in a new roll and close the cover: the receipt comes by itself.',
  },
  'printer-cover-open': {
    money: 'Sale saved. The printer’s cover is open.',
    todo: 'Close the cover: the receipt comes by itself.',
  },
  'printer-offline': {
    money: 'Sale saved. The printer is not ready.',
    todo: 'Switch the printer off and on, then print a copy.',
  },
  'printer-uncertain': {
    money: 'Sale saved. It is not certain that the receipt came out.',
    todo: 'Look at the printer. If there is no receipt, print a copy.',
  },
  'drawer-not-opened': {
    money: 'The drawer did not open. The sale is saved.',
    todo: 'Open the drawer with its key and check the cable.',
  },
  'nothing-to-print': { money: 'There is no receipt to print.', todo: 'Finish a sale first.' },
};
