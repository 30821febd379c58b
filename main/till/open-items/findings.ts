import { mayBecome } from '../../domain/attempt.ts';
import { isEvidence } from '../../domain/evidence.ts';
import { findAttempt } from '../../store/attempts.ts';
import { findFinding, lastMatches, openFindings, settleFindingRow } from '../../store/matches.ts';
import type { FindingRow } from '../../store/matches.ts';
import { findSale } from '../../store/sales.ts';
import { findStaff } from '../../store/staff.ts';
import { atomically } from '../../store/statement.ts';
import type { Approval, MatchView, OpenAction, OpenItem, Result } from '../../../preload/api.ts';
import { approver } from '../approval.ts';
import { dateBefore } from '../business-day.ts';
import { ok, refuse } from '../context.ts';
import type { Counter, Till } from '../context.ts';
import { audit } from '../record.ts';
import { foreignOf } from '../providers.ts';

/** How many days of the daily match are shown. */
const shownDays = 7;

/** A manager has looked into a finding; what they saw is kept beside it and in the audit trail, and it is not found anew. */
export async function settleFinding(
  counter: Counter,
  arg: { findingId: string; evidence: string; approval?: Approval | undefined },
): Promise<Result<null>> {
  const { till, staff } = counter;
  const evidence = arg.evidence.trim();
  if (!isEvidence(evidence)) return refuse(till, 'evidence-needed');
  const manager = await approver(counter, arg.approval);
  if (!manager.ok) return manager;
  const finding = findFinding(till.db, arg.findingId);
  if (!finding || finding.settledAt !== null) return refuse(till, 'finding-settled');
  const { id, kind, date, paymentId } = finding;
  atomically(till.db, () => {
    settleFindingRow(till.db, id, { at: till.world.now(), staffId: manager.value.id, evidence });
    audit(till, manager.value.id, 'finding-settled', id, {
      kind,
      date,
      paymentId: paymentId ?? '',
      evidence,
      cashier: staff.name,
    });
  });
  return ok(null);
}

/** The matches of today and the six days before, newest first; `findings` counts those nobody has settled. */
export function matchViews({ db, world, equipment }: Till): MatchView[] {
  if (!equipment) return [];
  const oldest = dateBefore(world.now(), shownDays - 1, equipment.settings.shop.timezone);
  return lastMatches(db).filter(({ date }) => date >= oldest);
}

/** Findings nobody has settled, as items of the open items screen; `id` is what `settleFinding` takes. */
export function findingItems(till: Till): OpenItem[] {
  return openFindings(till.db).map((finding) => findingItem(till, finding));
}

function findingItem({ db }: Till, finding: FindingRow): OpenItem {
  const { id, kind, date, saleId, attemptId, paymentId, amount, foundAt } = finding;
  const sale = saleId === null ? undefined : findSale(db, saleId);
  const attempt = attemptId === null ? undefined : findAttempt(db, attemptId);
  return {
    id,
    kind: 'finding',
    needsPerson: true,
    saleId,
    saleNumber: sale?.number ?? null,
    attemptId,
    tender: attempt?.kind ?? null,
    obligationId: null,
    refundPaymentId: null,
    amount,
    charged: attempt ? foreignOf(attempt) : null,
    cashier: (sale && findStaff(db, sale.staffId)?.name) ?? null,
    since: foundAt,
    last: null,
    next: { what: 'person', at: null },
    released: null,
    finding: { kind, paymentId, date },
    actions: actionsFor(db, finding),
  };
}

/** The second payment of a sale can be given back, when it is the attempt's own and counts as paid. */
function actionsFor(db: Till['db'], { kind, attemptId, paymentId }: FindingRow): OpenAction[] {
  const attempt = kind === 'paid-twice' && attemptId !== null ? findAttempt(db, attemptId) : undefined;
  const goesBack =
    attempt !== undefined && attempt.providerPaymentId === paymentId && mayBecome(attempt.state, 'cancelling');
  return goesBack ? ['settle-finding', 'cancel'] : ['settle-finding'];
}
