import type { Item } from '../domain/item.ts';
import { onePiece, thousandths, zero } from '../domain/money.ts';
import type { Thousandths } from '../domain/money.ts';
import { lineToGrow, quantityFault, saleTotals } from '../domain/sale.ts';
import type { Line, LineItem } from '../domain/sale.ts';
import { findById } from '../store/catalogue/find.ts';
import { writeDesk } from '../store/desk.ts';
import { insertLine, linesOf, removeLineRow, setLineQuantity } from '../store/lines.ts';
import { currentSale, endSale, findSale, insertSale, setSaleTotal } from '../store/sales.ts';
import type { SaleRow } from '../store/sales.ts';
import { openShiftRow } from '../store/shifts.ts';
import { atomically } from '../store/statement.ts';
import type { Result } from '../../preload/api.ts';
import { businessDate } from './business-date.ts';
import { ok, play, refuse, refused, say } from './context.ts';
import type { Counter } from './context.ts';
import { audit, recordSale } from './record.ts';

/**
 * Adds goods to the sale on the counter, starting one when there is none. What was
 * `said` is in thousandths; without it counts what was typed before the item, else one piece; weighed goods want a weight.
 */
export function addItem(counter: Counter, item: Item, said?: Thousandths): Result<null> {
  const { till } = counter;
  const shift = openShiftRow(till.db);
  if (!shift) return refuse(till, 'no-shift');
  const open = currentSale(till.db);
  if (open?.state === 'tendering') return refuse(till, 'lines-frozen');
  const quantity = said ?? till.memo.nextQuantity ?? (item.weighed ? undefined : onePiece);
  if (quantity === undefined) return askForWeight(counter, item);
  const same = open ? lineToGrow(linesOf(till.db, open.id), asLineItem(item)) : undefined;
  const grown = thousandths((same?.quantity ?? 0) + quantity);
  const fault = quantityFault(quantity, item) ?? quantityFault(grown, item) ?? fiscalFault(counter, item);
  if (fault) return refuse(till, fault, { name: item.name });
  atomically(till.db, () => {
    const sale = open ?? startSale(counter, shift.id);
    const lineId = same?.id ?? till.world.newId();
    if (same) setLineQuantity(till.db, same.id, grown);
    else insertLine(till.db, sale.id, { ...asLineItem(item), id: lineId, quantity, discount: zero });
    writeDesk(till.db, { selectedLineId: lineId, lastLineId: lineId, doneSaleId: null });
    keepTotal(counter, sale.id);
  });
  till.memo.nextQuantity = null;
  noticeItem(counter, item);
  return ok(null);
}

/** Adds goods chosen by hand, from the search or a quick key. */
export function addItemById(counter: Counter, arg: { itemId: number; quantity?: number | undefined }): Result<null> {
  const item = findById(counter.till.db, arg.itemId);
  if (!item) return refuse(counter.till, 'code-unknown', { code: arg.itemId });
  return addItem(counter, item, arg.quantity === undefined ? undefined : thousandths(arg.quantity));
}

/** Typed before a scan ("3 ×"): the next item counts for that many thousandths; null takes it back. */
export function setNextQuantity({ till }: Counter, arg: { quantity: number | null }): Result<null> {
  till.memo.nextQuantity = arg.quantity === null ? null : thousandths(arg.quantity);
  return ok(null);
}

/** Sets the quantity of a line, in thousandths. */
export function setQuantity(counter: Counter, arg: { lineId: string; quantity: number }): Result<null> {
  const quantity = thousandths(arg.quantity);
  return onLine(counter, arg.lineId, (sale, line) => {
    const fault = quantityFault(quantity, line);
    if (fault) return refuse(counter.till, fault, { name: line.name });
    atomically(counter.till.db, () => {
      setLineQuantity(counter.till.db, line.id, quantity);
      writeDesk(counter.till.db, { selectedLineId: line.id, lastLineId: line.id });
      keepTotal(counter, sale.id);
    });
    return ok(null);
  });
}

/** Takes a line off the sale; who did it stays in the audit. */
export function removeLine(counter: Counter, arg: { lineId: string }): Result<null> {
  const { till, staff } = counter;
  return onLine(counter, arg.lineId, (sale, line) => {
    atomically(till.db, () => {
      removeLineRow(till.db, line.id, till.world.now());
      audit(till, staff.id, 'line-removed', sale.id, { name: line.name, quantity: line.quantity, price: line.price });
      const rest = linesOf(till.db, sale.id);
      writeDesk(till.db, { selectedLineId: rest.at(-1)?.id ?? null, lastLineId: rest.at(-1)?.id ?? null });
      keepTotal(counter, sale.id);
    });
    return ok(null);
  });
}

/** Marks a line for the keys that act on one. */
export function selectLine(counter: Counter, arg: { lineId: string }): Result<null> {
  writeDesk(counter.till.db, { selectedLineId: arg.lineId });
  return ok(null);
}

/** Gives up the sale on the counter while nothing has been paid; it stays in the journal as voided. */
export function voidSale({ till, staff }: Counter): Result<null> {
  const sale = currentSale(till.db);
  if (!sale) return refuse(till, 'sale-empty');
  if (sale.state !== 'open') return refuse(till, 'lines-frozen');
  till.memo.nextQuantity = null;
  atomically(till.db, () => {
    const now = till.world.now();
    endSale(till.db, sale.id, { state: 'voided', at: now, shiftId: sale.shiftId, businessDate: sale.businessDate });
    writeDesk(till.db, { selectedLineId: null, lastLineId: null, paymentStep: null });
    audit(till, staff.id, 'sale-voided', sale.id, { number: sale.number, total: sale.total });
    recordSale(till, sale.id);
  });
  return ok(null);
}

function onLine(counter: Counter, lineId: string, act: (sale: SaleRow, line: Line) => Result<null>): Result<null> {
  const sale = currentSale(counter.till.db);
  if (!sale) return refuse(counter.till, 'line-not-found');
  if (sale.state !== 'open') return refuse(counter.till, 'lines-frozen');
  const line = linesOf(counter.till.db, sale.id).find(({ id }) => id === lineId);
  return line ? act(sale, line) : refuse(counter.till, 'line-not-found');
}

function startSale({ till, equipment, staff }: Counter, shiftId: string): SaleRow {
  const id = till.world.newId();
  const openedAt = till.world.now();
  const { currency, timezone } = equipment.settings.shop;
  insertSale(till.db, {
    id,
    shiftId,
    staffId: staff.id,
    currency,
    openedAt,
    businessDate: businessDate(openedAt, timezone),
  });
  const sale = findSale(till.db, id);
  if (!sale) throw new Error(`sale ${id} vanished while it was being started`);
  return sale;
}

function keepTotal({ till }: Counter, saleId: string): void {
  setSaleTotal(till.db, saleId, saleTotals(linesOf(till.db, saleId)).total);
}

function asLineItem(item: Item): LineItem {
  const { name, unit, unitCode, ikpu, packageCode, vatPercent, price, weighed, minAge, cashlessOnly } = item;
  return {
    code: item.codes[0] ?? '',
    name,
    unit,
    unitCode,
    ikpu,
    packageCode,
    vatPercent,
    price,
    weighed,
    minAge,
    cashlessOnly,
  };
}

/** The fiscal box refuses a line without IKPU (401) or package code (402): say so before the customer pays. */
function fiscalFault({ equipment }: Counter, item: Item): 'item-not-fiscal' | undefined {
  const complete = item.ikpu !== null && item.packageCode !== null;
  return equipment.fiscal && !complete ? 'item-not-fiscal' : undefined;
}

/** Weighed goods without a weight are not a kilo: the window opens its weight entry on this message. */
function askForWeight({ till }: Counter, { id, name, unit }: Item): Result<null> {
  say(till, 'weight-needed', 'info', { itemId: id, name, unit });
  play(till, 'attention');
  return refused('weight-needed', { itemId: id, name, unit });
}

function noticeItem({ till }: Counter, item: Item): void {
  if (item.minAge === null) {
    till.memo.message = null;
    return play(till, 'accepted');
  }
  say(till, 'age-check', 'info', { age: item.minAge, name: item.name });
  play(till, 'attention');
}

/** Clears the finished sale off the screen; the next scan would do so by itself. */
export function newSale({ till }: Counter): Result<null> {
  writeDesk(till.db, { doneSaleId: null });
  till.memo.nextQuantity = null;
  till.memo.message = null;
  return ok(null);
}
