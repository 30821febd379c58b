import { z } from 'zod';

/** The SDK's schema says uint32; yen have no smaller unit, so a fraction is refused. */
const amount = z.int().min(0).max(4_294_967_295);
const positive = amount.min(1);

/** Its only currency in practice; its own sample writes it small. */
const currency = z
  .string()
  .regex(/^jpy$/i)
  .transform((code) => code.toUpperCase());

const metadata = z
  .record(z.string(), z.string())
  .refine((pairs) => Object.keys(pairs).length <= 20)
  .default({});

const address = z.looseObject({
  line1: z.string(),
  locality: z.string().max(80),
  postalCode: z.string(),
  country: z.string().length(2),
});

const item = z
  .looseObject({
    name: z.string().min(1),
    amount,
    currency: currency.optional(),
    quantity: z.int().min(0).max(65_535).default(1),
  })
  .transform(({ name, amount: price, quantity }) => ({ name, amount: price, quantity }));

/** POST /checkout-sessions (schema of the Node SDK; lengths and enumerations of the API reference). */
export const sessionRequest = z.looseObject({
  amount,
  currency,
  items: z.array(item).min(1).max(50),
  customerInfo: z.looseObject({}),
  shippingInfo: z.looseObject({
    address,
    addressType: z.enum(['home', 'gift', 'locker', 'office', 'store']).optional(),
    feeAmount: amount.optional(),
    feeCurrency: currency.optional(),
  }),
  captureMethod: z.enum(['automatic', 'manual']).default('automatic'),
  locale: z.enum(['en', 'ja']).optional(),
  successUrl: z.url(),
  cancelUrl: z.url(),
  description: z.string().min(1).max(80).optional(),
  reference: z.string().min(1).max(40).optional(),
  metadata,
});

/** POST /payments: taking what an order reserved, whole or in parts. */
export const captureRequest = z.looseObject({
  order: z.string(),
  amount: positive,
  currency,
  cancelRemainder: z.enum(['automatic', 'manual']).default('automatic'),
  reference: z.string().min(1).max(40).optional(),
  metadata,
});

/** POST /refunds: giving back of a payment, whole or in parts. */
export const refundRequest = z.looseObject({
  payment: z.string(),
  amount: positive,
  currency,
  reason: z.enum(['requested_by_customer', 'fraudulent']),
  reference: z.string().min(1).max(40).optional(),
  metadata,
});

export type SessionRequest = z.infer<typeof sessionRequest>;
export type CaptureRequest = z.infer<typeof captureRequest>;
export type RefundRequest = z.infer<typeof refundRequest>;
