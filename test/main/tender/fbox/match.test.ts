import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Booked } from '../../../../main/domain/statement.ts';
import { tiyin } from '../../../../main/domain/money.ts';
import { matchAttempt } from '../../../../main/tender/fbox/match.ts';
import type { Sought } from '../../../../main/tender/fbox/match.ts';

const sought: Sought = {
  kkmId: '00000011',
  deviceId: '00000012',
  amount: tiyin(100_000),
  from: 1_000,
  to: 2_000,
  owns: (paymentId) => paymentId === 'taken',
  alike: 0,
};

const ours = { kkmId: '00000011', deviceId: '00000012', document: 'of the box' };

function row(changes: Partial<Booked> = {}): Booked {
  const money = { amount: tiyin(100_000), currency: 'UZS', state: 'paid' } as const;
  return { paymentId: 'p1', ...money, createdAt: 1_500, account: ours, hasFiscal: null, ...changes };
}

describe('looking for a payment in the book', () => {
  test('finds the one receipt of our register, sum and time', () => {
    const others = [row({ paymentId: 'p2', amount: tiyin(100_001) }), row({ paymentId: 'taken' })];
    expect(matchAttempt([...others, row()], sought)).toEqual({ kind: 'found', row: row() });
  });

  test.each([{ createdAt: 1_000 }, { createdAt: 2_000 }, { state: 'moving' }, { state: 'returned' }] as const)(
    'finds it at the edges of the time and in every state: %j',
    (change) => {
      expect(matchAttempt([row(change)], sought)).toEqual({ kind: 'found', row: row(change) });
    },
  );

  test.each([
    { account: { ...ours, kkmId: '00000099' } },
    { account: { ...ours, deviceId: '00000011' } },
    { account: { kkmId: null, deviceId: null, document: null } },
    { amount: tiyin(1_000) },
    { currency: '840' },
    { createdAt: 999 },
    { createdAt: 2_001 },
    { paymentId: 'taken' },
  ])('does not take for it a receipt with %j', (change) => {
    expect(matchAttempt([row(change)], sought)).toEqual({ kind: 'not-found' });
  });

  test('leaves two receipts that could both be it to a person', () => {
    const rows = [row(), row({ paymentId: 'p2', state: 'returned' })];
    expect(matchAttempt(rows, sought)).toEqual({ kind: 'ambiguous', rows });
  });

  test('passes over a receipt nobody began to pay: a refused code leaves one behind', () => {
    const refused = row({ paymentId: 'p2', state: 'unpaid' });
    expect(matchAttempt([row(), refused], sought)).toEqual({ kind: 'found', row: row() });
    expect(matchAttempt([refused], sought)).toEqual({ kind: 'not-found' });
  });

  test('leaves one receipt that could be of two attempts to a person', () => {
    expect(matchAttempt([row()], { ...sought, alike: 1 })).toEqual({ kind: 'ambiguous', rows: [row()] });
  });

  test('finds nothing in a book without candidates, however many attempts wait', () => {
    expect(matchAttempt([], { ...sought, alike: 2 })).toEqual({ kind: 'not-found' });
  });

  test('counts a receipt that stood on two pages once, as it was read last', () => {
    const rows = [row({ state: 'moving' }), row()];
    expect(matchAttempt(rows, sought)).toEqual({ kind: 'found', row: row() });
  });
});

const anyRow = fc.record({
  paymentId: fc.constantFrom('p1', 'p2', 'p3', 'p4', 'taken'),
  amount: fc.constantFrom(tiyin(100_000), tiyin(5_000)),
  currency: fc.constantFrom('UZS', '840'),
  state: fc.constantFrom('unpaid', 'moving', 'paid', 'held', 'stuck', 'returning', 'returned'),
  createdAt: fc.integer({ min: 900, max: 2_100 }),
  account: fc.constantFrom(ours, { ...ours, kkmId: '7' }, { ...ours, deviceId: null }),
  hasFiscal: fc.constant(null),
}) as fc.Arbitrary<Booked>;

const anyBook = fc.uniqueArray(anyRow, { selector: ({ paymentId }) => paymentId });

describe('whatever stands in the book', () => {
  test('a receipt is only found when it is ours, unowned, in time, and the only one', () => {
    fc.assert(
      fc.property(anyBook, fc.integer({ min: 0, max: 2 }), (rows, alike) => {
        const fits = rows.filter(
          ({ paymentId, amount, currency, createdAt, account, state }) =>
            state !== 'unpaid' &&
            account === ours &&
            amount === 100_000 &&
            currency === 'UZS' &&
            createdAt > 999 &&
            createdAt < 2_001 &&
            paymentId !== 'taken',
        );
        const match = matchAttempt(rows, { ...sought, alike });
        const expected = fits.length === 0 ? 'not-found' : fits.length > 1 || alike > 0 ? 'ambiguous' : 'found';
        expect([match.kind, match.kind === 'found' ? match.row : null]).toEqual([
          expected,
          expected === 'found' ? fits[0] : null,
        ]);
      }),
    );
  });

  test('the order of the book and what belongs to others change nothing', () => {
    fc.assert(
      fc.property(anyBook, (rows) => {
        const kinds = [rows, rows.toReversed(), [...rows, row({ paymentId: 'taken' })]].map(
          (book) => matchAttempt(book, sought).kind,
        );
        expect(new Set(kinds).size).toBe(1);
      }),
    );
  });
});
