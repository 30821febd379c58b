import type { AttemptState } from '../../main/domain/attempt.ts';
import { tiyin } from '../../main/domain/money.ts';
import type { AttemptView, CheckoutView, PaymentView, TillView } from '../../preload/api.ts';

/** An attempt as the till shows it: a Payme Go payment of one sum, with what a test changes. */
export function attempt(state: AttemptState, over: Partial<AttemptView> = {}): AttemptView {
  return {
    id: 'a',
    kind: 'payme-go',
    state,
    amount: tiyin(100),
    reason: null,
    message: null,
    startedAt: 0,
    codeExpiresAt: null,
    asks: null,
    cancelFrom: null,
    needsManager: false,
    release: null,
    checkout: null,
    ...over,
  };
}

/** What stands before the customer: a QR of Flitt's that can be paid until 100 s, with what a test changes. */
export function checkout(over: Partial<CheckoutView> = {}): CheckoutView {
  return {
    kind: 'flitt',
    qr: 'https://pay.flitt.com/x',
    expiresAt: 100_000,
    phone: null,
    delivered: false,
    poweredByPayme: true,
    charged: null,
    ...over,
  };
}

/** An attempt on the customer's own phone. */
export function onPhone(state: AttemptState, over: Partial<AttemptView> = {}): AttemptView {
  return attempt(state, { kind: 'flitt', checkout: checkout(), ...over });
}

/** The payment part of a view at one step, with what was tried. */
export function paying(
  step: PaymentView['step'],
  tried: AttemptView | null,
  question: PaymentView['question'] = null,
): Pick<TillView, 'payment' | 'done'> {
  return { payment: { due: tiyin(100), tenders: [], step, notes: [], attempt: tried, question }, done: null };
}
