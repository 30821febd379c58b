import { likelyGiven } from '../../domain/tender.ts';
import { lastAttempt } from '../../store/attempts.ts';
import type { AttemptRow } from '../../store/attempts.ts';
import { readDesk } from '../../store/desk.ts';
import type { AttemptView, PaymentView } from '../../../preload/api.ts';
import type { Equipment, Till } from '../context.ts';
import { dueOf, heldCode, tenderFault, tenderingSale } from '../pay.ts';

/** The payment panel, or null while goods are scanned. */
export function paymentView(till: Till, equipment: Equipment): PaymentView | null {
  const sale = tenderingSale(till);
  if (!sale) return null;
  const due = dueOf(till, sale);
  const attempt = lastAttempt(till.db, sale.id);
  const tenders = (['cash', 'payme-go'] as const).map((kind) => ({
    kind,
    refused: tenderFault(till, equipment, sale, kind) ?? null,
  }));
  return {
    due,
    tenders,
    step: step(till, sale.id),
    notes: likelyGiven(due),
    attempt: attempt ? attemptView(attempt) : null,
  };
}

function step(till: Till, saleId: string): PaymentView['step'] {
  return heldCode(till, saleId) ? 'confirm-wallet' : (readDesk(till.db).paymentStep ?? 'choose');
}

function attemptView({
  id,
  kind,
  state,
  amount,
  reason,
  message,
  createdAt,
  sentAt,
  codeExpiresAt,
}: AttemptRow): AttemptView {
  return { id, kind, state, amount, reason, message, startedAt: sentAt ?? createdAt, codeExpiresAt };
}
