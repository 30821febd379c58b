import type { Tiyin } from './money.ts';

/** What the owner allows: sums in tiyin, `maxAge` in ms. */
export type ReleaseLimits = { enabled: boolean; perSale: Tiyin; total: Tiyin; count: number; maxAge: number };

/** What is out of the shop already without sure money: how many sales, their sum, and the age (ms) of the oldest doubt. */
export type AtRisk = { count: number; amount: Tiyin; oldestDoubt: number };

export type ReleaseFault =
  | 'release-not-allowed'
  | 'release-goods-excluded'
  | 'release-limit-sale'
  | 'release-limit-total'
  | 'release-limit-count'
  | 'release-limit-age';

/** A limit that what is out has come near to. */
export type NearLimit = 'total' | 'count' | 'age';

/** From this share (percent) of a limit on, who releases is told how much of it is used (ratio of the limits of offline approval). */
const warnFromPercent = 50;

/**
 * Why goods for `amount` may not leave before the money is sure, or undefined. Goods that cannot be taken back (marked, with an
 * age limit, or not for cash) never may. The limits are the owner's; the trade's usual ratio is one to ten.
 */
export function releaseFault(
  limits: ReleaseLimits,
  atRisk: AtRisk,
  sale: { amount: Tiyin; excludedGoods: boolean },
): ReleaseFault | undefined {
  if (!limits.enabled) return 'release-not-allowed';
  if (sale.excludedGoods) return 'release-goods-excluded';
  if (sale.amount > limits.perSale) return 'release-limit-sale';
  if (atRisk.count >= limits.count) return 'release-limit-count';
  if (atRisk.amount + sale.amount > limits.total) return 'release-limit-total';
  return atRisk.oldestDoubt >= limits.maxAge ? 'release-limit-age' : undefined;
}

/** The limits of which half or more is used by what is out already, without the sale that is about to be released. */
export function nearLimits(limits: ReleaseLimits, atRisk: AtRisk): NearLimit[] {
  const used = { total: atRisk.amount, count: atRisk.count, age: atRisk.oldestDoubt };
  const most = { total: limits.total, count: limits.count, age: limits.maxAge };
  return (['total', 'count', 'age'] as const).filter((limit) => used[limit] * 100 >= most[limit] * warnFromPercent);
}
