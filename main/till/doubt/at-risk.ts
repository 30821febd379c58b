import { tiyin } from '../../domain/money.ts';
import { nearLimits } from '../../domain/release.ts';
import type { AtRisk, ReleaseLimits } from '../../domain/release.ts';
import { releasedUnpaid } from '../../store/releases.ts';
import { attemptHeap } from '../../store/totals.ts';
import type { ReleaseView } from '../../../preload/api.ts';
import type { Equipment, Till } from '../context.ts';

/** What the owner allows to leave before the money is sure, in the units of the rule. */
export function limitsOf({ settings }: Equipment): ReleaseLimits {
  const { enabled, perSale, total, count, maxAgeMinutes } = settings.offline.release;
  return { enabled, perSale: tiyin(perSale), total: tiyin(total), count, maxAge: maxAgeMinutes * 60_000 };
}

/** What is out of the shop without sure money, and how long (ms) the oldest doubt has lasted by now. */
export function atRiskNow({ db, world }: Till): AtRisk {
  const oldestAt = attemptHeap(db, 'in-doubt').oldestAt ?? world.now();
  return { ...releasedUnpaid(db), oldestDoubt: world.now() - oldestAt };
}

/** What whoever lets goods go ought to know first: what is out already and the oldest doubt, each from half of its limit on. */
export function releaseWarnings(till: Till, equipment: Equipment): Pick<ReleaseView, 'out' | 'oldest'> {
  const limits = limitsOf(equipment);
  const { count, amount, oldestDoubt } = atRiskNow(till);
  const near = nearLimits(limits, { count, amount, oldestDoubt });
  const muchOut = near.includes('total') || near.includes('count');
  return {
    out: muchOut ? { count, amount, mostCount: limits.count, mostAmount: limits.total } : null,
    oldest: near.includes('age') ? { since: till.world.now() - oldestDoubt, mostAge: limits.maxAge } : null,
  };
}
