import { atomically } from '../../store/statement.ts';
import { findObligation, owe } from '../../store/outbox.ts';
import type { OpenItemsView, Result } from '../../../preload/api.ts';
import { ok, refuse } from '../context.ts';
import type { Counter } from '../context.ts';
import { audit } from '../record.ts';
import { findingItems, matchViews } from './findings.ts';
import { moneyItems } from './money.ts';
import { paperItems } from './papers.ts';

/** Everything that is not settled, what a person needs to act first. */
export function openItems({ till }: Counter): Result<OpenItemsView> {
  const items = [...moneyItems(till), ...paperItems(till), ...findingItems(till)];
  const ordered = items.toSorted((a, b) => Number(b.needsPerson) - Number(a.needsPerson) || a.since - b.since);
  return ok({ items: ordered, matches: matchViews(till), box: till.memo.box });
}

/** Sends a parked confirmation again, or takes the box's Z again; both may be repeated freely or are asked about first. */
export function retryObligation({ till, staff }: Counter, arg: { obligationId: number }): Result<null> {
  const row = findObligation(till.db, arg.obligationId);
  const mayBe = row?.kind === 'wallet-confirm' || row?.kind === 'fiscal-close' || row?.kind === 'fiscal-open';
  if (!row || !mayBe || row.state === 'done') return refuse(till, 'nothing-to-retry');
  atomically(till.db, () => {
    owe(till.db, row.lane, row.kind, row.subject, till.world.steady());
    audit(till, staff.id, 'obligation-retried', row.subject, { kind: row.kind });
  });
  till.wakeNow(row.lane);
  return ok(null);
}
