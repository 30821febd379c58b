import { chargedOfSlice, handOut } from '../../domain/hand-out.ts';
import type { Slice } from '../../domain/hand-out.ts';
import { addUp, tiyin } from '../../domain/money.ts';
import type { Tiyin } from '../../domain/money.ts';
import type { Tender } from '../../domain/tender.ts';
import { findAttempt } from '../../store/attempts.ts';
import type { AttemptRow } from '../../store/attempts.ts';
import type { SaleRow } from '../../store/sales.ts';
import { tendersOf } from '../../store/tenders.ts';
import type { Charged } from '../../tender/provider.ts';
import type { Refunds } from '../../tender/checkout.ts';
import type { Code } from '../../../preload/api.ts';
import type { Equipment, Till } from '../context.ts';
import { chargedOf, providerOf } from '../providers.ts';

/** Money of a refund that goes back through the provider of an attempt; `charged` in that provider's own ledger. */
export type WayBack = { attempt: AttemptRow; amount: Tiyin; charged: Charged };

/**
 * How a refund's money goes back: `cash` out of the drawer, `payments` through providers that give back under a key, `takeBack`
 * attempts whose provider only cancels the whole payment. What is in none of them is with the customer already.
 */
export type Ways = { cash: Tiyin; payments: WayBack[]; takeBack: AttemptRow[] };

export type FoundWays = { ok: true; ways: Ways } | { ok: false; code: Code };

/** What is given back of a sale: `amount` tiyin, after `before` tiyin were given back. */
export type GivenBack = { sale: SaleRow; before: Tiyin; amount: Tiyin };

/** Giving back under a key, where the provider of an attempt can; undefined when it cannot, or the shop has it no more. */
export function refundsOf(equipment: Equipment, attempt: Pick<AttemptRow, 'provider'>): Refunds | undefined {
  const provider = providerOf(equipment, attempt);
  return provider && 'refunds' in provider ? (provider.refunds ?? undefined) : undefined;
}

/** The slices of the sale's tenders that a refund gives back, cash last. */
function slicesOf(till: Till, { sale, before, amount }: GivenBack): Slice<Tender>[] {
  return handOut(tendersOf(till.db, sale.id), before, amount);
}

/**
 * The ways money goes back, or why it cannot: `refund-wallet-by-hand` (nobody here can ask the provider, or a manager said it was
 * paid), `refund-parts-not-possible` (the provider gives back whole payments only), `attempt-cancelling` (it is going back).
 */
export function waysBack(till: Till, equipment: Equipment, given: GivenBack): FoundWays {
  const ways: Ways = { cash: tiyin(0), payments: [], takeBack: [] };
  for (const slice of slicesOf(till, given)) {
    if (slice.tender.kind === 'cash') ways.cash = addUp([ways.cash, slice.amount]);
    else {
      const code = addWay(till, equipment, { given, slice, ways });
      if (code) return { ok: false, code };
    }
  }
  return { ok: true, ways };
}

type Adding = { given: GivenBack; slice: Slice<Tender>; ways: Ways };

function addWay(till: Till, equipment: Equipment, adding: Adding): Code | undefined {
  const { attemptId } = adding.slice.tender;
  const attempt = attemptId === null ? undefined : findAttempt(till.db, attemptId);
  if (attempt?.state === 'returned') return undefined;
  if (attempt?.state === 'cancelling') return 'attempt-cancelling';
  if (attempt?.state !== 'paid') return 'refund-wallet-by-hand';
  const refunds = refundsOf(equipment, attempt);
  if (refunds) return addPayment(adding, attempt, refunds);
  if (!providerOf(equipment, attempt)?.book) return 'refund-wallet-by-hand';
  if (adding.given.amount !== adding.given.sale.total) return 'refund-parts-not-possible';
  adding.ways.takeBack.push(attempt);
  return undefined;
}

/** A part that is less than the smallest unit of the provider's ledger cannot go back by itself. */
function addPayment({ slice, ways }: Adding, attempt: AttemptRow, { parts }: Refunds): Code | undefined {
  if (!parts && slice.amount !== slice.tender.amount) return 'refund-parts-not-possible';
  const { amount: taken, currency } = chargedOf(attempt);
  const charged = { amount: chargedOfSlice(slice, taken), currency };
  if (charged.amount === 0) return 'refund-parts-not-possible';
  ways.payments.push({ attempt, amount: slice.amount, charged });
  return undefined;
}
