import { expect, test } from 'vitest';
import { tiyin } from '../../../../main/domain/money.ts';
import type { ProviderBook } from '../../../../main/tender/provider.ts';
import { paymeLink } from '../../../../main/tender/payme-link/link.ts';
import { createPaymeLink } from '../../../../main/tender/payme-link/payme-link.ts';
import { checkoutRequest } from '../checkout-request.ts';

const page = {
  checkoutUrl: 'https://checkout.paycom.uz',
  merchantId: '587f72c72cac0d162c722ae2',
  accountField: 'order_id',
  language: 'ru',
} as const;
const provider = (book: ProviderBook | null = null) => createPaymeLink({ ...page, lifetimeSeconds: 300, book });

test('the Payme link calls nobody, needs no phone, and is 141 to the tax office', () => {
  const { create: _create, refuses: _refuses, ...facts } = provider();
  expect(facts).toEqual({
    tender: 'payme-link',
    name: 'payme-link',
    line: null,
    fiscalProviderCode: 141,
    needsPhone: false,
    currency: 'UZS',
    poweredByPayme: true,
    lifetimeMs: 300_000,
    deliver: null,
    confirm: null,
    book: null,
    refunds: null,
    knock: null,
  });
});

test("is asked about in the till's own memory of Payme's calls", () => {
  const book: ProviderBook = {
    line: null,
    ask: async () => ({ kind: 'unpaid' }),
    cancel: async () => ({ kind: 'returned' }),
    take: null,
    page: null,
  };
  expect(provider(book).book).toBe(book);
});

test('is ready at once, as often as it is made, and is known by its attempt', async () => {
  const link = paymeLink({ ...page, accountValue: 'a1', amount: tiyin(1_450_000) });
  const ready = { kind: 'ready', shown: { providerPaymentId: 'a1', qr: link.ok && link.url } };
  const outcomes = [
    await provider().create(checkoutRequest()),
    await provider().create(checkoutRequest({ again: true })),
  ];
  expect(outcomes).toEqual([ready, ready]);
});

test('is declined before anything was shown when a setting cannot stand in a link', async () => {
  const broken = createPaymeLink({ ...page, accountField: 'order;id', lifetimeSeconds: 300, book: null });
  expect(await broken.create(checkoutRequest())).toEqual({
    kind: 'declined',
    reason: 'request-refused',
    message: 'ac',
  });
});

test('takes any amount of sums, to the tiyin, and no other money', () => {
  const refuses = (amount: number, currency = 'UZS') => provider().refuses({ amount, currency });
  expect([1, 100, 9900, 10_000, 1_234_567_890].map((amount) => refuses(amount))).toEqual(Array(5).fill(undefined));
  expect([refuses(0), refuses(100, 'JPY')]).toEqual(['amount-too-small', 'currency-differs']);
});
