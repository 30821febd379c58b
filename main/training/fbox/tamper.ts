import type { Envelope } from './envelope.ts';

type Fields = Record<string, unknown>;

/** The answer with another amount than was asked for. */
export function wrongAmount(envelope: Envelope): Envelope {
  return withData(envelope, (data) => ({ ...data, amount: Number(data['amount']) + 1 }));
}

/** The answer to somebody else's payment: another register, another code. */
export function wrongIds(envelope: Envelope): Envelope {
  const other = { kkm_id: '99999999', device_id: '99999999', qr_code: '50599999999999999999' };
  return withData(envelope, (data) => ({ ...data, ...other }));
}

/** The answer with numbers as text, text in lists and `is_success` as text. */
export function wrongTypes(envelope: Envelope): unknown {
  const { data, error } = withData(envelope, (fields) =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, otherType(value)])),
  );
  return { data, error, is_success: String(envelope.is_success) };
}

function otherType(value: unknown): unknown {
  return typeof value === 'number' ? String(value) : [value];
}

function withData(envelope: Envelope, change: (data: Fields) => Fields): Envelope {
  const { data } = envelope;
  return typeof data === 'object' && data !== null ? { ...envelope, data: change({ ...data }) } : envelope;
}
