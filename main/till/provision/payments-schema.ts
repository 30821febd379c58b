import { z } from 'zod';
import { secretAddress, text, webAddress } from './devices-schema.ts';

const seconds = z.int().min(1).max(86_400);
const tiyin = z.int().min(0);

/** How long a customer may take to pay on their own phone. */
const lifetime = z.int().min(60).max(3600);

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
    /** A till's QR lives minutes: Flitt's own default of ten hours would let it be paid tomorrow. */
    flitt: z
      .strictObject({
        baseUrl: secretAddress,
        merchantId: z.string().regex(/^\d{1,12}$/),
        secret,
        lifetimeSeconds: lifetime.default(600),
      })
      .optional(),
    payme: z
      .strictObject({
        checkoutUrl: webAddress,
        /** What stands in the link between ";" and "=": anything else would be cut off silently. */
        merchantId: z.string().regex(/^[A-Za-z0-9_-]+$/),
        accountField: z.string().regex(/^[A-Za-z0-9_-]+$/),
        language: z.enum(['uz', 'ru', 'en']),
        lifetimeSeconds: lifetime.default(900),
      })
      .optional(),
    /** `hold`: the money is reserved first and taken once the till has heard of it. */
    invoice: z
      .strictObject({
        baseUrl: secretAddress,
        cashboxId: text,
        key: secret,
        hold: z.boolean().default(false),
        lifetimeSeconds: lifetime.default(900),
      })
      .optional(),
    /** The box itself waits two minutes for a UzQR payment. */
    uzqr: z
      .strictObject({ kind: z.literal('fbox'), baseUrl: webAddress, lifetimeSeconds: lifetime.default(300) })
      .optional(),
    smartpay: z
      .strictObject({
        baseUrl: secretAddress,
        secretKey: secret,
        currency: z.string().regex(/^[A-Z]{3}$/),
        capture: z.enum(['automatic', 'manual']).default('automatic'),
        /** Where Smartpay leads the customer's phone afterwards; it proves nothing. */
        returnUrl: webAddress.default('https://smartpay.co'),
        lifetimeSeconds: lifetime.default(900),
        /** Webhook secrets by subscription id, when Smartpay may call the listener. */
        webhook: z.strictObject({ subscriptionId: text, secret }).optional(),
      })
      .optional(),
  });

/** Where providers call us; loopback unless told otherwise. */
export const listener = <Secret extends z.ZodType<string>>(secret: Secret) =>
  z.strictObject({
    host: text.default('127.0.0.1'),
    /** 0 is any free port. */
    port: z.int().min(0).max(65_535),
    publicUrl: webAddress.optional(),
    /** `busyCode`: what a second payment for a busy account is told; Payme's own pages contradict each other. */
    merchantApi: z
      .strictObject({
        login: text.default('Paycom'),
        key: secret,
        testKey: secret.optional(),
        busyCode: z.int().min(-31_099).max(-31_008).default(-31_008),
        /** Whether Payme may take a payment back whose goods have left; else it is told -31007. */
        cancelAfterSale: z.enum(['refuse', 'accept']).default('refuse'),
        /** Whether Payme's own cash register reports these sales; with a fiscal box of the shop's own they would be taxed twice. */
        detail: z.boolean().default(false),
      })
      .optional(),
    /** Callers let in; everybody when not said. Addresses are those a proxy forwards when `behindProxy` is set. */
    allow: z.array(z.union([z.ipv4(), z.ipv6()])).optional(),
    behindProxy: z.boolean().default(false),
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
