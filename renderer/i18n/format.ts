export { decimalsOf, formatForeign, formatQuantity, formatSum } from '../../main/domain/format.ts';

/** Narrow no-break space: groups stay together and never wrap. */
const narrow = '\u202f';

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, narrow);
}

/** What was keyed in, grouped while it is typed: `50000` reads `50 000`, `1,2` stays `1,2`. */
export function formatEntry(entry: string): string {
  const [whole = '', rest] = entry.split(',');
  return rest === undefined ? grouped(whole) : `${grouped(whole)},${rest}`;
}

/** What is left in ms as it runs out: `1:05`; never below nought. */
export function formatLeft(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** The time zone of every shop in Uzbekistan; the machine's own zone may be wrong. */
const zone = 'Asia/Tashkent';

const clock = new Intl.DateTimeFormat('ru-RU', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
const clockWithSeconds = new Intl.DateTimeFormat('ru-RU', { timeZone: zone, timeStyle: 'medium' });
const day = new Intl.DateTimeFormat('ru-RU', { timeZone: zone, day: '2-digit', month: '2-digit', year: 'numeric' });

/** `14:32` in the shop's zone, from ms. */
export function formatTime(at: number): string {
  return clock.format(at);
}

/** `14:31:52` in the shop's zone, from ms. */
export function formatSeconds(at: number): string {
  return clockWithSeconds.format(at);
}

/** `21.11.2026 14:32` in the shop's zone, from ms. */
export function formatDateTime(at: number): string {
  return `${day.format(at)} ${clock.format(at)}`;
}

/** A span in ms as the unit and number a person says: seconds, minutes, hours or days. */
export function spanOf(ms: number): { unit: 'seconds' | 'minutes' | 'hours' | 'days'; count: number } {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  if (seconds < 100) return { unit: 'seconds', count: seconds };
  if (seconds < 90 * 60) return { unit: 'minutes', count: Math.round(seconds / 60) };
  if (seconds < 36 * 3600) return { unit: 'hours', count: Math.round(seconds / 3600) };
  return { unit: 'days', count: Math.round(seconds / 86_400) };
}
