import { tz } from '@date-fns/tz';
import { format, parse } from 'date-fns';

const tashkent = { in: tz('Asia/Tashkent') };
const shown = 'yyyy-MM-dd HH:mm:ss';

/** `at` (ms) as FBOX writes times in requests and answers: `yyyy-MM-dd HH:mm:ss`, Tashkent. */
export function boxTime(at: number): string {
  return format(at, shown, tashkent);
}

/** `at` (ms) as a fiscal receipt carries it: `YYYYMMDDHHMMSS`, Tashkent (fiscal module 0400, QR code section). */
export function receiptTime(at: number): string {
  return format(at, 'yyyyMMddHHmmss', tashkent);
}

/** The moment (ms) that `text` names, or undefined when it is not `yyyy-MM-dd HH:mm:ss`. */
export function parseBoxTime(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)) return undefined;
  const at = parse(text, shown, 0, tashkent).getTime();
  return Number.isNaN(at) ? undefined : at;
}
