import { z } from 'zod';

/**
 * Smartpay's objects, as far as a till reads them (API reference: the order, payment and refund object). Where an object
 * refers to another one, its id stands there, or the whole object when `expand=all` was asked for; how deep that goes is
 * not documented, so both are read everywhere. `test` is told beside the mode in the ids.
 */

/** An amount in whole yen, or in the smallest unit of another currency. */
const amount = z.int().nonnegative();

/** The pages say lower case in one place and upper case in another. */
const currency = z.string().transform((code) => code.toUpperCase());

const isTest = z.boolean().nullish();

/** A reference to an object of which only the id is needed. */
const reference = z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]);

const refund = z.object({
  id: z.string(),
  payment: reference,
  amount,
  currency,
  test: isTest,
  metadata: z.record(z.string(), z.unknown()).nullish(),
});

const payment = z.object({
  id: z.string(),
  order: reference,
  amount,
  currency,
  test: isTest,
  refunds: z.array(z.union([z.string(), refund])).nullish(),
});

const order = z.object({
  id: z.string(),
  status: z.string(),
  amount,
  currency,
  test: isTest,
  payments: z.array(z.union([z.string(), payment])).nullish(),
});

const session = z.object({
  id: z.string(),
  url: z.string(),
  test: isTest,
  order: z.union([z.string(), z.object({ id: z.string(), amount: amount.nullish(), currency: currency.nullish() })]),
});

/** Money given back of a payment; `metadata` is ours, echoed. */
export type Refund = z.infer<typeof refund>;
/** Money taken for an order. */
export type Payment = z.infer<typeof payment>;
/** What a customer was asked to pay, and how that went. */
export type Order = z.infer<typeof order>;
/** A checkout as it was made; `url` is what the customer's phone opens. */
export type Session = z.infer<typeof session>;

/** An order from an answer, or undefined when it is none. */
export const readOrder = (value: unknown): Order | undefined => order.safeParse(value).data;
/** A payment from an answer, or undefined when it is none. */
export const readPayment = (value: unknown): Payment | undefined => payment.safeParse(value).data;
/** A refund from an answer, or undefined when it is none. */
export const readRefund = (value: unknown): Refund | undefined => refund.safeParse(value).data;
/** A checkout session from an answer, or undefined when it is none. */
export const readSession = (value: unknown): Session | undefined => session.safeParse(value).data;
