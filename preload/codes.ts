/** The closed list of faults and notices; adding one makes every language file ask for its words. */

/** Every fault and notice a person can meet; each has a text in four languages in renderer/i18n. */
export type Code =
  // signing in and rights
  | 'pin-wrong'
  | 'pin-locked'
  | 'not-signed-in'
  | 'manager-needed'
  // setting up
  | 'provision-refused'
  | 'already-set-up'
  | 'not-in-training'
  // shift
  | 'no-shift'
  | 'shift-open'
  | 'shift-has-open-sale'
  | 'fiscal-z-failed'
  // scanning and lines
  | 'code-unknown'
  | 'code-check-digit'
  | 'code-is-wallet'
  | 'code-is-goods'
  | 'code-not-needed'
  | 'code-used-before'
  | 'age-check'
  | 'line-not-found'
  | 'lines-frozen'
  | 'quantity-not-positive'
  | 'quantity-not-whole'
  | 'quantity-too-large'
  | 'amount-too-large'
  | 'item-not-fiscal'
  | 'sale-empty'
  | 'sale-not-found'
  | 'sale-not-open'
  // money
  | 'cash-not-enough'
  | 'cash-not-allowed-goods'
  | 'cash-above-limit'
  | 'not-whole-sums'
  | 'tender-not-configured'
  | 'attempt-live'
  | 'payment-declined'
  | 'payment-queued'
  | 'payment-expired'
  | 'payment-in-doubt'
  // fiscal box, printer, drawer, disk
  | 'fiscal-unreachable'
  | 'fiscal-refused'
  | 'fiscal-in-doubt'
  | 'printer-unreachable'
  | 'printer-paper-out'
  | 'printer-cover-open'
  | 'printer-offline'
  | 'printer-uncertain'
  | 'drawer-not-opened'
  | 'nothing-to-print'
  | 'disk-full'
  // the till itself
  | 'till-restarted'
  | 'till-stopped'
  | 'bad-intent'
  | 'internal';
