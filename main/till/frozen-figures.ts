import { z } from 'zod';
import { isTiyin, zero } from '../domain/money.ts';
import type { ShiftFigures } from '../domain/shift.ts';
import { tenderKinds } from '../domain/tender.ts';
import { shiftFigures } from '../report/shift-report.ts';
import type { Db } from '../store/database.ts';
import { findShift, setFigures } from '../store/shifts.ts';
import type { ShiftRow } from '../store/shifts.ts';

const sum = z.custom<ShiftFigures['total']>(isTiyin);
const heap = z.object({ count: z.number(), amount: sum, oldestAt: z.number().nullable() });
const otherCurrency = z.object({ currency: z.string(), count: z.int(), taken: z.int(), givenBack: z.int() });

/** What has a default came later than the first Z reports: one of an older version reads as if there was none of it. */
const schema: z.ZodType<ShiftFigures> = z.object({
  kind: z.enum(['x', 'z']),
  shiftNumber: z.number(),
  openedAt: z.number(),
  closedAt: z.number().nullable(),
  cashier: z.string(),
  sales: z.number(),
  voided: z.number(),
  total: sum,
  vat: sum,
  refunds: z.object({ count: z.number(), amount: sum }),
  byTender: z.array(z.object({ kind: z.enum(tenderKinds), count: z.number(), amount: sum })),
  otherCurrencies: z.array(otherCurrency).default([]),
  float: sum,
  expectedCash: sum,
  countedCash: sum.nullable(),
  difference: sum.nullable(),
  inDoubt: heap,
  queued: heap,
  goingBack: heap.default({ count: 0, amount: zero, oldestAt: null }),
  unsentFiscal: z.number(),
  findings: z.number().default(0),
});

/** The Z's figures are kept as they were said: what is resolved later belongs to the shift that is open then. */
export function freezeFigures(db: Db, shiftId: string): void {
  const shift = findShift(db, shiftId);
  if (shift) setFigures(db, shiftId, JSON.stringify(shiftFigures(db, shift)));
}

/** The figures a shift was closed with, undefined while it is open; they come from disk, so they are parsed and not believed. */
export function frozenFigures({ figures }: Pick<ShiftRow, 'figures'>): ShiftFigures | undefined {
  return figures === null ? undefined : schema.parse(JSON.parse(figures));
}
