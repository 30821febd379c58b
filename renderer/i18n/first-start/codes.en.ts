import type { FirstStartCodeWords } from './codes.ts';

/** English for the codes of setting up a till, for training or for a shop. */
export const firstStartCodesEn: FirstStartCodeWords = {
  'provision-refused': {
    money: 'The till was not set up; nothing was changed.',
    todo: 'Correct the faults in the file and choose it again.',
  },
  'already-set-up': { money: 'This till is set up already; nothing was changed.', todo: 'Restart the program.' },
  'not-in-training': { money: 'Nothing was done: this works in training only.', todo: 'Use the real scanner.' },
};
