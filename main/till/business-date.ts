import { tz } from '@date-fns/tz';
import { format } from 'date-fns';

/** The shop's calendar day of a moment (ms), as yyyy-MM-dd: reports count by it, whatever zone the computer is in. */
export function businessDate(at: number, timeZone: string): string {
  return format(at, 'yyyy-MM-dd', { in: tz(timeZone) });
}

/** A moment (ms) as people in the shop read it: dd.MM.yyyy HH:mm. */
export function shopTime(at: number, timeZone: string): string {
  return format(at, 'dd.MM.yyyy HH:mm', { in: tz(timeZone) });
}
