import { findAttempt } from '../../store/attempts.ts';
import { openSale } from '../../store/open-items.ts';
import { openObligation } from '../../store/outbox.ts';
import { openRefundPayments } from '../../store/refund-payments.ts';
import type { RefundPaymentRow } from '../../store/refund-payments.ts';
import { findRefund } from '../../store/refunds.ts';
import type { OpenAction, OpenItem } from '../../../preload/api.ts';
import type { Equipment, Till } from '../context.ts';
import { mayGiveAgain } from '../refund/again.ts';
import { foreignRefund } from '../refund/payments.ts';
import { onTheWall } from '../wall.ts';
import { blankItem } from './item.ts';

/** Money that a refund owes a customer and that is not back yet. */
export function refundItems(till: Till): OpenItem[] {
  return openRefundPayments(till.db).map((row) => refundItem(till, row));
}

function refundItem(till: Till, row: RefundPaymentRow): OpenItem {
  const { id, attemptId, amount, reason, message, state } = row;
  const attempt = findAttempt(till.db, attemptId);
  const work = openObligation(till.db, 'refund-payment', id);
  const runAt = work?.state === 'waiting' ? work.runAt : null;
  const what = state === 'accepted' ? 'ask' : 'give-back';
  return {
    ...blankItem('refund-payment', id, openSale(till.db, findRefund(till.db, row.refundId)?.saleId ?? '')),
    attemptId,
    tender: attempt?.kind ?? null,
    refundPaymentId: id,
    obligationId: work?.id ?? null,
    amount,
    charged: attempt ? foreignRefund(row, attempt) : null,
    since: row.createdAt,
    needsPerson: row.managerSince !== null || runAt === null,
    last: reason === null ? null : { reason, message, at: null, tries: work?.tries ?? 0 },
    next: runAt === null ? { what: 'person', at: null } : { what, at: onTheWall(till, runAt) },
    actions: actionsFor(till, till.equipment, row),
  };
}

function actionsFor(till: Till, equipment: Equipment | null, row: RefundPaymentRow): OpenAction[] {
  const attempt = findAttempt(till.db, row.attemptId);
  const again: OpenAction[] = equipment && attempt && mayGiveAgain(equipment, attempt, row) ? ['retry'] : [];
  return row.state === 'sending' ? again : [...again, 'close-refund'];
}
