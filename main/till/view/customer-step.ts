import { assertNever } from '../../domain/assert-never.ts';
import { isLive } from '../../domain/attempt.ts';
import { isCheckout } from '../../domain/tender.ts';
import type { AttemptRow } from '../../store/attempts.ts';
import { readDesk } from '../../store/desk.ts';
import type { SaleRow } from '../../store/sales.ts';
import type { CustomerStep } from '../../../preload/api.ts';
import { standing } from '../checkout/standing.ts';
import type { Till } from '../context.ts';
import { heldCode } from '../pay.ts';

/** How long (ms) the customer reads what became of their payment. */
export const readingTime = 10_000;

/** A step, and when (wall ms) it becomes another one though nobody does anything. */
export type Standing = { step: CustomerStep; until: number | null };

/**
 * True for the 10 s after `at` (wall ms). A clock that was set back may make them twenty, never an hour.
 */
export function isRecent(till: Till, at: number | null): at is number {
  return at !== null && Math.abs(till.world.now() - at) < readingTime;
}

/** How far the payment of a sale is, in the customer's eyes; `attempt` is its newest. In doubt is never "not paid". */
export function paymentStep(till: Till, sale: SaleRow, attempt: AttemptRow | undefined): Standing {
  if (attempt && isLive(attempt.state)) return { step: liveStep(till, attempt), until: null };
  if (heldCode(till, sale.id)) return { step: 'working', until: null };
  const chosen = readDesk(till.db).paymentStep ?? 'choose';
  const ended = attempt?.kind === chosen ? attempt : undefined;
  if (ended?.state === 'cancelling') return { step: 'checking', until: null };
  if (ended && saidNo(ended) && isRecent(till, ended.endedAt))
    return { step: 'not-paid', until: ended.endedAt + readingTime };
  if (chosen === 'payme-go') return { step: 'show-code', until: null };
  if (chosen === 'choose' || chosen === 'cash') return { step: chosen, until: null };
  return { step: ended && saidNo(ended) ? 'choose' : 'working', until: null };
}

function liveStep(till: Till, attempt: AttemptRow): CustomerStep {
  if (attempt.state === 'in-doubt') return 'checking';
  if (attempt.state === 'queued' || !isCheckout(attempt.kind)) return 'working';
  return standing(till, attempt) ? 'checkout' : 'checking';
}

/** A code or a checkout of which it is certain that it pays nothing. */
function saidNo({ state, verdict }: AttemptRow): boolean {
  switch (state) {
    case 'declined':
    case 'expired':
    case 'returned':
      return true;
    case 'closed-by-manager':
      return verdict !== 'taken';
    case 'queued':
    case 'sending':
    case 'in-doubt':
    case 'cancelling':
    case 'paid':
    case 'abandoned':
      return false;
    default:
      return assertNever(state);
  }
}
