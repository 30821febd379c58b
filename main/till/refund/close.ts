import { isEvidence } from '../../domain/evidence.ts';
import { mayRefundPaymentBecome } from '../../domain/refund-payment.ts';
import { findRefundPayment } from '../../store/refund-payments.ts';
import { atomically } from '../../store/statement.ts';
import type { Approval, Result } from '../../../preload/api.ts';
import { approver } from '../approval.ts';
import { ok, refuse } from '../context.ts';
import type { Counter } from '../context.ts';
import { oweNow } from '../owe.ts';
import { audit } from '../record.ts';
import { changeRefundPayment } from './payments.ts';

export type ClosingRefund = { refundPaymentId: string; evidence: string; approval?: Approval | undefined };

/**
 * A manager settles money that should have gone back and nobody else can tell about: they saw it at the provider, or gave it
 * back by hand, and say how they know. One commit; nothing is sent for it any more, and what was owed for it ends at its next
 * turn. Not while the provider is being asked to give it back (`attempt-live`): its answer is a moment away.
 */
export async function closeRefundPayment(counter: Counter, arg: ClosingRefund): Promise<Result<null>> {
  const { till } = counter;
  const evidence = arg.evidence.trim();
  if (!isEvidence(evidence)) return refuse(till, 'evidence-needed');
  const manager = await approver(counter, arg.approval);
  if (!manager.ok) return manager;
  const row = findRefundPayment(till.db, arg.refundPaymentId);
  if (row?.state === 'sending') return refuse(till, 'attempt-live');
  if (!row || !mayRefundPaymentBecome(row.state, 'closed-by-manager')) return refuse(till, 'attempt-settled');
  atomically(till.db, () => {
    changeRefundPayment(till, row.id, 'closed-by-manager', {
      reason: row.state,
      closing: { evidence, by: manager.value.id },
    });
    oweNow(till, 'refund', 'refund-payment', row.id);
    audit(till, manager.value.id, 'refund-closed', row.id, { amount: row.amount, was: row.state, evidence });
  });
  till.memo.message = null;
  till.wakeNow('refund');
  return ok(null);
}
