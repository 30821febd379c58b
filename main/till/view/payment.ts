import { isLive, isOpenDoubt } from '../../domain/attempt.ts';
import { isCheckout, likelyGiven } from '../../domain/tender.ts';
import type { TenderKind } from '../../domain/tender.ts';
import { lastAttempt } from '../../store/attempts.ts';
import type { AttemptRow } from '../../store/attempts.ts';
import { openObligation } from '../../store/outbox.ts';
import { findCheckout } from '../../store/checkouts.ts';
import { readDesk } from '../../store/desk.ts';
import type { SaleRow } from '../../store/sales.ts';
import type { AttemptView, CheckoutView, PaymentView } from '../../../preload/api.ts';
import { standing } from '../checkout/standing.ts';
import { questionOf } from '../checkout/start.ts';
import type { Equipment, Till } from '../context.ts';
import { releaseWarnings } from '../doubt/at-risk.ts';
import { tooEarly } from '../doubt/take-back.ts';
import { whyNotReleased } from '../doubt/release.ts';
import { dueOf, heldCode, tenderFault, tenderingSale } from '../pay.ts';
import { bookOf, checkoutOf } from '../providers.ts';
import { onTheWall } from '../wall.ts';

/** The payment panel, or null while goods are scanned. */
export function paymentView(till: Till, equipment: Equipment): PaymentView | null {
  const sale = tenderingSale(till);
  if (!sale) return null;
  const due = dueOf(till, sale);
  const attempt = lastAttempt(till.db, sale.id);
  const kinds: TenderKind[] = ['cash', 'payme-go', ...equipment.checkouts.keys()];
  const tenders = kinds.map((kind) => ({ kind, refused: tenderFault(till, equipment, sale, kind) ?? null }));
  const at = step(till, sale.id);
  return {
    due,
    tenders,
    step: at,
    notes: likelyGiven(due),
    attempt: attempt ? attemptView(till, equipment, attempt) : null,
    question: attempt && isLive(attempt.state) ? null : asked(equipment, sale, at),
  };
}

/** What the cashier has to say at the step of a checkout before it can be made. */
function asked(equipment: Equipment, sale: SaleRow, at: PaymentView['step']): PaymentView['question'] {
  const provider = at === 'choose' || at === 'confirm-wallet' ? undefined : checkoutOf(equipment, at);
  return provider ? questionOf(provider, sale) : null;
}

function step(till: Till, saleId: string): PaymentView['step'] {
  return heldCode(till, saleId) ? 'confirm-wallet' : (readDesk(till.db).paymentStep ?? 'choose');
}

/** A code whose payment is being made ready for the first time is on its way as far as anybody at the counter can tell. */
function shownState({ kind, state, reason }: AttemptRow): AttemptView['state'] {
  return kind === 'payme-go' && state === 'queued' && reason === null ? 'sending' : state;
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
    asks: bookOf(equipment, attempt) && isOpenDoubt(attempt) ? asksOf(till, id) : null,
    cancelFrom: mayCancel ? till.world.now() + tooEarly(attempt, till.world.now()) : null,
    needsManager: attempt.managerSince !== null,
    release: releaseView(till, equipment, attempt),
    checkout: checkoutView(till, equipment, attempt),
  };
}

function checkoutView(till: Till, equipment: Equipment, attempt: AttemptRow): CheckoutView | null {
  const { kind, chargedAmount: amount, chargedCurrency: currency } = attempt;
  const row = isCheckout(kind) ? findCheckout(till.db, attempt.id) : undefined;
  if (!row || !isCheckout(kind)) return null;
  return {
    kind,
    qr: standing(till, attempt)?.qr ?? null,
    expiresAt: onTheWall(till, row.expiresAt),
    phone: row.phone,
    delivered: row.deliveredAt !== null,
    poweredByPayme: checkoutOf(equipment, kind)?.poweredByPayme ?? false,
    charged: amount !== null && currency !== null ? { amount, currency } : null,
  };
}

function asksOf(till: Till, attemptId: string): AttemptView['asks'] {
  const row = openObligation(till.db, 'ask', attemptId);
  return { tries: row?.tries ?? 0, nextAt: row?.state === 'waiting' ? onTheWall(till, row.runAt) : null };
}

function releaseView(till: Till, equipment: Equipment, attempt: AttemptRow): AttemptView['release'] {
  const allowed = equipment.settings.offline.release.enabled && attempt.state === 'in-doubt';
  if (!allowed) return null;
  return { refused: whyNotReleased(till, equipment, attempt) ?? null, ...releaseWarnings(till, equipment) };
}
