import type { Tiyin } from '../../domain/money.ts';
import { onceEach } from '../../domain/statement.ts';
import type { Booked } from '../../domain/statement.ts';

/**
 * An attempt without a payment id, as it can be looked for in the book: our register's ids, and a window of time (ms, both
 * ends included) around the sending. `alike`: other attempts of the same sum that have no id either.
 */
export type Sought = {
  kkmId: string;
  deviceId: string;
  amount: Tiyin;
  from: number;
  to: number;
  owns(paymentId: string): boolean;
  alike: number;
};

export type Match<Row> = { kind: 'found'; row: Row } | { kind: 'ambiguous'; rows: Row[] } | { kind: 'not-found' };

/**
 * Looks for the one receipt that can only be this attempt's. FBOX sends no id of ours along, so register, sum and time must
 * do; as soon as two receipts, or two attempts, could be meant for each other, a person decides. A receipt nobody began to
 * pay says nothing: FBOX leaves one behind each code that was refused.
 */
export function matchAttempt<Row extends Booked>(rows: readonly Row[], sought: Sought): Match<Row> {
  const candidates = onceEach(rows).filter((row) => row.state !== 'unpaid' && couldBe(row, sought));
  const [only, ...others] = candidates;
  if (!only) return { kind: 'not-found' };
  if (others.length > 0 || sought.alike > 0) return { kind: 'ambiguous', rows: candidates };
  return { kind: 'found', row: only };
}

function couldBe(row: Booked, sought: Sought): boolean {
  const ours = row.account.kkmId === sought.kkmId && row.account.deviceId === sought.deviceId;
  const sum = row.amount === sought.amount && row.currency === 'UZS';
  const inTime = row.createdAt >= sought.from && row.createdAt <= sought.to;
  return ours && sum && inTime && !sought.owns(row.paymentId);
}
