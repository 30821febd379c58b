import type { PaymeTransaction } from '../../domain/payme-transaction.ts';
import { findPayme, keepPaymeFiscal, paymeStatement } from '../../store/payme-transactions.ts';
import type { Till } from '../context.ts';
import { asChecked, refuseCall } from './answers.ts';
import type { Told } from './answers.ts';
import { endWhenTimedOut } from './begin.ts';
import type { Rules } from './begin.ts';
import type { Params } from './requests.ts';

/** How a transaction stands; one that was not performed in time is ended first. */
export function check(till: Till, params: Params<'CheckTransaction'>): Told {
  const row = findPayme(till.db, params.id);
  if (!row) return refuseCall('no-transaction');
  const now = endWhenTimedOut(till, row) ? (findPayme(till.db, params.id) ?? row) : row;
  return { ok: true, result: asChecked(now) };
}

/** Every transaction of a period by Payme's own time, both ends included, oldest first; cancelled ones as well. */
export function statement(till: Till, rules: Rules, { from, to }: Params<'GetStatement'>): Told {
  return {
    ok: true,
    result: { transactions: paymeStatement(till.db, from, to).map((row) => listed(row, rules.field)) },
  };
}

function listed(row: PaymeTransaction, field: string) {
  const { paymeId: id, time, amount, attemptId } = row;
  return { id, time, amount, account: { [field]: attemptId }, ...asChecked(row) };
}

/** Keeps the fiscal receipt Payme's own cash register made, that of a payment and that of its cancellation apart. */
export function setFiscalData(till: Till, { id, type, fiscal_data: data }: Params<'SetFiscalData'>): Told {
  const kept = keepPaymeFiscal(till.db, id, type, JSON.stringify(data));
  return kept ? { ok: true, result: { success: true } } : refuseCall('no-receipt');
}
