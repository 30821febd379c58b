import { findAttempt } from '../../store/attempts.ts';
import type { AttemptRow } from '../../store/attempts.ts';
import { writeDesk } from '../../store/desk.ts';
import { releaseOf } from '../../store/releases.ts';
import { beginAnew } from '../../store/outbox.ts';
import { currentSale, findSale } from '../../store/sales.ts';
import { atomically } from '../../store/statement.ts';
import { tendersOf } from '../../store/tenders.ts';
import type { Approval, Result } from '../../../preload/api.ts';
import { approver } from '../approval.ts';
import { changeAttempt, managerSince, oweAsking } from '../attempts.ts';
import { ok, refuse, say } from '../context.ts';
import type { Counter } from '../context.ts';
import { audit } from '../record.ts';
import { stopAsking } from '../asking-now.ts';
import { tooEarly } from './take-back.ts';

export type Cancelling = { attemptId: string; approval?: Approval | undefined };

/**
 * Takes a payment back: the cashier one whose outcome nobody knows, a manager one whose goods have left or that a sale was paid
 * with twice. The sale may then be paid otherwise, and whatever Payme says later is returned.
 */
export async function cancelAttempt(counter: Counter, arg: Cancelling): Promise<Result<null>> {
  const { till } = counter;
  const attempt = findAttempt(till.db, arg.attemptId);
  if (!attempt) return refuse(till, 'cancel-not-possible');
  if (attempt.state === 'cancelling') return ok(null);
  if (attempt.state === 'paid') return takeBackSecondPayment(counter, arg);
  if (attempt.state !== 'sending' && attempt.state !== 'in-doubt') return refuse(till, 'attempt-settled');
  const early = tooEarly(attempt, till.world.now());
  if (early > 0) return refuse(till, 'cancel-too-early', { at: till.world.now() + early });
  const by = releaseOf(till.db, attempt.saleId) ? await approver(counter, arg.approval) : ok(counter.staff);
  if (!by.ok) return by;
  const now = findAttempt(till.db, attempt.id)?.state;
  if (now === 'cancelling') return ok(null);
  if (now !== 'sending' && now !== 'in-doubt') return refuse(till, 'attempt-settled');
  giveItBack(counter, attempt, by.value.id, 'cashier');
  return ok(null);
}

/** Only a payment that no completed sale stands on: giving a sale back is a refund, with a document of its own. */
async function takeBackSecondPayment(counter: Counter, { attemptId, approval }: Cancelling): Promise<Result<null>> {
  const { till } = counter;
  const manager = await approver(counter, approval);
  if (!manager.ok) return manager;
  const attempt = findAttempt(till.db, attemptId);
  const sale = attempt && findSale(till.db, attempt.saleId);
  const over = sale?.state === 'completed' || sale?.state === 'voided';
  const pays = sale && tendersOf(till.db, sale.id).some((tender) => tender.attemptId === attemptId);
  if (attempt?.state !== 'paid' || !over || pays) return refuse(till, 'attempt-settled');
  giveItBack(counter, attempt, manager.value.id, 'paid-twice');
  return ok(null);
}

/**
 * One commit: a till killed before it has the attempt as it was, a till killed after it takes the money back. Without anybody
 * to ask, a manager finds out and gives the money back.
 */
function giveItBack({ till, equipment }: Counter, attempt: AttemptRow, by: string, reason: string): void {
  atomically(till.db, () => {
    changeAttempt(till, attempt.id, 'cancelling', { reason, managerSince: managerSince(till, equipment, attempt) });
    audit(till, by, 'attempt-cancelled', attempt.id, { amount: attempt.amount, reason });
    oweAsking(till, equipment, attempt);
    beginAnew(till.db, 'ask', attempt.id, till.world.steady());
    if (currentSale(till.db)?.id === attempt.saleId) writeDesk(till.db, { paymentStep: 'choose' });
  });
  stopAsking(till, attempt.id);
  say(till, 'payment-cancelled', 'doubt');
  till.wakeNow('ask');
}
