import { z } from 'zod';
import { languages } from '../../domain/language.ts';
import { drawer, printer, scanners, text, webAddress } from './devices-schema.ts';
import { checkout, listener, offline, paymeGo } from './payments-schema.ts';

const timezone = z.string().refine(isTimezone);

/** Taxpayers in Uzbekistan: 9 digits for companies, 14 (PINFL) for sole traders. */
const tin = z.string().regex(/^(\d{9}|\d{14})$/);

const shop = z.strictObject({
  name: text,
  tin,
  address: text,
  phone: text.optional(),
  timezone: timezone.default('Asia/Tashkent'),
  currency: z.literal('UZS').default('UZS'),
  receiptLanguage: z.enum(languages),
});

const person = z.strictObject({
  name: text,
  role: z.enum(['cashier', 'manager']),
  pin: z.string().regex(/^\d{4,8}$/),
  language: z.enum(languages),
});

/** What the till keeps as its settings; secrets are what `secret` says, so that one description serves both forms. */
const settingsWith = <Secret extends z.ZodType<string>>(secret: Secret) => ({
  version: z.literal(1),
  shop,
  register: z.strictObject({ name: text, kkmId: text, deviceId: text }),
  scanners: scanners.default([]),
  printer: printer.optional(),
  drawer: drawer.default({ kind: 'none' }),
  fiscal: z.strictObject({ kind: z.literal('fbox'), baseUrl: webAddress }),
  paymeGo: paymeGo(secret).optional(),
  checkout: checkout(secret).optional(),
  listener: listener(secret).optional(),
  /** The defaults of the trade's own risk limits: 300,000 sums a sale, 3,000,000 and 10 sales a till, two hours. */
  offline: offline.default({
    release: { enabled: false, perSale: 30_000_000, total: 300_000_000, count: 10, maxAgeMinutes: 120 },
  }),
});

/** The whole provision file, `version: 1`: money in tiyin, unknown keys refused, secrets in place. */
export const provisionSchema = z.strictObject({
  ...settingsWith(z.string().min(1)),
  staff: z.array(person).min(1),
  catalogue: text,
});

/** Settings as they lie in the database: no people, no PINs, every secret blank. */
export const settingsSchema = z.strictObject(settingsWith(z.literal('')));

/** Settings in use: secrets filled in, as the shell hands them over at start. */
export const workingSettingsSchema = z.strictObject(settingsWith(z.string()));

export type Provision = z.infer<typeof provisionSchema>;
export type Settings = z.infer<typeof settingsSchema>;
export type WorkingSettings = z.infer<typeof workingSettingsSchema>;
export type StaffRow = Provision['staff'][number];

function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
