import { TZDate, tz } from '@date-fns/tz';
import { format, parse } from 'date-fns';

const shape = 'yyyy-MM-dd HH:mm:ss';

/** `at` (ms) as FBOX writes time, yyyy-MM-dd HH:mm:ss on the shop's clock; off by five minutes it is refused. */
export function boxTime(at: number, timeZone: string): string {
  return format(new TZDate(at, timeZone), shape);
}

/** The moment (ms) that FBOX wrote on the shop's clock, or null when it wrote none: some modules leave their times empty. */
export function fromBoxTime(text: string, timeZone: string): number | null {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)) return null;
  const at = parse(text, shape, 0, { in: tz(timeZone) }).getTime();
  return Number.isNaN(at) ? null : at;
}
