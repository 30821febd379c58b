import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';

/** `at` (ms) as FBOX writes time, yyyy-MM-dd HH:mm:ss on the shop's clock; off by five minutes it is refused. */
export function boxTime(at: number, timeZone: string): string {
  return format(new TZDate(at, timeZone), 'yyyy-MM-dd HH:mm:ss');
}
