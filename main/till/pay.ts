import { codeExpired } from '../domain/attempt.ts';
import type { Tiyin } from '../domain/money.ts';
import { tiyin } from '../domain/money.ts';
import { cashFault, isCheckout, stillDue, takeCash } from '../domain/tender.ts';
import type { TenderKind } from '../domain/tender.ts';
import { kindsGoingBack, liveAttempt } from '../store/attempts.ts';
import type { AttemptRow } from '../store/attempts.ts';
import { readDesk, writeDesk } from '../store/desk.ts';
import { linesOf } from '../store/lines.ts';
import { releaseOf } from '../store/releases.ts';
import { currentSale, setSaleStaff, setSaleState } from '../store/sales.ts';
import type { SaleRow } from '../store/sales.ts';
import { openShiftRow } from '../store/shifts.ts';
import { atomically } from '../store/statement.ts';
import { tendersOf } from '../store/tenders.ts';
import type { Code, Result } from '../../preload/api.ts';
import { changeAttempt, oweAsking } from './attempts.ts';
import { completeSale } from './complete.ts';
import { inBackground, ok, play, refuse } from './context.ts';
import type { Counter, Equipment, Memo, Till } from './context.ts';
import { openDrawerFor } from './drawer.ts';
import { checkoutOf } from './providers.ts';

/** Freezes the lines and opens the payment panel. */
export function startPayment({ till }: Counter): Result<null> {
  const sale = currentSale(till.db);
  if (!openShiftRow(till.db)) return refuse(till, 'no-shift');
  if (!sale || sale.total === 0) return refuse(till, 'sale-empty');
  if (sale.state === 'tendering') return ok(null);
  atomically(till.db, () => {
    setSaleState(till.db, sale.id, 'tendering');
    writeDesk(till.db, { paymentStep: 'choose' });
  });
  till.memo.nextQuantity = null;
  till.memo.message = null;
  return ok(null);
}

/** One step back; refused while money may be in the air, and from a sale whose goods have left. */
export function back({ till }: Counter): Result<null> {
  till.memo.heldCode = null;
  const sale = tenderingSale(till);
  if (!sale) return ok(null);
  if (!giveUpUnsent(till, sale)) return refuse(till, 'attempt-live');
  const atChoice = readDesk(till.db).paymentStep === 'choose';
  if (atChoice && releaseOf(till.db, sale.id)) return refuse(till, 'lines-frozen');
  atomically(till.db, () => {
    if (atChoice && tendersOf(till.db, sale.id).length === 0) setSaleState(till.db, sale.id, 'open');
    writeDesk(till.db, { paymentStep: atChoice ? null : 'choose' });
  });
  till.memo.message = null;
  return ok(null);
}

/** Takes cash: the sale is complete on disk first, then the drawer opens. `given` in tiyin. */
export function payCash({ till, equipment, staff }: Counter, arg: { given: number }): Result<null> {
  const sale = tenderingSale(till);
  if (!sale) return refuse(till, 'sale-not-open');
  const due = dueOf(till, sale);
  const result = takeCash(due, tiyin(arg.given), { total: sale.total, cashlessOnly: cashlessOnly(till, sale) });
  if (!result.ok) return refuse(till, result.code, { given: arg.given, due });
  if (!giveUpUnsent(till, sale)) return refuse(till, 'attempt-live');
  atomically(till.db, () => {
    setSaleStaff(till.db, sale.id, staff.id);
    completeSale(till, equipment, { ...sale, staffId: staff.id }, result.tender);
  });
  till.memo.heldCode = null;
  till.memo.message = null;
  play(till, 'paid');
  till.wake('fiscal');
  till.wake('print');
  inBackground(till, 'open-drawer', openDrawerFor(till, equipment));
  return ok(null);
}

/** The sale whose payment panel is open; without an open shift no money is taken, so there is none. */
export function tenderingSale(till: Till): SaleRow | undefined {
  const sale = currentSale(till.db);
  return sale?.state === 'tendering' && openShiftRow(till.db) ? sale : undefined;
}

/** The code scanned before "pay" for this very sale, while it lives; another customer's is as good as none. */
export function heldCode(till: Till, saleId: string): Memo['heldCode'] {
  const held = till.memo.heldCode;
  return held?.saleId === saleId && !codeExpired(held.scannedAt, held.expiresAt, till.world.steady()) ? held : null;
}

/** What is still to be paid, in tiyin. */
export function dueOf(till: Till, sale: SaleRow): Tiyin {
  return stillDue(sale.total, tendersOf(till.db, sale.id));
}

/** Why a tender cannot be chosen for this sale, or undefined. */
export function tenderFault(till: Till, equipment: Equipment, sale: SaleRow, kind: TenderKind): Code | undefined {
  if (kind === 'cash') return cashFault({ total: sale.total, cashlessOnly: cashlessOnly(till, sale) });
  if (attemptBlocks(till, sale, kind)) return 'attempt-cancelling';
  if (kind === 'payme-go') return equipment.payme?.refuses(dueOf(till, sale)) ?? unlessConfigured(equipment.payme);
  const provider = checkoutOf(equipment, kind);
  if (!provider) return 'tender-not-configured';
  const own = provider.currency === sale.currency;
  return own ? provider.refuses({ amount: dueOf(till, sale), currency: sale.currency }) : undefined;
}

const unlessConfigured = (provider: object | null): Code | undefined =>
  provider ? undefined : 'tender-not-configured';

/**
 * A payment in doubt that goes back keeps other providers' away, for nobody knows what it took. A checkout nobody paid keeps
 * away only a second one of its own kind: two that could both be paid must not stand for one sale.
 */
function attemptBlocks(till: Till, sale: SaleRow, kind: TenderKind): boolean {
  return kindsGoingBack(till.db, sale.id).some((goingBack) => !isCheckout(goingBack) || goingBack === kind);
}

/** How soon (ms) a checkout that was given up while it was being made is looked for: its request may still be on its way. */
const firstLook = 5000;

/** One that can be asked about without an answer is looked after: its provider may have made it, although nobody was shown it. */
function abandon(till: Till, attempt: AttemptRow): void {
  const { equipment } = till;
  const watched = equipment && checkoutOf(equipment, attempt.kind)?.namedByAttempt === true;
  const providerPaymentId = watched ? attempt.id : null;
  changeAttempt(till, attempt.id, 'abandoned', { reason: 'other-tender', providerPaymentId });
  if (watched) oweAsking(till, equipment, attempt, firstLook);
}

/** True when nothing is in the air: no live attempt, or one of which no byte had left, now abandoned. */
export function giveUpUnsent(till: Till, sale: SaleRow): boolean {
  const attempt = liveAttempt(till.db, sale.id);
  if (!attempt) return true;
  if (attempt.state !== 'queued') return false;
  atomically(till.db, () => abandon(till, attempt));
  till.wake('ask');
  return true;
}

function cashlessOnly(till: Till, sale: SaleRow): boolean {
  return linesOf(till.db, sale.id).some((line) => line.cashlessOnly);
}
