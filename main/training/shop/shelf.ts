import type { ItemRow } from '../../domain/item.ts';
import { tiyin } from '../../domain/money.ts';

/** Code (EAN-13 or the number the scales know), name, price in sums, unit, IKPU, package code. */
export type ShelfRow = readonly [
  code: string,
  name: string,
  sums: number,
  unit: Unit,
  ikpu: string,
  packageCode: string,
];

type Unit = keyof typeof unitCodes;

/** Codes of the classifier of units that goes on invoices: piece, kilogram, package. */
const unitCodes = { dona: '796', kg: '166', qadoq: '778' } as const;

/** Goods of one group; `common` says what all of them share, otherwise 12 % VAT, not weighed, not marked, for any age. */
export function shelf(group: string, common: Partial<ItemRow>, rows: readonly ShelfRow[]): ItemRow[] {
  return rows.map(([code, name, sums, unit, ikpu, packageCode]) => ({
    name,
    price: tiyin(sums * 100),
    unit,
    unitCode: unitCodes[unit],
    vatPercent: 12,
    ikpu,
    packageCode,
    weighed: false,
    marked: false,
    group,
    minAge: null,
    cashlessOnly: false,
    codes: [code],
    ...common,
  }));
}
