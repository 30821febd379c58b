import { addUp, zero } from '../../domain/money.ts';
import { isCheckout } from '../../domain/tender.ts';
import { lineTotal, saleTotals } from '../../domain/sale.ts';
import type { Line } from '../../domain/sale.ts';
import { attemptGoingBack, lastAttempt } from '../../store/attempts.ts';
import type { AttemptRow } from '../../store/attempts.ts';
import { readDesk } from '../../store/desk.ts';
import { linesOf } from '../../store/lines.ts';
import { currentSale, findSale } from '../../store/sales.ts';
import type { SaleRow } from '../../store/sales.ts';
import { openShiftRow } from '../../store/shifts.ts';
import { tendersOf } from '../../store/tenders.ts';
import type { CustomerCheckout, CustomerLine, CustomerView } from '../../../preload/api.ts';
import { standing } from '../checkout/standing.ts';
import type { Equipment, Till } from '../context.ts';
import { dueOf } from '../pay.ts';
import { checkoutOf } from '../providers.ts';
import { onTheWall } from '../wall.ts';
import { isRecent, paymentStep, readingTime } from './customer-step.ts';

/** What differs from step to step. */
type Shown = Omit<CustomerView, 'revision' | 'now' | 'language' | 'shopName' | 'training'>;

/**
 * Views for the customer's screen, one after the other. The sale paid last is remembered here as well as on the desk: the
 * cashier may clear their screen at once, and the customer still reads their change.
 */
export function customerViews(till: Till): () => CustomerView {
  let revision = 0;
  let paidSaleId: string | null = null;
  return () => {
    paidSaleId = readDesk(till.db).doneSaleId ?? paidSaleId;
    return customerView(till, ++revision, paidSaleId);
  };
}

/**
 * What the customer is shown, read from the database each time. Nothing personal is in it: no phone, no number of a card, and
 * never a line of a sale that is paid. `paidSaleId` is the sale completed last at this counter: for 10 s its change and thanks
 * are shown unless the next customer is served.
 */
export function customerView(till: Till, revision: number, paidSaleId: string | null): CustomerView {
  const { equipment } = till;
  const shop = equipment?.settings.shop;
  return {
    revision,
    now: till.world.now(),
    language: shop?.receiptLanguage ?? 'uz',
    shopName: shop?.name ?? null,
    training: till.mode === 'training',
    ...(equipment ? served(till, equipment, paidSaleId) : nobody('closed', 'UZS')),
  };
}

function served(till: Till, equipment: Equipment, paidSaleId: string | null): Shown {
  const { currency } = equipment.settings.shop;
  const shift = openShiftRow(till.db);
  const sale = shift && currentSale(till.db);
  const lines = sale ? linesOf(till.db, sale.id) : [];
  if (sale && lines.length > 0) return atCounter(till, equipment, sale, lines);
  const paid = paidSaleId === null ? undefined : findSale(till.db, paidSaleId);
  if (paid && isRecent(till, paid.endedAt)) return justPaid(till, paid, paid.endedAt + readingTime);
  return nobody(shift ? 'idle' : 'closed', currency);
}

function nobody(step: CustomerView['step'], currency: string): Shown {
  const sums = { total: zero, discount: zero, due: zero, change: zero };
  const nothing = { changesAt: null, lines: [], lastLineId: null, goingBack: false, checkout: null };
  return { step, currency, ...sums, ...nothing };
}

function justPaid(till: Till, sale: SaleRow, changesAt: number): Shown {
  const change = addUp(tendersOf(till.db, sale.id).map((tender) => tender.change));
  return { ...nobody('paid', sale.currency), total: sale.total, change, changesAt };
}

function atCounter(till: Till, equipment: Equipment, sale: SaleRow, lines: readonly Line[]): Shown {
  const { total, discount } = saleTotals(lines);
  const attempt = sale.state === 'tendering' ? lastAttempt(till.db, sale.id) : undefined;
  const { step, until } =
    sale.state === 'tendering' ? paymentStep(till, sale, attempt) : ({ step: 'selling', until: null } as const);
  const checkout = attempt ? checkoutShown(till, equipment, attempt) : null;
  return {
    ...nobody(step, sale.currency),
    lines: lines.map(customerLine),
    lastLineId: readDesk(till.db).lastLineId,
    total,
    discount,
    due: dueOf(till, sale),
    goingBack: step !== 'checking' && attemptGoingBack(till.db, sale.id) !== undefined,
    checkout,
    changesAt: checkout?.expiresAt ?? until,
  };
}

function checkoutShown(till: Till, equipment: Equipment, attempt: AttemptRow): CustomerCheckout | null {
  const { kind, chargedAmount: amount, chargedCurrency: currency } = attempt;
  const row = standing(till, attempt);
  if (!row || !isCheckout(kind)) return null;
  return {
    kind,
    qr: row.qr,
    expiresAt: onTheWall(till, row.expiresAt),
    poweredByPayme: checkoutOf(equipment, kind)?.poweredByPayme ?? false,
    charged: amount !== null && currency !== null ? { amount, currency } : null,
  };
}

function customerLine(line: Line): CustomerLine {
  const { id, name, unit, weighed, quantity, price, discount } = line;
  return { id, name, unit, weighed, quantity, price, discount, total: lineTotal(line) };
}
