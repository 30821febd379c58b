import type { RefundOutcome, RefundRequest, Refunds } from '../../../../main/tender/checkout.ts';

/** The process is gone: nothing after this line happens, and what was not committed never was. */
export class Killed extends Error {}

/** What a call of the provider meets: `dies` kills the till after the provider has heard (or before). */
export type Fate = 'ok' | 'lost' | 'unheard' | 'unsent' | 'refused' | 'accepted' | 'dies-heard' | 'dies-unheard';

/** A provider with a book of its own: what it gave back, by the key it was asked with; one without keys books every call. */
export type FakeProvider = {
  readonly name: string;
  readonly refunds: Refunds;
  /** Every refund it made, in its own ledger. */
  readonly book: { key: string; amount: number }[];
  readonly asked: RefundRequest[];
  /** What the next calls meet, in their order; after them all is well. */
  readonly fates: Fate[];
  /** Refunds it has accepted and not made yet. */
  readonly pending: Map<string, number>;
  settle(): void;
};

export function fakeProvider(
  rules: Partial<Pick<Refunds, 'parts' | 'repeat'>> & { asks?: boolean } = {},
): FakeProvider {
  const { parts = true, repeat = 'same-key', asks = true } = rules;
  const book: FakeProvider['book'] = [];
  const pending = new Map<string, number>();
  const asked: RefundRequest[] = [];
  const fates: Fate[] = [];
  const made = (key: string): boolean => book.some((row) => row.key === key);
  const hear = ({ key, amount }: RefundRequest): void => {
    if (repeat === 'never' || !made(key)) book.push({ key, amount: amount.amount });
  };
  const give = async (request: RefundRequest): Promise<RefundOutcome> => {
    asked.push(request);
    const fate = fates.shift() ?? 'ok';
    if (fate === 'dies-unheard') throw new Killed();
    if (fate === 'unsent') return { kind: 'unreachable', reason: 'refused' };
    if (fate === 'unheard') return { kind: 'unclear', reason: 'reset', message: '' };
    if (fate === 'refused') return { kind: 'refused', reason: 'not-enough', message: 'balance too low' };
    if (fate === 'accepted') pending.set(request.key, request.amount.amount);
    else hear(request);
    if (fate === 'accepted') return { kind: 'accepted', refundId: `r-${request.key}` };
    if (fate === 'dies-heard') throw new Killed();
    if (fate === 'lost') return { kind: 'unclear', reason: 'timeout', message: '' };
    return { kind: 'returned', refundId: `r-${request.key}` };
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
    refunds: { parts, repeat, give, ask: asks ? ask : null },
    book,
    asked,
    fates,
    pending,
    settle,
  };
}
