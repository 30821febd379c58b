import { isOpenDoubt } from '../../domain/attempt.ts';
import type { PaidFacts } from '../../domain/attempt.ts';
import { findAttempt } from '../../store/attempts.ts';
import type { AttemptRow } from '../../store/attempts.ts';
import { beginAnew } from '../../store/outbox.ts';
import { findSale } from '../../store/sales.ts';
import { atomically } from '../../store/statement.ts';
import { changeAttempt, noteOnAttempt } from '../attempts.ts';
import { play, say } from '../context.ts';
import type { Till } from '../context.ts';
import type { Worked } from '../outbox.ts';

/** Keeps what was heard, once: a hundred equal answers are one line in the history. */
export function hear(till: Till, id: string, reason: string, message: string): void {
  const attempt = findAttempt(till.db, id);
  if (!attempt || attempt.state === 'sending' || !isOpenDoubt(attempt)) return;
  if (attempt.reason === reason && (attempt.message ?? '') === message) return;
  atomically(till.db, () => noteOnAttempt(till, id, { reason, message: message === '' ? null : message }));
}

/**
 * The till stops waiting for this payment and gives it back: from now on another tender may pay the sale. The question about it
 * is owed already: whoever calls this was asking it.
 */
export function giveUp(till: Till, attempt: AttemptRow, reason: string): void {
  atomically(till.db, () => changeAttempt(till, attempt.id, 'cancelling', { reason }));
  tell(till, attempt.saleId, 'payment-cancelled');
}

/** Why no money is here any more: it went back there, or nobody had begun to pay when the payment was closed. */
export type WhyReturned = 'cancelled-there' | 'never-begun';

/** The money is back, or was never taken and cannot be any more. */
export function wentBack(till: Till, { id, saleId }: AttemptRow, why: WhyReturned = 'cancelled-there'): Worked {
  atomically(till.db, () => changeAttempt(till, id, 'returned', { reason: why }));
  tell(till, saleId, why === 'never-begun' ? 'payment-never-begun' : 'payment-returned');
  return { kind: 'done' };
}

/**
 * Somebody paid after all what was closed unpaid. The attempt has ended and stays so; its reason tells from now on that money
 * is going back, and its day of asking begins anew. The cashier hears of it when it is back: there is nothing to do until then.
 */
export function paidAfterClosing(till: Till, { id }: AttemptRow, facts: PaidFacts): void {
  atomically(till.db, () => {
    const note = { reason: 'paid-after-cancel', message: null, facts: { ...facts, clientPhone: null } };
    noteOnAttempt(till, id, note);
    beginAnew(till.db, 'ask', id, till.world.steady());
  });
  till.log('paid-after-closing', { attempt: id });
}

/** What was paid after closing is back. */
export function wentBackAfterClosing(till: Till, { id, saleId }: AttemptRow): void {
  atomically(till.db, () => noteOnAttempt(till, id, { reason: 'cancelled-there', message: null }));
  tell(till, saleId, 'payment-returned');
}

/**
 * Only a person can go on; asking does no harm meanwhile. A checkout that stood until now is in doubt, so that nobody scans it
 * any more and a manager may close it.
 */
export function needsManager(till: Till, { id, saleId }: AttemptRow, reason: string): void {
  const attempt = findAttempt(till.db, id);
  if (!attempt || attempt.managerSince !== null) return;
  const doubt = { reason, message: null, managerSince: till.world.now() };
  atomically(till.db, () =>
    attempt.state === 'sending' ? changeAttempt(till, id, 'in-doubt', doubt) : noteOnAttempt(till, id, doubt),
  );
  tell(till, saleId, 'payment-needs-manager');
}

const tones = {
  'payment-cancelled': 'doubt',
  'payment-needs-manager': 'doubt',
  'payment-returned': 'info',
  'payment-never-begun': 'info',
} as const;

function tell(till: Till, saleId: string, code: keyof typeof tones): void {
  const number = findSale(till.db, saleId)?.number ?? 0;
  say(till, code, tones[code], { number });
  play(till, 'attention');
  till.changed();
}
