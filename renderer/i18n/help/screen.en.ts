import type { HelpWords } from './words.ts';

/** English for help: the map of the keys, the sounds, updating the program. */
export const helpEn: HelpWords = {
  help: {
    title: 'Key card',
    selling: 'Selling',
    paying: 'Paying',
    wallet: 'Payme Go',
    done: 'After paying',
    digits: 'Digits',
    codeEnter: 'Digits, Enter — enter a code',
    multiply: '3, * — three of the next item',
    cashExact: 'Enter — exact cash',
    cashGiven: 'Digits, Enter — cash given',
    escape: 'Esc — one step back, the sale is never lost',
    sounds: 'Sounds',
    accepted: 'short, high: added',
    walletSound: 'two quick, high: customer’s code taken',
    refused: 'two low: refused',
    attention: 'three rising: look here',
    paidSound: 'long, pleasant: paid',
    doubtSound: 'two slow: money in doubt',
    trouble: 'long, low: a device fails',
  },
  program: {
    title: 'Program',
    yes: 'The program may be updated now',
    yesText: 'No shift is open and nothing is waiting.',
    no: 'Do not update the program now',
    shiftOpen: 'Close the shift first.',
    queue: 'Not settled yet: payments {{openMoney}}, documents {{owed}}. Open items (F11) shows them.',
  },
};
