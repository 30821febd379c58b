import type { WindowCodeWords } from './codes.ts';

/** English for the codes of a till that stopped or began again, of a full disk, of faults of our own. */
export const windowCodesEn: WindowCodeWords = {
  'disk-full': {
    money: 'Sale not saved, money not taken: the disk is full.',
    todo: 'Call a manager: space has to be freed on the disk.',
  },
  'till-restarted': {
    money: 'The till restarted. The last action may not have been done.',
    todo: 'Check the sale and the payment, then go on.',
  },
  'till-stopped': {
    money: 'The till stopped. Saved sales are safe.',
    todo: 'Close the program and open it again. If that fails, call a manager.',
  },
  'bad-intent': { money: 'Nothing was done: what was keyed in does not fit.', todo: 'Key it in again.' },
  internal: {
    money: 'A fault in the program. The last action may not have been done.',
    todo: 'Check the sale and repeat. If it comes back, tell a manager the code.',
  },
};
