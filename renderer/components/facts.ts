import type { TFunction } from 'i18next';
import type { Facts } from '../../preload/api.ts';
import { formatSum, formatTime } from '../i18n/format.ts';

type Shown = 'code' | 'name' | 'age' | 'due' | 'given' | 'until' | 'left' | 'number' | 'message';

const order: readonly Shown[] = ['name', 'code', 'age', 'due', 'given', 'until', 'left', 'number', 'message'];

/** The facts of a message in words: sums from tiyin, times from ms; facts that mean nothing to a cashier are left out. */
export function factLines(t: TFunction, facts: Facts): string[] {
  return order.flatMap((key) => {
    const value = facts[key];
    if (value === undefined || value === '') return [];
    return [t(`facts.${key}`, { value: inWords(key, value) })];
  });
}

function inWords(key: Shown, value: string | number): string {
  if (typeof value === 'string') return value;
  if (key === 'due' || key === 'given') return formatSum(value);
  return key === 'until' ? formatTime(value) : String(value);
}
