import { addUp, divideHalfAway, thousandths, tiyin } from './money.ts';
import type { Thousandths, Tiyin } from './money.ts';
import { lineTotal, lineVat } from './sale.ts';
import type { Line } from './sale.ts';
import { vatInside } from './tax.ts';

/** What of a line is given back: its quantity in thousandths, its sums in tiyin; `amount` is what the customer gets. */
export type RefundLine = {
  lineId: string;
  quantity: Thousandths;
  discount: Tiyin;
  amount: Tiyin;
  vat: Tiyin;
};

/** What of a line the customer asks to give back. */
export type AskedLine = { lineId: string; quantity: number };

export type RefundLinesFault = 'refund-lines-wrong' | 'refund-nothing-left';
export type RefundLines = { ok: true; lines: RefundLine[] } | { ok: false; code: RefundLinesFault };

/** A line of the sale, and what `given` has left of it. */
export type LineLeft = { line: Line; left: RefundLine };

/** What earlier refunds have left of each line of a sale, in the order of its lines. */
export function linesLeft(lines: readonly Line[], given: readonly RefundLine[]): LineLeft[] {
  return lines.map((line) => ({ line, left: partOf(line, line.quantity, givenOf(line, given)) }));
}

/**
 * The lines of a refund: those asked for, or all that is left when none are named. A line that was not sold here, stands twice,
 * is broken although it is piece goods, or is asked for more than is left of it, makes all of it wrong; so does a
 * part that is worth nothing.
 */
export function refundLines(
  lines: readonly Line[],
  given: readonly RefundLine[],
  asked: readonly AskedLine[] | undefined,
): RefundLines {
  const whole = linesLeft(lines, given).filter(({ left }) => left.quantity > 0);
  if (whole.length === 0 || worth(whole.map(({ left }) => left)) === 0)
    return { ok: false, code: 'refund-nothing-left' };
  if (asked === undefined) return { ok: true, lines: whole.map(({ left }) => left) };
  if (!mayBeGiven(whole, asked)) return { ok: false, code: 'refund-lines-wrong' };
  const parts = whole.flatMap(({ line }) => asked.filter(sameLine(line)).map(({ quantity }) => part(line, quantity)));
  return worth(parts) > 0 ? { ok: true, lines: parts } : { ok: false, code: 'refund-lines-wrong' };

  function part(line: Line, quantity: number): RefundLine {
    const before = givenOf(line, given);
    return partOf(line, thousandths(before.quantity + quantity), before);
  }
}

/** The sum of a refund's lines: what the customer gets back. */
export function worth(lines: readonly Pick<RefundLine, 'amount'>[]): Tiyin {
  return addUp(lines.map(({ amount }) => amount));
}

function mayBeGiven(whole: readonly LineLeft[], asked: readonly AskedLine[]): boolean {
  const names = new Set(asked.map(({ lineId }) => lineId));
  const fits = ({ lineId, quantity }: AskedLine): boolean => {
    const found = whole.find(({ line }) => line.id === lineId);
    if (!found || !Number.isSafeInteger(quantity)) return false;
    const isWhole = found.line.weighed || quantity % 1000 === 0;
    return isWhole && quantity > 0 && quantity <= found.left.quantity;
  };
  return asked.length > 0 && names.size === asked.length && asked.every(fits);
}

type Sums = Omit<RefundLine, 'lineId'>;

/** What lies between what was given before and what is given up to `upTo`: parts can then never add up to more than their line. */
function partOf(line: Line, upTo: Thousandths, before: Sums): RefundLine {
  const after = sumsUpTo(line, upTo);
  return {
    lineId: line.id,
    quantity: thousandths(upTo - before.quantity),
    discount: tiyin(after.discount - before.discount),
    amount: tiyin(after.amount - before.amount),
    vat: tiyin(after.vat - before.vat),
  };
}

/**
 * The sums of the first `quantity` of a line. The net is shared by quantity; the discount is rounded the other way, so that piece
 * goods keep their price to the tiyin; the VAT is that of the net. All three end in the line's own sums and never fall
 * on the way, so every part is at least zero.
 */
function sumsUpTo(line: Line, quantity: Thousandths): Sums {
  const amount = share(lineTotal(line), quantity, line.quantity);
  const kept = share(line.discount, line.quantity - quantity, line.quantity);
  const vat = quantity === line.quantity ? lineVat(line) : vatInside(amount, line.vatPercent);
  return { quantity, amount, discount: tiyin(line.discount - kept), vat };
}

function givenOf(line: Line, given: readonly RefundLine[]): Sums {
  const mine = given.filter(sameLine(line));
  return {
    quantity: thousandths(mine.reduce((sum, { quantity }) => sum + quantity, 0)),
    discount: addUp(mine.map(({ discount }) => discount)),
    amount: worth(mine),
    vat: addUp(mine.map(({ vat }) => vat)),
  };
}

function sameLine({ id }: Line): (one: { lineId: string }) => boolean {
  return ({ lineId }) => lineId === id;
}

/** `part` of `whole` of a sum, rounded half away from zero. */
export function share(sum: Tiyin, part: number, whole: number): Tiyin {
  return tiyin(Number(divideHalfAway(BigInt(sum) * BigInt(part), BigInt(whole))));
}
