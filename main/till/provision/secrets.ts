import { valueAt } from './json-path.ts';
import { settingsSchema, workingSettingsSchema } from './schema.ts';
import type { Provision, Settings, WorkingSettings } from './schema.ts';

/** Every secret a provision file can hold, by its place. */
export const secretPaths = [
  'paymeGo.key',
  'paymeGo.cashbox.key',
  'checkout.flitt.secret',
  'checkout.invoice.key',
  'checkout.smartpay.secretKey',
  'checkout.smartpay.webhook.secret',
  'listener.merchantApi.key',
  'listener.merchantApi.testKey',
] as const;

/** Secrets by their place in the file; the shell keeps them encrypted, the till only in memory. */
export type Secrets = Partial<Record<(typeof secretPaths)[number], string>>;

/** Takes people and secrets out of a provision file: `settings` may be stored in the open, `secrets` may not. */
export function splitSecrets(provision: Provision): { settings: Settings; secrets: Secrets } {
  const { staff: _staff, catalogue: _catalogue, ...open } = structuredClone(provision);
  const secrets: Secrets = {};
  for (const path of secretPaths) {
    const secret = valueAt(open, path.split('.'));
    if (typeof secret !== 'string') continue;
    secrets[path] = secret;
    replaceAt(open, path, '');
  }
  return { settings: settingsSchema.parse(open), secrets };
}

/** Puts secrets back in their places; one the shell does not hold stays blank. */
export function joinSecrets(settings: Settings, secrets: Secrets): WorkingSettings {
  const joined = structuredClone(settings);
  for (const path of secretPaths) {
    if (valueAt(joined, path.split('.')) !== undefined) replaceAt(joined, path, secrets[path] ?? '');
  }
  return workingSettingsSchema.parse(joined);
}

function replaceAt(root: object, path: string, value: string): void {
  const steps = path.split('.');
  const parent = valueAt(root, steps.slice(0, -1));
  if (typeof parent === 'object' && parent !== null) Reflect.set(parent, steps.at(-1) ?? '', value);
}
