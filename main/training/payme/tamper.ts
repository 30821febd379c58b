import type { Envelope } from './envelope.ts';

type Fields = Record<string, unknown>;

/** One falsification of an honest answer. */
export type Tamper = (envelope: Envelope) => unknown;

/** The answer with another amount than the receipt's. */
export const wrongAmount: Tamper = (envelope) =>
  eachReceipt(envelope, (receipt) => ({ ...receipt, amount: Number(receipt['amount']) + 1 }));

/** The answer under another receipt's id: one of `others`, or one that never was. */
export function wrongId(others: readonly string[]): Tamper {
  return (envelope) =>
    eachReceipt(envelope, (receipt) => {
      const other = others.find((id) => id !== receipt['_id']) ?? 'f'.repeat(24);
      return { ...receipt, _id: other };
    });
}

/** The answer about another register's payment. */
export const wrongAccount: Tamper = (envelope) =>
  eachReceipt(envelope, (receipt) => ({ ...receipt, account: otherAccount(receipt['account']) }));

/** The answer with `state` in it. */
export function wrongState(state: number): Tamper {
  return (envelope) => {
    const result = resultOf(envelope);
    if (isFields(result) && 'state' in result) return { ...envelope, result: { ...result, state } };
    return eachReceipt(envelope, (receipt) => ({ ...receipt, state }));
  };
}

/** The answer with numbers as text and everything else in lists. */
export const wrongTypes: Tamper = (envelope) => {
  const result = resultOf(envelope);
  if (Array.isArray(result)) return { ...envelope, result: { receipts: result } };
  if (isFields(result) && !('receipt' in result)) return { ...envelope, result: otherTypes(result) };
  return eachReceipt(envelope, otherTypes);
};

/** The answer without the id of its request, as one example of `receipts.pay` has it. */
export const nullId: Tamper = (envelope) => ({ ...envelope, id: null });

function otherTypes(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, otherType(value)]));
}

function otherType(value: unknown): unknown {
  return typeof value === 'number' ? String(value) : [value];
}

function otherAccount(account: unknown): unknown {
  if (!Array.isArray(account)) return account;
  return account.map((field: unknown) => (isFields(field) ? { ...field, value: '99999999' } : field));
}

function eachReceipt(envelope: Envelope, change: (receipt: Fields) => Fields): unknown {
  const result = resultOf(envelope);
  if (Array.isArray(result)) return { ...envelope, result: result.map((one: unknown) => changed(one, change)) };
  if (!isFields(result) || !('receipt' in result)) return envelope;
  return { ...envelope, result: { ...result, receipt: changed(result['receipt'], change) } };
}

function changed(receipt: unknown, change: (receipt: Fields) => Fields): unknown {
  return isFields(receipt) ? change(receipt) : receipt;
}

function resultOf(envelope: Envelope): unknown {
  return 'result' in envelope ? envelope.result : undefined;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
