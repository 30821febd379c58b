import { isLive } from '../../main/domain/attempt.ts';
import { isCheckout } from '../../main/domain/tender.ts';
import type { CheckoutKind } from '../../main/domain/tender.ts';
import type { PaymentView, TillLife, TillView } from '../../preload/api.ts';
import type { KeyContext } from './keys.ts';

export type Screen = 'starting' | 'restarting' | 'stopped' | 'first-start' | 'sign-in' | 'no-shift' | 'selling';

/** Which screen a view of the till is drawn on; the window decides nothing else. */
export function screenOf(life: TillLife, view: Pick<TillView, 'mode' | 'signedIn' | 'shift'> | null): Screen {
  if (life === 'stopped' || life === 'restarting') return life;
  if (!view) return 'starting';
  if (view.mode === 'first-start') return 'first-start';
  if (!view.signedIn) return 'sign-in';
  return view.shift ? 'selling' : 'no-shift';
}

/** The panel beside the lines: selling, one of the payment steps, or the sale just completed. */
export type Panel =
  | 'sell'
  | 'done'
  | Exclude<
      KeyContext,
      'sale' | 'done' | 'asked' | 'doubt' | 'idle' | 'signIn' | 'noShift' | 'openItems' | 'history' | 'endedOnPhone'
    >;

/**
 * A live attempt owns the panel whatever step the till is in: nobody may look away from money in the air. Money on its way
 * back does not: another tender is taken meanwhile.
 */
export function panelOf(view: Pick<TillView, 'payment' | 'done'>, seenAttempt: string | null = null): Panel {
  if (view.done) return 'done';
  return view.payment ? paymentPanel(view.payment, seenAttempt) : 'sell';
}

function paymentPanel({ step, attempt, question }: PaymentView, seenAttempt: string | null): Panel {
  if (attempt && isLive(attempt.state)) return attempt.checkout && attempt.state === 'sending' ? 'checkout' : 'live';
  switch (step) {
    case 'choose':
      return 'choose';
    case 'cash':
      return 'cash';
    case 'confirm-wallet':
      return 'confirm';
    case 'payme-go':
      if (attempt?.state === 'cancelling') return 'live';
      return attempt && attempt.id !== seenAttempt ? 'ended' : 'waiting';
    default:
      step satisfies CheckoutKind;
      if (attempt?.state === 'cancelling') return 'live';
      if (attempt && isCheckout(attempt.kind) && attempt.id !== seenAttempt) return 'ended';
      return question === null ? 'choose' : 'question';
  }
}
