import type { RefundLook, RefundOutcome, RefundRequest, Refunds } from '../../../../main/tender/checkout.ts';

/** The process is gone: nothing after this line happens, and what was not committed never was. */
export class Killed extends Error {}

/**
 * What a call of the provider meets: `dies` kills the till after the provider has heard (or before). `misheard` is a refusal of the
 * request, which it does not keep for the key.
 */
export type Fate =
  | 'ok'
  | 'lost'
  | 'unheard'
  | 'unsent'
  | 'refused'
  | 'misheard'
  | 'accepted'
  | 'dies-heard'
  | 'dies-unheard';

/**
 * A provider with a book of its own: what it gave back, by the key it was asked with; one without keys books every call. It keeps
 * what it declined for the key, as Flitt and Smartpay do.
 */
export type FakeProvider = {
  readonly name: string;
  readonly refunds: Refunds;
  /** Every refund it made, in its own ledger. */
  readonly book: { key: string; amount: number }[];
  readonly asked: RefundRequest[];
  /** What the next calls meet, in their order; after them all is well. */
  readonly fates: Fate[];
  /** What happens while it is looked at before a refund is sent; throws to kill the till there. */
  readonly whileLooking: (() => void | Promise<unknown>)[];
  /** Refunds it has accepted and not made yet. */
  readonly pending: Map<string, number>;
  settle(): void;
};

export function fakeProvider(
  rules: Partial<Pick<Refunds, 'parts' | 'repeat'>> & { asks?: boolean; looks?: boolean } = {},
): FakeProvider {
  const { parts = true, repeat = 'same-key', asks = true, looks = false } = rules;
  const book: FakeProvider['book'] = [];
  const pending = new Map<string, number>();
  const asked: RefundRequest[] = [];
  const fates: Fate[] = [];
  const declined = new Set<string>();
  const refusal = { kind: 'refused', reason: 'not-enough', message: 'balance too low', keySpent: true } as const;
  const made = (key: string): boolean => book.some((row) => row.key === key);
  const hear = ({ key, amount }: RefundRequest): void => {
    if (repeat === 'never' || !made(key)) book.push({ key, amount: amount.amount });
  };
  const give = async (request: RefundRequest): Promise<RefundOutcome> => {
    asked.push(request);
    const fate = fates.shift() ?? 'ok';
    if (declined.has(request.key)) return refusal;
    if (fate === 'dies-unheard') throw new Killed();
    if (fate === 'unsent') return { kind: 'unreachable', reason: 'refused' };
    if (fate === 'unheard') return { kind: 'unclear', reason: 'reset', message: '' };
    if (fate === 'refused') {
      if (repeat === 'same-key') declined.add(request.key);
      return refusal;
    }
    if (fate === 'misheard') return { kind: 'refused', reason: 'request-refused', message: '' };
    if (fate === 'accepted') pending.set(request.key, request.amount.amount);
    else hear(request);
    if (fate === 'accepted') return { kind: 'accepted', refundId: `r-${request.key}` };
    if (fate === 'dies-heard') throw new Killed();
    if (fate === 'lost') return { kind: 'unclear', reason: 'timeout', message: '' };
    return { kind: 'returned', refundId: `r-${request.key}` };
  };
  const whileLooking: FakeProvider['whileLooking'] = [];
  const before = async (): Promise<RefundLook> => {
    const returned = book.reduce((sum, { amount }) => sum + amount, 0);
    await whileLooking.shift()?.();
    return { kind: 'known', returned };
  };
  const ask = async ({ key, refundId }: RefundRequest): Promise<RefundOutcome> => {
    if (made(key)) return { kind: 'returned', refundId };
    return pending.has(key) ? { kind: 'accepted', refundId } : { kind: 'unclear', reason: 'not-found', message: '' };
  };
  const settle = (): void => {
    for (const [key, amount] of pending) book.push({ key, amount });
    pending.clear();
  };
  return {
    name: 'fake',
    refunds: { parts, repeat, give, ask: asks ? ask : null, ...(looks && { before }) },
    book,
    asked,
    fates,
    whileLooking,
    pending,
    settle,
  };
}
