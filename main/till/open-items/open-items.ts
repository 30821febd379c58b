import { findAttempt } from '../../store/attempts.ts';
import { findObligation, owe } from '../../store/outbox.ts';
import type { Obligation } from '../../store/outbox.ts';
import { findRefundPayment } from '../../store/refund-payments.ts';
import { atomically } from '../../store/statement.ts';
import type { OpenItemsView, Result } from '../../../preload/api.ts';
import { ok, refuse } from '../context.ts';
import type { Counter, Equipment, Till } from '../context.ts';
import { audit } from '../record.ts';
import { mayGiveAgain, takeUpRefund } from '../refund/again.ts';
import { findingItems, matchViews } from './findings.ts';
import { inOrder } from './in-order.ts';
import { moneyItems } from './money.ts';
import { paperItems } from './papers.ts';
import { refundItems } from './refunds.ts';

/** Everything that is not settled, in the order it is worked off; the window only narrows it. */
export function openItems({ till }: Counter): Result<OpenItemsView> {
  const items = [...moneyItems(till), ...refundItems(till), ...paperItems(till), ...findingItems(till)];
  return ok({ items: inOrder(items), matches: matchViews(till), box: till.memo.box });
}

/**
 * Takes up again what is owed and waits: a confirmation, the box's Z, money to give back. All of it may be repeated freely or is
 * asked about first; money that may have been heard of and can neither be repeated nor asked about is left to a manager's word.
 */
export function retryObligation({ till, equipment, staff }: Counter, arg: { obligationId: number }): Result<null> {
  const row = findObligation(till.db, arg.obligationId);
  if (!row || row.state === 'done' || !mayRetry(till, equipment, row)) return refuse(till, 'nothing-to-retry');
  const refundPayment = row.kind === 'refund-payment' ? findRefundPayment(till.db, row.subject) : undefined;
  atomically(till.db, () => {
    if (refundPayment) takeUpRefund(till, refundPayment);
    owe(till.db, row.lane, row.kind, row.subject, till.world.steady());
    audit(till, staff.id, 'obligation-retried', row.subject, { kind: row.kind });
  });
  till.wakeNow(row.lane);
  return ok(null);
}

function mayRetry(till: Till, equipment: Equipment, { kind, subject }: Obligation): boolean {
  if (kind === 'wallet-confirm' || kind === 'fiscal-close' || kind === 'fiscal-open') return true;
  const row = kind === 'refund-payment' ? findRefundPayment(till.db, subject) : undefined;
  const attempt = row && findAttempt(till.db, row.attemptId);
  return row !== undefined && attempt !== undefined && mayGiveAgain(equipment, attempt, row);
}
