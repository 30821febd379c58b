import { isEvidence } from '../../domain/evidence.ts';
import { isCheckout } from '../../domain/tender.ts';
import { attemptOfPayment, findAttempt } from '../../store/attempts.ts';
import type { AttemptRow } from '../../store/attempts.ts';
import { beginAnew } from '../../store/outbox.ts';
import { findSale } from '../../store/sales.ts';
import { atomically } from '../../store/statement.ts';
import type { Approval, Code, Result, Verdict } from '../../../preload/api.ts';
import { approver } from '../approval.ts';
import { changeAttempt, oweAsking } from '../attempts.ts';
import { isDead } from '../checkout/rhythm.ts';
import { completeBy } from '../complete.ts';
import { ok, play, refuse } from '../context.ts';
import type { Counter } from '../context.ts';
import { audit } from '../record.ts';

export type Closing = {
  attemptId: string;
  verdict: Verdict;
  evidence: string;
  paymentId?: string | undefined;
  approval?: Approval | undefined;
};

/**
 * A manager settles money nobody else can tell about, with what they saw and where. "Taken" completes the sale with this
 * payment; "not taken" frees it for another tender, and is asked about once more, for the provider may know better; "given
 * back" ends a payment that was being returned. One commit.
 */
export async function closeAttempt(counter: Counter, closing: Closing): Promise<Result<null>> {
  const { till, equipment } = counter;
  const manager = await approver(counter, closing.approval);
  if (!manager.ok) return manager;
  const attempt = findAttempt(till.db, closing.attemptId);
  const fault = attempt ? closingFault(counter, attempt, closing) : 'attempt-settled';
  if (!attempt || fault) return refuse(till, fault ?? 'attempt-settled');
  const { verdict, evidence } = closing;
  const paymentId = verdict === 'taken' ? nameOf(attempt, closing) : null;
  atomically(till.db, () => {
    changeAttempt(till, attempt.id, 'closed-by-manager', {
      reason: verdict,
      providerPaymentId: paymentId,
      closing: { verdict, evidence: evidence.trim(), by: manager.value.id },
    });
    audit(till, manager.value.id, 'attempt-closed', attempt.id, { verdict, evidence: evidence.trim() });
    const sale = findSale(till.db, attempt.saleId);
    if (verdict === 'taken' && sale) completeBy(till, equipment, sale, attempt);
    if (verdict === 'not-taken' && oweAsking(till, equipment, attempt))
      beginAnew(till.db, 'ask', attempt.id, till.world.steady());
  });
  till.memo.message = null;
  if (verdict === 'taken') play(till, 'paid');
  till.wake('fiscal');
  till.wake('print');
  till.wake('ask');
  return ok(null);
}

/** What the provider calls the payment: as it told us itself, else as the manager found it. */
function nameOf({ providerPaymentId }: AttemptRow, { paymentId }: Closing): string {
  return providerPaymentId ?? paymentId?.trim() ?? '';
}

function closingFault({ till }: Counter, attempt: AttemptRow, closing: Closing): Code | undefined {
  const { verdict, evidence } = closing;
  const fits = attempt.state === 'in-doubt' ? verdict !== 'given-back' : verdict !== 'taken';
  if ((attempt.state !== 'in-doubt' && attempt.state !== 'cancelling') || !fits) return 'attempt-settled';
  if (verdict === 'not-taken' && isCheckout(attempt.kind) && !isDead(till, attempt)) return 'checkout-still-payable';
  if (!isEvidence(evidence)) return 'evidence-needed';
  if (verdict !== 'taken') return undefined;
  const paymentId = nameOf(attempt, closing);
  if (paymentId === '') return 'payment-id-needed';
  const owner = attemptOfPayment(till.db, attempt.provider, paymentId) ?? attempt.id;
  return owner === attempt.id ? undefined : 'payment-id-known';
}
