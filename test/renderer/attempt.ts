import type { AttemptState } from '../../main/domain/attempt.ts';
import { tiyin } from '../../main/domain/money.ts';
import type { AttemptView, PaymentView, TillView } from '../../preload/api.ts';

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
    ...over,
  };
}

/** The payment part of a view at one step, with what was tried. */
export function paying(step: PaymentView['step'], tried: AttemptView | null): Pick<TillView, 'payment' | 'done'> {
  return { payment: { due: tiyin(100), tenders: [], step, notes: [], attempt: tried }, done: null };
}
