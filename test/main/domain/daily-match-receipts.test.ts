import { describe, expect, test } from 'vitest';
import { matchDay } from '../../../main/domain/daily-match.ts';
import { about, day, explained, found, noon, only, our, receipt, their } from './matched-day.ts';

describe('the fiscal receipt', () => {
  test('is missing when a paid sale never asked for one', () => {
    const match = matchDay([our({ fiscal: 'none' })], [their()], [], day);
    expect(found(match)).toEqual(only({ kind: 'fiscal-missing', ...about }));
  });

  test('is missing when it is on its way to the box for 10 minutes, not before', () => {
    const sent = our({ fiscal: 'open' });
    const kinds = (readAt: number): string[] =>
      matchDay([sent], [their()], [], { ...day, readAt }).findings.map(({ kind }) => kind);
    expect([kinds(noon + 2000 + 599_999), kinds(noon + 2000 + 600_000)]).toEqual([[], ['fiscal-missing']]);
  });

  test('is not missing in a shop without fiscal receipts, nor before the sale is completed', () => {
    const without = matchDay([our({ fiscal: 'none' })], [their()], [], { ...day, fiscalOwed: false });
    const waits = matchDay([our({ fiscal: 'none', salePaidBy: 'nobody' })], [their()], [], day);
    expect([without.findings, waits.findings]).toEqual([[], []]);
  });

  test('has not reached the wallet when the book says so 10 minutes after it was made', () => {
    const bare = their({ hasFiscal: false });
    const early = matchDay([our()], [bare], [receipt()], { ...day, readAt: noon + 3000 + 599_999 });
    expect([early.findings, found(matchDay([our()], [bare], [receipt()], day))]).toEqual([
      [],
      only({ kind: 'link-missing', ...about }),
    ]);
  });

  test('may have reached the wallet when the book does not say', () => {
    expect(matchDay([our()], [their({ hasFiscal: null })], [receipt()], day).findings).toEqual([]);
  });

  test.each([
    ['its payment went back without a refund', our({ state: 'returned' })],
    ['it carries the id of another payment', our({ providerPaymentId: 'p9' })],
  ])('stands without a payment when %s', (_, attempt) => {
    expect(matchDay([attempt], null, [receipt()], day).findings).toEqual([
      { kind: 'fiscal-without-payment', ...about },
    ]);
  });

  test('is in order when a refund points to its sale', () => {
    const match = matchDay(
      [our({ state: 'returned' })],
      [their({ state: 'returned' })],
      [receipt({ refunded: true })],
      day,
    );
    expect(found(match)).toEqual(explained);
  });

  test('is compared with ours alone when the provider has no book', () => {
    expect(matchDay([our()], null, [receipt()], day)).toEqual({
      ours: { count: 1, amount: 3_150_000 },
      theirs: null,
      fiscal: { count: 1, amount: 3_150_000 },
      equal: { count: 0, amount: 0 },
      rows: [],
      findings: [],
      toSettle: [],
    });
  });
});
