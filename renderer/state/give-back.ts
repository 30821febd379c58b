import { addUp, tiyin } from '../../main/domain/money.ts';
import type { Tiyin } from '../../main/domain/money.ts';
import { share } from '../../main/domain/refund.ts';
import type { PastLine, RefundLines } from '../../preload/api.ts';
import { quantityEntered } from './entry.ts';

/** What was keyed in for each line, by its id; a line without an entry stays sold. */
export type Entries = Readonly<Record<string, string>>;

/** How much (thousandths) of a line goes back: 0 when nothing was keyed in, undefined when it cannot be. */
export function wantedOf({ id, left, weighed }: PastLine, entries: Entries): number | undefined {
  const entry = entries[id] ?? '';
  const wanted = entry === '' ? 0 : quantityEntered(entry);
  if (wanted === undefined || wanted > left) return undefined;
  return weighed || wanted % 1000 === 0 ? wanted : undefined;
}

/** A quantity (thousandths) as it is keyed in: `2`, `0,35`. */
export function asEntry(quantity: number): string {
  return String(quantity / 1000).replace('.', ',');
}

/** One piece more or less of a line, staying between nothing and what is left; anything wrong before becomes nothing. */
export function stepped(line: PastLine, entries: Entries, by: 1 | -1): Entries {
  const next = Math.min(Math.max((wantedOf(line, entries) ?? 0) + by * 1000, 0), line.left);
  return { ...entries, [line.id]: next === 0 ? '' : asEntry(next) };
}

/** The lines to give back, or null while nothing is chosen or something is wrong. */
export function askedLines(lines: readonly PastLine[], entries: Entries): RefundLines | null {
  const asked = lines.map((line) => ({ lineId: line.id, quantity: wantedOf(line, entries) }));
  const some: RefundLines = [];
  for (const { lineId, quantity } of asked) {
    if (quantity === undefined) return null;
    if (quantity > 0) some.push({ lineId, quantity });
  }
  return some.length === 0 ? null : some;
}

/** What the customer would get for the lines as they are keyed in, in tiyin; the till counts it again when it gives it back. */
export function sumBack(lines: readonly PastLine[], entries: Entries): Tiyin {
  return addUp(lines.map((line) => lineBack(line, wantedOf(line, entries) ?? 0)));
}

/** A part of a line is what lies between the parts given before and after it, so that parts never add up to more (refund.ts). */
function lineBack({ total, quantity, left }: PastLine, wanted: number): Tiyin {
  const before = quantity - left;
  return tiyin(share(total, before + wanted, quantity) - share(total, before, quantity));
}
