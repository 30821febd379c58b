import { thousandths, tiyin } from '../../main/domain/money.ts';
import type { Thousandths, Tiyin } from '../../main/domain/money.ts';

/** A key of the number pad, the same on screen and on the keyboard. */
export type PadKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '000' | ',' | 'erase';

/** The longest thing a cashier keys in by hand is a code of 20 digits. */
const longest = 20;

/** What stands in the entry after `key`: digits are added, one comma at most, `erase` takes the last away. */
export function pressed(entry: string, key: PadKey): string {
  if (key === 'erase') return entry.slice(0, -1);
  if (key === ',') return entry.includes(',') ? entry : `${entry === '' ? '0' : entry},`;
  return `${entry}${key}`.slice(0, longest);
}

/** Only what an entry may hold, out of anything typed or pasted into a field. */
export function cleaned(text: string): string {
  const [whole = '', ...rest] = text
    .replaceAll('.', ',')
    .replace(/[^\d,]/g, '')
    .split(',');
  return (rest.length === 0 ? whole : `${whole},${rest.join('')}`).slice(0, longest);
}

function scaled(entry: string, places: number): number | undefined {
  const match = /^(\d{1,12})(?:,(\d*))?$/.exec(entry);
  const rest = match?.[2] ?? '';
  if (!match || rest.length > places) return undefined;
  return Number(`${match[1]}${rest.padEnd(places, '0')}`);
}

/** Sums as keyed in (`50000`, `120,5`) in tiyin; undefined when it is not an amount. */
export function sumEntered(entry: string): Tiyin | undefined {
  const value = scaled(entry, 2);
  return value === undefined ? undefined : tiyin(value);
}

/** An amount of a currency with `places` decimals in its minor units: `1250` yen, `12,5` dollars; undefined when it is not one. */
export function minorEntered(entry: string, places: number): number | undefined {
  return scaled(entry, places);
}

/** A quantity as keyed in (`3`, `1,234`) in thousandths; undefined when it is not one. */
export function quantityEntered(entry: string): Thousandths | undefined {
  const value = scaled(entry, 3);
  return value === undefined ? undefined : thousandths(value);
}
