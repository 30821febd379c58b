import type { TrainingWords } from './words.ts';

/** English for training: the scanner, the paper, faults to practise with. */
export const trainingEn: TrainingWords = {
  training: {
    scanner: 'Practice scanner',
    goods: 'Goods',
    wallet: 'Customer’s code',
    unknown: 'Unknown code',
    paper: 'Paper',
    paperImage: 'Paper from the practice printer',
    noPaper: 'Nothing has come out of the printer yet.',
  },
  lesson: {
    title: 'Practise with faults',
    lead: 'No real money moves. Switch one on, then sell as usual.',
    short: 'Faults',
    one: 'Practise faults',
    many: 'Faults: {{count}}',
    on: 'on',
    off: 'off',
    you: 'You:',
    network: 'The network goes down',
    networkWhat: 'Nothing leaves the till: a scanned code waits and is sent by itself when the line returns.',
    networkDo: 'wait, put the sale aside, or take cash.',
    lost: 'The answer gets lost',
    lostWhat: 'With the next payment Payme takes the money, but its answer never reaches the till.',
    lostDo: 'do not scan again: the till asks Payme by itself.',
    late: 'Money is taken late',
    lateWhat: 'With the next payment the till stops waiting, and the money is taken only after that.',
    lateDo: 'put the sale aside and serve the next customer.',
    declined: 'The card says no',
    declinedWhat: 'With the next payment the customer’s card has too little on it, and nothing is taken.',
    declinedDo: 'ask for another card and a new code, or take cash.',
  },
};
