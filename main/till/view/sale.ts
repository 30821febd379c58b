import { lineTotal, lineVat, saleTotals } from '../../domain/sale.ts';
import type { Line } from '../../domain/sale.ts';
import { readDesk } from '../../store/desk.ts';
import { linesOf } from '../../store/lines.ts';
import { currentSale, parkedRows } from '../../store/sales.ts';
import type { LineView, ParkedView, SaleView } from '../../../preload/api.ts';
import type { Till } from '../context.ts';

/** The sale on the counter with its lines, or null. */
export function saleView(till: Till): SaleView | null {
  const sale = currentSale(till.db);
  if (!sale) return null;
  const lines = linesOf(till.db, sale.id);
  const { selectedLineId, lastLineId } = readDesk(till.db);
  const state = sale.state === 'tendering' ? 'tendering' : 'open';
  return {
    id: sale.id,
    number: sale.number,
    state,
    lines: lines.map(lineView),
    selectedLineId,
    lastLineId,
    ...saleTotals(lines),
  };
}

/** Sales put aside, with what their payment is doing. */
export function parkedView(till: Till): ParkedView[] {
  return parkedRows(till.db).map(({ id, number, total, openedAt, lines, attempt, standing, released }) => ({
    id,
    number,
    total,
    lines,
    since: openedAt,
    attempt,
    standing: standing === 1,
    released: released === 1,
  }));
}

function lineView(line: Line): LineView {
  const { id, code, name, unit, price, quantity, discount, vatPercent, weighed, minAge } = line;
  const sums = { total: lineTotal(line), vat: lineVat(line) };
  return { id, code, name, unit, price, quantity, discount, vatPercent, weighed, minAge, ...sums };
}
