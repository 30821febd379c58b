import { z } from 'zod';
import { port, secretAddress, text, webAddress } from './devices-schema.ts';

const seconds = z.int().min(1).max(86_400);
const tiyin = z.int().min(0);

/**
 * How Payme Go codes look: 20 digits beginning 505 in every published sample, and read by no goods scanner otherwise.
 * Their life is not published; 20 s is the shortest a neighbour uses (Uzum).
 */
const code = {
  codePrefixes: z.array(z.string().regex(/^\d*$/)).min(1).default(['505']),
  codeLengths: z.array(z.int().min(8).max(80)).min(1).default([20]),
  codeLifetimeSeconds: seconds.default(20),
};

/** 75 s: two calls to Payme stand behind one answer of the box, and Payme's own test card takes 10 s. */
const timeoutSeconds = z.int().min(1).max(300).default(75);

/**
 * Payme Go through the fiscal box or directly; the box's amount unit has no default because its documents disagree. The
 * `cashbox` behind a box is its book: with it, doubts are asked about instead of being left to a person.
 */
export const paymeGo = <Secret extends z.ZodType<string>>(secret: Secret) =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('fbox'),
      baseUrl: webAddress,
      amountUnit: z.enum(['sum', 'tiyin']),
      sendRegisterIds: z.boolean().default(true),
      timeoutSeconds,
      cashbox: z.strictObject({ baseUrl: secretAddress, cashboxId: text, key: secret }).optional(),
      ...code,
    }),
    z.strictObject({
      kind: z.literal('subscribe'),
      baseUrl: secretAddress,
      cashboxId: text,
      key: secret,
      timeoutSeconds,
      ...code,
    }),
  ]);

/** Ways to pay by a code shown to the customer; each is optional. */
export const checkout = <Secret extends z.ZodType<string>>(secret: Secret) =>
  z.strictObject({
    flitt: z.strictObject({ baseUrl: webAddress, merchantId: text, secret, lifetimeSeconds: seconds }).optional(),
    payme: z
      .strictObject({
        checkoutUrl: webAddress,
        merchantId: text,
        accountField: text,
        language: z.enum(['uz', 'ru', 'en']),
      })
      .optional(),
    invoice: z.strictObject({ baseUrl: webAddress, cashboxId: text, key: secret }).optional(),
    uzqr: z.strictObject({ kind: z.literal('fbox'), baseUrl: webAddress }).optional(),
    smartpay: z
      .strictObject({ baseUrl: webAddress, secretKey: secret, currency: z.string().regex(/^[A-Z]{3}$/) })
      .optional(),
  });

/** Where providers call us; loopback unless told otherwise. */
export const listener = <Secret extends z.ZodType<string>>(secret: Secret) =>
  z.strictObject({
    host: text.default('127.0.0.1'),
    port,
    publicUrl: webAddress.optional(),
    merchantApi: z.strictObject({ login: text, key: secret, testKey: secret.optional(), busyCode: z.int() }).optional(),
    allow: z.array(z.union([z.ipv4(), z.ipv6()])).optional(),
  });

/** Limits for selling while a payment is unknown; `perSale` and `total` in tiyin. Goods are not released unless enabled. */
export const offline = z.strictObject({
  /** Holds a code waiting for the line shorter than it lives; as long as it lives when not said. */
  holdSeconds: seconds.optional(),
  release: z.strictObject({
    enabled: z.boolean(),
    perSale: tiyin,
    total: tiyin,
    count: z.int().min(0),
    maxAgeMinutes: z.int().min(1),
  }),
});
