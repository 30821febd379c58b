import type { TFunction } from 'i18next';
import type { ReleaseView } from '../../../preload/api.ts';
import { formatSum } from '../../i18n/format.ts';

/**
 * What a manager reads before goods leave: how much is out already, and how long the oldest doubt has lasted; a sentence each,
 * none while the limits are far. `span` says a length of time (ms), `now` is the till's clock in ms.
 */
export function outLines(
  t: TFunction,
  span: (ms: number) => string,
  { out, oldest }: Pick<ReleaseView, 'out' | 'oldest'>,
  now: number,
): string[] {
  const lines: string[] = [];
  if (out) {
    const { count, mostCount } = out;
    const sums = { amount: formatSum(out.amount), mostAmount: formatSum(out.mostAmount) };
    lines.push(t('doubt.releaseOut', { ...sums, count, mostCount }));
  }
  if (oldest) {
    const times = { age: span(now - oldest.since), most: span(oldest.mostAge) };
    lines.push(t('doubt.releaseOldest', times));
  }
  return lines;
}
