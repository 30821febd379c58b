import { z } from 'zod';
import type { Fields } from './fields.ts';
import { isSignature } from './signature.ts';

/**
 * How far a payment is (docs.flitt.com: order status, delayed order). `processing` is also said while the customer was refused and
 * may try again; `declined` when their time is over after that, `expired` when they never tried. `reversed`: wholly or in part.
 */
const statuses = ['created', 'processing', 'declined', 'approved', 'expired', 'reversed'] as const;

/** A payment as Flitt told it and signed it; amounts in minor units of their currency. Empty fields are null. */
export type FlittPayment = {
  orderId: string;
  merchantId: string;
  status: (typeof statuses)[number];
  amount: number;
  currency: string;
  actualAmount: number | null;
  actualCurrency: string | null;
  reversalAmount: number;
  paymentId: string | null;
  phone: string | null;
  /** Why the customer's last try was refused. */
  refusal: { code: string; message: string } | null;
};

/** What a payment must say to be the one asked about. */
export type FlittExpected = { orderId: string; merchantId: string; amount: number; currency: string };

export type ReadPayment =
  | { ok: true; payment: FlittPayment }
  | { ok: false; reason: 'signature-missing' | 'signature-wrong' | 'wrong-shape' };

/** Amounts come as text, "200"; more digits than money has are nobody's amount. */
const amount = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

const said = z.string().min(1);
const perhaps = z
  .string()
  .optional()
  .transform((text) => (text === '' || text === undefined ? null : text));

const noAmount = z.literal(['', undefined]);

const shape = z
  .object({
    response_status: z.literal('success'),
    order_id: said,
    merchant_id: said,
    order_status: z.enum(statuses),
    amount,
    currency: said,
    actual_amount: z.union([amount, noAmount.transform(() => null)]).optional(),
    actual_currency: perhaps,
    reversal_amount: z.union([amount, noAmount.transform(() => 0)]).optional(),
    payment_id: perhaps,
    sender_cell_phone: perhaps,
    response_code: perhaps,
    response_description: perhaps,
  })
  .transform((its): FlittPayment => ({
    orderId: its.order_id,
    merchantId: its.merchant_id,
    status: its.order_status,
    amount: its.amount,
    currency: its.currency,
    actualAmount: its.actual_amount ?? null,
    actualCurrency: its.actual_currency,
    reversalAmount: its.reversal_amount ?? 0,
    paymentId: its.payment_id,
    phone: its.sender_cell_phone,
    refusal: its.response_code === null ? null : { code: its.response_code, message: its.response_description ?? '' },
  }));

/** The payment in an answer or a callback, read only once its signature fits the values as they were received. */
export function readPayment(fields: Fields, secret: string): ReadPayment {
  const signature = fields.get('signature') ?? '';
  if (signature === '') return { ok: false, reason: 'signature-missing' };
  if (!isSignature(signature, fields, secret)) return { ok: false, reason: 'signature-wrong' };
  const read = shape.safeParse(Object.fromEntries(fields));
  return read.success ? { ok: true, payment: read.data } : { ok: false, reason: 'wrong-shape' };
}

/**
 * Why `payment` is not the one expected, or undefined. Of money that was taken the actual amount counts: it may differ from the
 * one asked for, and the signature says nothing about that.
 */
export function paymentMismatch(payment: FlittPayment, expected: FlittExpected): string | undefined {
  if (payment.orderId !== expected.orderId) return 'other-attempt';
  if (payment.merchantId !== expected.merchantId) return 'other-merchant';
  if (payment.amount !== expected.amount) return 'amount-mismatch';
  if (payment.currency !== expected.currency) return 'currency-mismatch';
  if (payment.status !== 'approved' && payment.status !== 'reversed') return undefined;
  if (payment.actualAmount !== expected.amount) return 'amount-mismatch';
  return payment.actualCurrency === expected.currency ? undefined : 'currency-mismatch';
}

/** What a manager needs to find the payment in the Flitt portal. */
export function evidence({
  orderId,
  paymentId,
  status,
  amount: asked,
  actualAmount,
  reversalAmount,
}: FlittPayment): string {
  return `order ${orderId}, payment ${paymentId ?? '-'}, ${status}, amount ${asked}, actual ${actualAmount ?? '-'}, reversed ${reversalAmount}`;
}
