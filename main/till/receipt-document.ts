import { z } from 'zod';
import type { Receipt } from '../domain/receipt.ts';
import { languages } from '../domain/language.ts';
import { tenderKinds } from '../domain/tender.ts';
import { isTiyin, thousandths } from '../domain/money.ts';

const sum = z.custom<Receipt['total']>(isTiyin);

const schema: z.ZodType<Receipt> = z.object({
  kind: z.enum(['sale', 'refund']).default('sale'),
  language: z.enum(languages),
  training: z.boolean(),
  shop: z.object({ name: z.string(), tin: z.string(), address: z.string(), phone: z.string().nullable() }),
  register: z.string(),
  cashier: z.string(),
  saleNumber: z.number(),
  shiftNumber: z.number(),
  at: z.number(),
  timeZone: z.string(),
  lines: z.array(
    z.object({
      name: z.string(),
      code: z.string(),
      ikpu: z.string().nullable(),
      unit: z.string(),
      price: sum,
      quantity: z.number().transform(thousandths),
      discount: sum,
      total: sum,
      vat: sum,
      vatPercent: z.number().nullable(),
    }),
  ),
  total: sum,
  discount: sum,
  vat: sum,
  tenders: z.array(z.object({ kind: z.enum(tenderKinds), amount: sum, given: sum.nullable(), change: sum })),
  fiscal: z
    .object({
      terminalId: z.string(),
      receiptSeq: z.string(),
      dateTime: z.string(),
      fiscalSign: z.string(),
      url: z.string(),
    })
    .nullable(),
});

/** A receipt read back from its row; the row may be older than the program (it then has no kind), so it is parsed and not believed. */
export function parseReceipt(document: string): Receipt {
  return schema.parse(JSON.parse(document));
}
