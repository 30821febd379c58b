import type { ReasonWords } from './reason.ts';

/** English for why something is not certain or not done: what was said, and what to do. */
export const reasonsEn: ReasonWords = {
  'no-answer': {
    said: 'The answer did not come in time.',
    todo: 'Repeat nothing: the till asks by itself. If it goes on, check the line.',
  },
  'answer-lost': {
    said: 'The line broke before the answer was here.',
    todo: 'Repeat nothing: the till asks by itself when the line is back.',
  },
  'answer-unreadable': {
    said: 'An answer came that cannot be read.',
    todo: 'The till asks again by itself. If it comes back, tell support the code.',
  },
  'answer-foreign': {
    said: 'An answer came that does not belong here.',
    todo: 'It was not believed and changed nothing. If it comes back, tell support the code.',
  },
  'not-reached': {
    said: 'Nobody could be reached, so nothing was sent.',
    todo: 'It goes by itself when the line is back. Check the internet and the fiscal module’s cable.',
  },
  'not-trusted': {
    said: 'The other side could not prove who it is; nothing was sent.',
    todo: 'Check the computer’s date. If it is right, tell support.',
  },
  'till-restarted': {
    said: 'The till restarted while the payment was being sent.',
    todo: 'Do not scan again: the till asks how it ended.',
  },
  'code-lifetime': {
    said: 'The code died before it was sent. No money was taken.',
    todo: 'The customer opens a new code or pays another way.',
  },
  'other-tender': { said: 'Another tender was taken; nothing had been sent.', todo: 'Nothing to do.' },
  'payment-id-known': {
    said: 'The answer names a payment of another sale.',
    todo: 'Look in the {{wallet}} cabinet whether money was taken. A manager closes it with evidence.',
  },
  'not-successful': {
    said: '{{wallet}}’s answer does not say that the payment went through.',
    todo: 'Do not charge again: the till asks, or a manager looks in the cabinet.',
  },
  'amount-mismatch': {
    said: '{{wallet}} names another sum.',
    todo: 'The wrong sum may have been taken. A manager looks in the cabinet and closes it with evidence.',
  },
  'ids-mismatch': {
    said: '{{wallet}} names another register.',
    todo: 'A manager looks in the {{wallet}} cabinet and closes it with evidence.',
  },
  'box-error': {
    said: 'The fiscal module answered with an error.',
    todo: 'The till tries again by itself. If it comes back, a manager tells support the code.',
  },
  'payme-error': {
    said: '{{wallet}} answered with an error.',
    todo: 'Do not charge again: the till asks by itself. If it comes back, tell support the code.',
  },
  'code-refused': { said: '{{wallet}} refused the code: it is old or wrong.', todo: 'The customer opens a new code.' },
  'card-refused': {
    said: '{{wallet}} refused the card: too little on it, or it is blocked.',
    todo: 'The customer chooses another card or pays another way.',
  },
  'card-not-served': {
    said: '{{wallet}} does not serve this kind of card.',
    todo: 'The customer chooses another card or pays another way.',
  },
  'shop-refused': {
    said: '{{wallet}} does not know the shop’s cashbox, or it is stopped.',
    todo: 'Take another tender. A manager gets in touch with {{wallet}}.',
  },
  'request-refused': {
    said: 'The request was refused: it is made up wrongly.',
    todo: 'Take another tender and tell support the code.',
  },
  'amount-too-small': { said: 'The sum is too small for {{wallet}}.', todo: 'Choose another tender.' },
  'amount-too-large': { said: 'The sum is too large for {{wallet}}.', todo: 'Choose another tender.' },
  'asking-failed': {
    said: '{{wallet}} could not be asked: no connection, or no answer.',
    todo: 'The till asks again by itself. Until then nobody knows whether the money was taken: do not charge again.',
  },
  'not-found': {
    said: '{{wallet}} does not know this payment so far.',
    todo: 'That is no proof that nothing was taken: do not charge again. The till goes on asking, then a manager decides.',
  },
  ambiguous: {
    said: '{{wallet}} has several payments that look like this one.',
    todo: 'A manager finds the right one in the cabinet and closes it with evidence.',
  },
  'more-went-back': {
    said: 'More of this payment has gone back at {{wallet}} than this till gave.',
    todo: 'A manager looks in the cabinet whether this refund is among it, and closes it with evidence.',
  },
  'book-too-long': {
    said: '{{wallet}}’s list was not read to its end: it is too long.',
    todo: 'The till asks again by itself. If it comes back, a manager looks in the cabinet.',
  },
  unpaid: {
    said: '{{wallet}} knows the payment; no money has moved so far.',
    todo: 'We wait until the code is dead: do not charge again.',
  },
  moving: { said: '{{wallet}} is still at work on it.', todo: 'Wait: the till asks by itself.' },
  stuck: {
    said: '{{wallet}} stopped it and left it to its own people.',
    todo: 'A manager calls {{wallet}} and closes it with evidence.',
  },
  held: {
    said: '{{wallet}} holds the money but has not taken it.',
    todo: 'A manager looks in the {{wallet}} cabinet.',
  },
  returning: {
    said: '{{wallet}} accepted the return; the money is on its way.',
    todo: 'Wait: the till asks whether it has arrived.',
  },
  'cancelled-here': {
    said: 'The payment was cancelled here; its money is asked back.',
    todo: 'Wait: the till asks whether it is back.',
  },
  'paid-after-cancel': {
    said: '{{wallet}} took the money after the cancellation.',
    todo: 'It goes back by itself; do nothing.',
  },
  'return-refused': {
    said: '{{wallet}} does not give the money back by itself.',
    todo: 'A manager turns to {{wallet}} and closes it with evidence once the money is back.',
  },
  'cannot-ask': {
    said: 'Nobody can be asked about this payment.',
    todo: 'Look at the customer’s phone and in the {{wallet}} cabinet. A manager closes it with evidence.',
  },
  'asked-too-long': {
    said: 'Asked for a day without a clear answer.',
    todo: 'A manager looks in the {{wallet}} cabinet and closes it with evidence.',
  },
  'not-prepared': {
    said: 'The payment is not prepared at {{wallet}} yet; no money was taken.',
    todo: 'The till tries again by itself.',
  },
  'shift-state': {
    said: 'The fiscal module’s shift is in another state.',
    todo: 'The till opens or closes it by itself. If it comes back, restart the module.',
  },
  'clock-off': {
    said: 'The clocks of computer and fiscal module differ.',
    todo: 'Set the computer’s clock: then it goes by itself.',
  },
  'values-mismatch': {
    said: 'The receipt in the module’s answer does not match ours.',
    todo: 'Do not ring it up again. A manager checks it against the module’s report.',
  },
  'counters-moved': {
    said: 'The module’s counters moved: it has written something.',
    todo: 'Do not ring it up again. A manager looks at the module’s last receipt.',
  },
  'box-busy': { said: 'The module may still be at work on it.', todo: 'Wait: the till asks by itself.' },
  'not-registered': {
    said: 'The module has no such receipt.',
    todo: 'The till sends it by itself. If it is stuck, press “Send again”.',
  },
  'does-not-add-up': {
    said: 'The lines do not add up to the total.',
    todo: 'Call a manager and tell support the code.',
  },
  'ikpu-refused': {
    said: 'The module did not take the IKPU or the package code.',
    todo: 'A manager corrects the item, then “Send again”.',
  },
  'box-not-ready': {
    said: 'The fiscal module is not ready.',
    todo: 'Check that the module is plugged in and its program runs.',
  },
  'box-unpaid': {
    said: 'The fiscal module’s subscription has run out.',
    todo: 'A manager renews it, then “Send again”.',
  },
  'box-other-address': {
    said: 'The fiscal module is bound to another computer.',
    todo: 'Tell support: it has to know this computer.',
  },
  'receipt-not-taken': {
    said: '{{wallet}} has not taken the receipt yet.',
    todo: 'The money is taken and the receipt exists. The till sends it again by itself.',
  },
  'nothing-to-confirm': {
    said: 'There is nothing to hand to {{wallet}}.',
    todo: 'The fiscal receipt has to be registered first.',
  },
  'not-set-up': {
    said: 'This device or service is not set up on the till.',
    todo: 'A manager checks the provision file.',
  },
  'customer-pays': {
    said: 'The customer is paying in {{wallet}} right now.',
    todo: 'Wait: the result comes by itself.',
  },
  'link-lost': {
    said: 'The QR was made, but its link was lost on the way.',
    todo: 'Nobody can pay it; it is closed by itself. Take another tender.',
  },
  'not-delivered': {
    said: 'The message did not reach the customer’s phone.',
    todo: 'Check the number and send again, or take another tender.',
  },
  'cancelled-there': {
    said: '{{wallet}} cancelled the payment.',
    todo: 'The customer has the money. Take another tender.',
  },
  'by-hand-there': {
    said: 'This money can only be returned in the {{wallet}} cabinet.',
    todo: 'A manager returns it there and closes it here with evidence.',
  },
  'refund-unanswered': {
    said: 'No answer came about giving the money back.',
    todo: 'Do not give it back twice: a manager looks in the {{wallet}} cabinet and closes it.',
  },
  'another-refund': {
    said: 'An earlier refund of this payment is not finished yet.',
    todo: 'Wait: it goes by itself when its turn comes.',
  },
  'wrong-mode': {
    said: 'Test and real payments are mixed up.',
    todo: 'A manager checks the {{wallet}} key and tells support.',
  },
  'provider-error': {
    said: '{{wallet}} answered with an error.',
    todo: 'The till asks again by itself. If it comes back, tell support the code.',
  },
  printing: { said: 'It is being printed now.', todo: 'Wait.' },
  'not-printed': { said: 'The receipt did not come out.', todo: 'Check the printer and press “Print”.' },
  'program-fault': {
    said: 'A fault in the program.',
    todo: 'The till tries again by itself. If it comes back, tell support the code.',
  },
  unknown: { said: 'The answer is one we do not know.', todo: 'Repeat nothing and tell support the code.' },
};
