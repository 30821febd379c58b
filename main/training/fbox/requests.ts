import { z } from 'zod';
import { fieldErrors, type FboxError } from './envelope.ts';

/** A field's complaint in the words FBOX's own validation uses (FBOX: Payment, code 7). */
function complain(wrongType: string) {
  return (issue: { input?: unknown }) => {
    if (issue.input === undefined) return 'This field is required.';
    return issue.input === null ? 'This field may not be null.' : wrongType;
  };
}

const integer = z.int({ error: complain('A valid integer is required.') });
const flag = z.boolean({ error: complain('Must be a valid boolean.') });
const text = z.string({ error: complain('Not a valid string.') });
const filled = text.min(1, 'This field may not be blank.');

/** `POST /payment/payme`; the register's ids are optional and echoed. */
export const payRequest = z.object({
  amount: integer.min(1, 'Ensure this value is greater than or equal to 1.'),
  qr_code: filled,
  kkm_id: filled.optional(),
  device_id: filled.optional(),
});

/** `POST /payment/payme_confirm`; `qr_code` is the fiscal receipt's URL here, not the customer's code. */
export const confirmRequest = z.object({ payment_id: filled, qr_code: filled });

const product = z.looseObject({
  name: filled,
  amount: integer,
  price: integer,
  product_price: integer,
  vat: integer,
  vat_percent: z.number({ error: complain('A valid number is required.') }).nullable(),
  discount: integer.default(0),
  other: integer.default(0),
  class_code: text.nullish(),
  package_code: text.nullish(),
});

const extraInfo = z.looseObject({
  phone_number: text.nullish(),
  qr_payment_id: text.nullish(),
  qr_payment_provider: z.union([z.string(), z.number()]).nullish(),
});

/** `POST /order/create/` and `POST /order/refuse/`: money in tiyin, `amount` in thousandths (FBOX: Order). */
export const receiptRequest = z.looseObject({
  number: z.union([z.string(), z.number()]).nullish(),
  receipt_type: z.enum(['order', 'prepaid', 'credit'], { error: complain('Not a valid choice.') }).default('order'),
  products: z.array(product, { error: complain('Expected a list of items.') }).min(1, 'This list may not be empty.'),
  time: text,
  cashier: text.nullish(),
  received_cash: integer,
  received_card: integer,
  change: integer.default(0),
  uuid: text.nullish(),
  qr_code: text.nullish(),
  open_cashbox: flag.nullish(),
  extra_info: extraInfo.nullish(),
});

/** What `receiptRequest` gives. */
export type ReceiptRequest = z.infer<typeof receiptRequest>;

/** `POST /zreport/close/`: `false` prints the X report and closes nothing (FBOX: Z report and X report). */
export const closeRequest = z.looseObject({ close_zreport: flag });

/** The parsed body, or FBOX's refusal that names every wrong field. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; error: FboxError };

/** Parses `body` with `schema`; a failure becomes FBOX's error 7. */
export function parseRequest<T>(schema: z.ZodType<T>, body: unknown): Parsed<T> {
  const result = schema.safeParse(body);
  if (result.success) return { ok: true, value: result.data };
  const complaints: Record<string, string[]> = {};
  for (const issue of result.error.issues) {
    const field = issue.path.join('.') || 'non_field_errors';
    complaints[field] = [...(complaints[field] ?? []), issue.message];
  }
  return { ok: false, error: fieldErrors(complaints) };
}
