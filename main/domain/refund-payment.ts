/**
 * Money on its way back through the provider that took it. `waiting` nothing of this try has left the till. `sending` the provider
 * may hear of it at any moment. `accepted` it has, and gives back by itself. `in-doubt` nobody knows whether it heard. `refused` nothing
 * went back. The last two are final: the money is back, by the provider's word or a manager's.
 */
export type RefundPaymentState =
  | 'waiting'
  | 'sending'
  | 'accepted'
  | 'in-doubt'
  | 'refused'
  | 'returned'
  | 'closed-by-manager';

const next: Record<RefundPaymentState, readonly RefundPaymentState[]> = {
  waiting: ['sending', 'refused', 'closed-by-manager'],
  sending: ['waiting', 'accepted', 'in-doubt', 'refused', 'returned'],
  accepted: ['in-doubt', 'refused', 'returned', 'sending', 'closed-by-manager'],
  'in-doubt': ['sending', 'accepted', 'refused', 'returned', 'closed-by-manager'],
  refused: ['waiting', 'closed-by-manager'],
  returned: [],
  'closed-by-manager': [],
};

/** True when money that goes back may go from `from` to `to`; everything else is a fault in the program and is refused. */
export function mayRefundPaymentBecome(from: RefundPaymentState, to: RefundPaymentState): boolean {
  return next[from].includes(to);
}

/** True when nothing can become of it any more. */
export function isRefundPaymentEnded(state: RefundPaymentState): boolean {
  return next[state].length === 0;
}

/**
 * The key a refund is sent under: its own id, and from its second key on the number of the key too. A kept row is sent under the
 * same key for ever, so this spelling never changes; with a UUID it stays within the 50 characters Flitt allows.
 */
export function refundKey(id: string, keyNumber: number): string {
  return keyNumber === 1 ? id : `${id}-${keyNumber}`;
}

/** What the till does next about money that is to go back. `again`: the same call with the same key. `person`: only a manager can tell. */
export type RefundStep = 'give' | 'again' | 'ask' | 'person';

/** What a provider lets be done about a refund whose answer was lost. */
export type RefundRules = { repeat: 'same-key' | 'never'; canAsk: boolean; hasRefundId: boolean };

/**
 * What comes next. One found `sending` was being sent when the till died, or its answer could not be written down: it may have
 * been heard. It is sent again only where the provider hears the same key as the same refund; else it is asked about by
 * the name the provider gave it, and without a name a manager looks. Refused money waits for a person.
 */
export function refundStep(state: RefundPaymentState, rules: RefundRules): RefundStep {
  const { repeat, canAsk, hasRefundId } = rules;
  if (state === 'waiting') return 'give';
  if (state === 'accepted' && canAsk) return 'ask';
  if (state === 'refused') return 'person';
  if (repeat === 'same-key') return 'again';
  return canAsk && hasRefundId ? 'ask' : 'person';
}
