import { z } from 'zod';
import { wrongParams, type RpcError } from './errors.ts';

const time = z.int().min(0);

/** `receipts.create`: amount in tiyin; what the account is made of is agreed per cashbox. */
export const createParams = z.object({
  amount: z.int(),
  account: z
    .record(z.string(), z.union([z.string(), z.number()]).transform(String))
    .refine((account) => Object.keys(account).length > 0),
  description: z.string().optional(),
  detail: z.looseObject({}).optional(),
  hold: z.boolean().default(false),
});

/** `receipts.send`: the customer's number with its country. */
export const sendParams = z.object({ id: z.string(), phone: z.string().regex(/^998\d{9}$/) });

/** `receipts.pay`; the token of a Payme Go payment is the customer's code. */
export const payParams = z.object({
  id: z.string(),
  token: z.string().min(1),
  payer: z.looseObject({}).optional(),
  hold: z.boolean().default(false),
});

/** `receipts.check`, `receipts.get`, `receipts.cancel` and `receipts.confirm_hold`. */
export const idParams = z.object({ id: z.string() });

/** `receipts.get_all`: at most 50 receipts of a period in ms. */
export const listParams = z
  .object({ count: z.int().min(1).max(50), from: time, to: time, offset: z.int().min(0).default(0) })
  .refine(({ from, to }) => from <= to, { path: ['to'] });

/** `receipts.set_fiscal_data`: the number and the address of the fiscal receipt are required. */
export const fiscalParams = z.object({
  id: z.string(),
  fiscal_data: z.object({
    status_code: z.int().optional(),
    message: z.string().optional(),
    terminal_id: z.string().optional(),
    receipt_id: z.int(),
    date: z.string().optional(),
    fiscal_sign: z.string().optional(),
    qr_code_url: z.string().min(1),
  }),
});

/** The parsed parameters, or the refusal that names every wrong one. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; error: RpcError };

/** Parses `params` with `schema`; a failure becomes error -32602. */
export function parseParams<T>(schema: z.ZodType<T>, params: unknown): Parsed<T> {
  const result = schema.safeParse(params);
  if (result.success) return { ok: true, value: result.data };
  const fields = result.error.issues.map((issue) => issue.path.join('.') || 'params');
  return { ok: false, error: wrongParams([...new Set(fields)]) };
}
