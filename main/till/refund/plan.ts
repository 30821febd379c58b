import { addUp, tiyin, zero } from '../../domain/money.ts';
import type { Tiyin } from '../../domain/money.ts';
import { refundLines, worth } from '../../domain/refund.ts';
import type { AskedLine, RefundLine } from '../../domain/refund.ts';
import { fiscalOfSale } from '../../store/fiscal-documents.ts';
import type { FiscalRow } from '../../store/fiscal-documents.ts';
import { linesOf } from '../../store/lines.ts';
import { linesGivenBack, refundsOfSale } from '../../store/refunds.ts';
import { findSale } from '../../store/sales.ts';
import type { SaleRow } from '../../store/sales.ts';
import { drawerCash, openShiftRow } from '../../store/shifts.ts';
import type { ShiftRow } from '../../store/shifts.ts';
import type { Result, RefundRule } from '../../../preload/api.ts';
import { ok, refused } from '../context.ts';
import type { Equipment, Till } from '../context.ts';
import { refundsOf, waysBack } from './ways.ts';
import type { Ways } from './ways.ts';

/** What is asked for: lines of a sale, or all that is left of it. */
export type Asked = { saleId: string; lines?: readonly AskedLine[] | undefined };

/** A refund that may be written: its lines and sums, where its money goes, and the sale's own document, if it has one. */
export type Plan = {
  sale: SaleRow;
  shift: ShiftRow;
  lines: RefundLine[];
  amount: Tiyin;
  ways: Ways;
  document: FiscalRow | undefined;
};

/**
 * What giving goods of a sale back takes, or why it cannot be done; nothing is written. Ask it once more inside the transaction
 * that writes the refund: a second refund of the same sale may have come in between.
 */
export function planRefund(till: Till, equipment: Equipment, asked: Asked): Result<Plan> {
  const sale = findSale(till.db, asked.saleId);
  if (sale?.state !== 'completed') return refused('sale-not-found');
  const before = refundedOf(till, sale);
  if (before >= sale.total) return refused('refund-done-before');
  const shift = openShiftRow(till.db);
  if (!shift) return refused('no-shift');
  const goods = refundLines(linesOf(till.db, sale.id), linesGivenBack(till.db, sale.id), asked.lines);
  if (!goods.ok) return refused(goods.code);
  const document = fiscalOfSale(till.db, sale.id);
  if ((equipment.fiscal || document) && document?.state !== 'registered') return refused('refund-not-registered');
  const amount = worth(goods.lines);
  const found = waysBack(till, equipment, { sale, before, amount });
  if (!found.ok) return refused(found.code);
  const drawer = drawerCash(till.db, shift.id);
  const { ways } = found;
  if (ways.cash > drawer) return refused('refund-no-cash', { amount: ways.cash, drawer });
  return ok({ sale, shift, lines: goods.lines, amount, ways, document });
}

/** How much (tiyin) of a sale was given back so far. */
export function refundedOf(till: Till, { id }: Pick<SaleRow, 'id'>): Tiyin {
  return addUp(refundsOfSale(till.db, id).map(({ amount }) => amount));
}

/** Whether what is left of a sale can go back the way it was paid: all of it, and in parts. Shift and drawer are not asked. */
export function mayRefund(till: Till, equipment: Equipment, sale: SaleRow): RefundRule {
  const before = refundedOf(till, sale);
  const left = tiyin(sale.total - before);
  if (sale.state !== 'completed' || left <= zero) return { whole: false, parts: false };
  const whole = waysBack(till, equipment, { sale, before, amount: left });
  if (!whole.ok) return { whole: false, parts: false };
  const { payments, takeBack } = whole.ways;
  const inParts = payments.every(({ attempt }) => refundsOf(equipment, attempt)?.parts);
  return { whole: true, parts: takeBack.length === 0 && inParts };
}
