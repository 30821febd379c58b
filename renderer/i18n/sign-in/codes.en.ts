import type { SignInCodeWords } from './codes.ts';

/** English for the codes of PINs, and of who may do what. */
export const signInCodesEn: SignInCodeWords = {
  'pin-wrong': { money: 'That PIN does not match. The till stays locked.', todo: 'Key in your PIN again.' },
  'pin-locked': {
    money: 'Too many wrong PINs. The till stays locked.',
    todo: 'Wait for the countdown or call a manager.',
  },
  'not-signed-in': { money: 'Nothing was done: nobody is signed in.', todo: 'Choose your name and key in your PIN.' },
  'manager-needed': { money: 'Nothing was done: a manager has to allow this.', todo: 'Call a manager.' },
};
