import type { UnsettledCodeWords } from './codes.ts';

/** English for the codes of money in doubt, of giving back, of the box's limits and of the daily match. */
export const unsettledCodesEn: UnsettledCodeWords = {
  'payment-cancelled': {
    money: 'The payment is given up. Whatever was charged has to go back to the customer.',
    todo: 'Choose another tender. Open items (F11) shows who gives the money back, and when.',
  },
  'payment-returned': {
    money: 'The customer has the money: it went back, or was never taken.',
    todo: 'Nothing more to do: this item is closed.',
  },
  'payment-never-begun': {
    money: 'No money was taken: nobody had begun to pay.',
    todo: 'Nothing more to do: this item is closed.',
  },
  'payment-needs-manager': {
    money: 'Nobody can say yet whether the money was taken.',
    todo: 'Call a manager, who closes it with evidence in open items (F11). Do not charge again.',
  },
  'cancel-too-early': {
    money: 'Nothing was cancelled: the answer may still be on its way.',
    todo: 'Wait a few seconds and press again.',
  },
  'cancel-not-possible': {
    money: 'Nothing was cancelled: nobody can be asked to give this money back.',
    todo: 'Call a manager, who looks in the {{wallet}} cabinet and closes it with evidence.',
  },
  'attempt-cancelling': {
    money: 'Nothing was charged: an earlier {{wallet}} payment of this sale is going back.',
    todo: 'Take cash or a card, or wait until it is back.',
  },
  'update-shift-open': {
    money: 'Nothing was changed: a shift is open.',
    todo: 'Close the shift, then update.',
  },
  'update-queue-not-empty': {
    money: 'Nothing was changed: something is still waiting.',
    todo: 'Settle the open items (F11), then update.',
  },
  'attempt-settled': {
    money: 'Nothing was changed: this payment is settled already.',
    todo: 'Look at the open items again (F11).',
  },
  'evidence-needed': {
    money: 'Nothing was closed: the evidence is missing.',
    todo: 'Write what you saw and where, at least 5 characters.',
  },
  'payment-id-needed': {
    money: 'Nothing was closed: the payment number is missing.',
    todo: 'Copy it from the {{wallet}} cabinet or from the customer’s phone.',
  },
  'payment-id-known': {
    money: 'Nothing was closed: this payment number belongs to another sale.',
    todo: 'Check the number. One payment pays for one sale only.',
  },
  'release-not-allowed': {
    money: 'The goods stay here: the owner does not allow unpaid goods to leave.',
    todo: 'Wait for the answer or choose another tender.',
  },
  'release-limit-sale': {
    money: 'The goods stay here: the sale is above the limit for unpaid goods.',
    todo: 'Wait for the answer or choose another tender.',
  },
  'release-limit-total': {
    money: 'The goods stay here: too much money is in doubt at this till.',
    todo: 'Settle the open items first (F11) or take another tender.',
  },
  'release-limit-count': {
    money: 'The goods stay here: too many sales are in doubt at this till.',
    todo: 'Settle the open items first (F11) or take another tender.',
  },
  'release-limit-age': {
    money: 'The goods stay here: an older payment has been in doubt for too long.',
    todo: 'Settle the oldest open item first (F11) or take another tender.',
  },
  'release-goods-excluded': {
    money: 'The goods stay here: some of them may not leave unpaid.',
    todo: 'Wait for the answer or choose another tender.',
  },
  'phone-needed': {
    money: 'The goods stay here: the customer’s phone number is missing.',
    todo: 'Key in the phone number, so that the customer can be reached.',
  },
  'nothing-to-retry': {
    money: 'Nothing was sent: this is done or closed already.',
    todo: 'Look at the open items again (F11).',
  },
  'match-not-possible': {
    money: 'Nothing was compared: this till cannot read Payme’s book.',
    todo: 'Ask the owner to set up the keys of the Payme cashbox.',
  },
  'match-day-wrong': {
    money: 'Nothing was compared: that day cannot be compared.',
    todo: 'Choose a day from this till’s first shift up to today.',
  },
  'finding-settled': {
    money: 'Nothing was changed: this difference is settled already.',
    todo: 'Look at the open items again (F11).',
  },
  'fiscal-open-refused': {
    money: 'Sales are saved. The fiscal module did not open its shift.',
    todo: 'Call a manager. Once the module opens, receipts go by themselves.',
  },
  'box-clock': {
    money: 'Money is safe. The clocks of computer and fiscal module differ.',
    todo: 'Set the computer’s clock: from five minutes on the module takes no receipts.',
  },
  'box-limit': {
    money: 'Money is safe. The fiscal module is close to its limit.',
    todo: 'Check the module’s internet so that receipts go out. Details: open items (F11).',
  },
  'refund-no-cash': {
    money: 'No money was given back: there is too little cash in the drawer.',
    todo: 'Put money into the drawer or call a manager.',
  },
  'refund-not-registered': {
    money: 'No money was given back: the sale has no registered fiscal receipt yet.',
    todo: 'Wait until it is registered (F11), then give it back.',
  },
  'refund-wallet-by-hand': {
    money: 'The money does not go back by itself: the till cannot ask {{wallet}} for it.',
    todo: 'A manager returns it in the {{wallet}} cabinet.',
  },
  'refund-done-before': {
    money: 'No money was given back twice: this sale was given back before.',
    todo: 'Look for its refund receipt in the journal.',
  },
};
