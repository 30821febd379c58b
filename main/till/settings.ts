import type { TillStart } from '../../preload/till-port.ts';
import type { Db } from '../store/database.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import { settingsSchema } from './provision/schema.ts';
import type { Settings, WorkingSettings } from './provision/schema.ts';
import { joinSecrets, secretPaths } from './provision/secrets.ts';
import type { Secrets } from './provision/secrets.ts';

/** The shop's settings with their secrets in place; they exist only in memory. */
export type TillSettings = WorkingSettings;

const key = 'provision';

/** Keeps the settings, every secret blank. */
export function storeSettings(db: Db, settings: Settings): void {
  writeSetting(db, key, settings);
}

/** True when this till has its settings. */
export function isSetUp(db: Db): boolean {
  return readSetting(db, key) !== undefined;
}

/** The settings with secrets joined, or undefined when the till is not set up. */
export function loadSettings(db: Db, secrets: Secrets): TillSettings | undefined {
  const stored = readSetting(db, key);
  return stored === undefined ? undefined : joinSecrets(settingsSchema.parse(stored), secrets);
}

/** The provider secrets among what the shell handed over. */
export function providerSecrets(kept: TillStart['secrets']): Secrets {
  return Object.fromEntries(secretPaths.flatMap((path) => (kept[path] === undefined ? [] : [[path, kept[path]]])));
}
