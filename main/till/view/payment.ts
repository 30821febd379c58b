import { isOpenDoubt } from '../../domain/attempt.ts';
import { likelyGiven } from '../../domain/tender.ts';
import { lastAttempt } from '../../store/attempts.ts';
import type { AttemptRow } from '../../store/attempts.ts';
import { openObligation } from '../../store/outbox.ts';
import { readDesk } from '../../store/desk.ts';
import type { AttemptView, PaymentView } from '../../../preload/api.ts';
import type { Equipment, Till } from '../context.ts';
import { tooEarly } from '../doubt/take-back.ts';
import { whyNotReleased } from '../doubt/release.ts';
import { dueOf, heldCode, tenderFault, tenderingSale } from '../pay.ts';
import { onTheWall } from '../wall.ts';

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
    attempt: attempt ? attemptView(till, equipment, attempt) : null,
  };
}

function step(till: Till, saleId: string): PaymentView['step'] {
  return heldCode(till, saleId) ? 'confirm-wallet' : (readDesk(till.db).paymentStep ?? 'choose');
}

/** A code whose payment is being made ready for the first time is on its way as far as anybody at the counter can tell. */
function shownState({ state, reason }: AttemptRow): AttemptView['state'] {
  return state === 'queued' && reason === null ? 'sending' : state;
}

function attemptView(till: Till, equipment: Equipment, attempt: AttemptRow): AttemptView {
  const { id, kind, amount, reason, message, createdAt, sentAt } = attempt;
  const mayCancel = (attempt.state === 'sending' || attempt.state === 'in-doubt') && sentAt !== null;
  return {
    id,
    kind,
    state: shownState(attempt),
    amount,
    reason,
    message,
    startedAt: sentAt ?? createdAt,
    codeExpiresAt: onTheWall(till, attempt.codeExpiresAt),
    asks: equipment.payme?.book && isOpenDoubt(attempt) ? asksOf(till, id) : null,
    cancelFrom: mayCancel ? till.world.now() + tooEarly(attempt, till.world.now()) : null,
    needsManager: attempt.managerSince !== null,
    release: releaseView(till, equipment, attempt),
  };
}

function asksOf(till: Till, attemptId: string): AttemptView['asks'] {
  const row = openObligation(till.db, 'ask', attemptId);
  return { tries: row?.tries ?? 0, nextAt: row?.state === 'waiting' ? onTheWall(till, row.runAt) : null };
}

function releaseView(till: Till, equipment: Equipment, attempt: AttemptRow): AttemptView['release'] {
  const allowed = equipment.settings.offline.release.enabled && attempt.state === 'in-doubt';
  return allowed ? { refused: whyNotReleased(till, equipment, attempt) ?? null } : null;
}
