import { isTimedOut, timedOut } from '../../domain/payme-transaction.ts';
import type { PaymeTransaction } from '../../domain/payme-transaction.ts';
import { lineTotal } from '../../domain/sale.ts';
import type { AttemptRow } from '../../store/attempts.ts';
import { linesOf } from '../../store/lines.ts';
import { cancelPayme, findPayme, insertPayme, openPayme } from '../../store/payme-transactions.ts';
import { atomically } from '../../store/statement.ts';
import type { Till } from '../context.ts';
import { claimed, notPayable } from './account.ts';
import { busy, refuseCall } from './answers.ts';
import type { Told } from './answers.ts';
import type { Params } from './requests.ts';

/** What the shop decided about Payme's calls. `field` is the account field of its links. */
export type Rules = { field: string; busyCode: number; cancelAfterSale: 'refuse' | 'accept'; detail: boolean };

/** Whether a payment could begin now; nothing is written. */
export function checkPerform(till: Till, rules: Rules, params: Params<'CheckPerformTransaction'>): Told {
  const claim = claimed(till, params, rules.field);
  if (!claim.ok) return claim;
  const fault = notPayable(till, claim.attempt, rules.field) ?? isBusy(till, rules, claim.attempt);
  if (fault) return fault;
  return { ok: true, result: rules.detail ? { allow: true, detail: detail(till, claim.attempt) } : { allow: true } };
}

/**
 * A payment begins: Payme reserves the customer's money next. The same call again has the same answer; one older than 12 hours
 * ends. One commit: a till killed before it is asked again, one killed after it answers the same.
 */
export function create(till: Till, rules: Rules, params: Params<'CreateTransaction'>): Told {
  const known = findPayme(till.db, params.id);
  if (known) return createdBefore(till, rules, known, params);
  const claim = claimed(till, params, rules.field);
  if (!claim.ok) return claim;
  if (isTimedOut(params, till.world.now())) return refuseCall('state');
  const fault = notPayable(till, claim.attempt, rules.field) ?? isBusy(till, rules, claim.attempt);
  if (fault) return fault;
  const { id: attemptId, amount } = claim.attempt;
  const row: PaymeTransaction = {
    id: till.world.newId(),
    paymeId: params.id,
    attemptId,
    amount,
    time: params.time,
    state: 1,
    createTime: till.world.now(),
    performTime: 0,
    cancelTime: 0,
    reason: null,
  };
  atomically(till.db, () => insertPayme(till.db, row));
  return { ok: true, result: created(row) };
}

function createdBefore(till: Till, rules: Rules, known: PaymeTransaction, params: Params<'CreateTransaction'>): Told {
  if (known.state !== 1) return refuseCall('state');
  if (endWhenTimedOut(till, known)) return refuseCall('state');
  const claim = claimed(till, params, rules.field);
  if (!claim.ok) return claim;
  return claim.attempt.id === known.attemptId
    ? { ok: true, result: created(known) }
    : refuseCall('account', rules.field);
}

function created({ id, createTime, state }: PaymeTransaction) {
  return { create_time: createTime, transaction: id, state };
}

/** Another payment of the same account has begun and may still be performed. */
function isBusy(till: Till, rules: Rules, { id }: AttemptRow): (Told & { ok: false }) | undefined {
  const open = openPayme(till.db, id);
  if (!open || endWhenTimedOut(till, open)) return undefined;
  return busy(rules.busyCode, rules.field);
}

/** Ends a transaction that was not performed within 12 hours of Payme's own time; true when it did. */
export function endWhenTimedOut(till: Till, row: PaymeTransaction): boolean {
  const now = till.world.now();
  if (row.state !== 1 || !isTimedOut(row, now)) return false;
  atomically(till.db, () => cancelPayme(till.db, row.id, now, timedOut));
  return true;
}

/**
 * The goods as Payme's own cash register would report them. Only for a shop whose Payme cashbox reports its sales: with the
 * shop's fiscal box reporting them too, every sale would be taxed twice.
 */
function detail(till: Till, attempt: AttemptRow) {
  return {
    receipt_type: 0,
    items: linesOf(till.db, attempt.saleId).map((line) => ({
      discount: line.discount,
      title: line.name,
      price: line.weighed ? lineTotal(line) + line.discount : line.price,
      count: line.weighed ? 1 : line.quantity / 1000,
      code: line.ikpu ?? '',
      vat_percent: line.vatPercent ?? 0,
      package_code: line.packageCode ?? '',
    })),
  };
}
