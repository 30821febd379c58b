import { TZDate } from '@date-fns/tz';
import { businessDate } from './business-date.ts';

/** A calendar day of the shop: `from` up to but without `to`, in ms. */
export type BusinessDay = { from: number; to: number };

/** The day a business date (yyyy-MM-dd) means in the shop's zone, or undefined when there is no such date. */
export function businessDay(date: string, timeZone: string): BusinessDay | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const from = new TZDate(year, month - 1, day, timeZone).getTime();
  const to = new TZDate(year, month - 1, day + 1, timeZone).getTime();
  return !Number.isNaN(from) && businessDate(from, timeZone) === date ? { from, to } : undefined;
}

/** The business date `days` before that of a moment (ms): noon is on the same day whatever a clock change did to midnight. */
export function dateBefore(at: number, days: number, timeZone: string): string {
  const now = new TZDate(at, timeZone);
  const noon = new TZDate(now.getFullYear(), now.getMonth(), now.getDate() - days, 12, timeZone);
  return businessDate(noon.getTime(), timeZone);
}
