import type { SignInWords } from './words.ts';

/** English for who works at the till, and the PIN. */
export const signInEn: SignInWords = {
  signIn: {
    title: 'Who is working?',
    pin: 'PIN',
    pinFor: '{{name}}, your PIN',
    enter: 'Sign in',
    manager: 'manager',
    cashier: 'cashier',
    locked: 'Wait {{time}} more',
    choose: 'Choose your name, then key in your PIN.',
    trainingPins: 'PINs in training: cashier 1111, manager 2222.',
  },
};
