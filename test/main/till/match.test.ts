import { describe, expect, test } from 'vitest';
import { findAttempt } from '../../../main/store/attempts.ts';
import { findMatch, openFindings } from '../../../main/store/matches.ts';
import type { Obligation } from '../../../main/store/outbox.ts';
import { findSale } from '../../../main/store/sales.ts';
import { makeMatch } from '../../../main/till/obligations/match.ts';
import type { Worked } from '../../../main/till/outbox.ts';
import { attempt, booked, bookPage, matchBench, midnight, price, today } from './match-bench.ts';
import type { Bench } from './match-bench.ts';

const make = ({ till, equipment }: Bench, date = today): Promise<Worked> =>
  makeMatch(till, equipment, { subject: date } as Obligation);
const kinds = ({ db }: Bench): string[] => openFindings(db).map(({ kind, paymentId }) => `${kind} ${paymentId}`);
const nothing = { count: 0, amount: 0 };
const one = { count: 1, amount: price };

describe('a day that is matched', () => {
  test('is read from ten minutes before its midnight to ten minutes after the next, in the shop’s zone', async () => {
    const bench = matchBench([]);
    expect(await make(bench)).toEqual({ kind: 'done' });
    expect(bench.asked).toEqual([{ from: midnight - 86_400_000 - 600_000, to: midnight + 600_000, offset: 0 }]);
  });

  test('is read page by page to the end, and a payment on two pages counts once', async () => {
    const rows = Array.from({ length: 50 }, (_, n) => booked({ paymentId: `q${n}` }));
    const bench = matchBench([bookPage(rows, true), bookPage([rows[49]!, booked({ paymentId: 'q50' })])]);
    await make(bench);
    const match = findMatch(bench.db, today);
    expect([bench.asked.map(({ offset }) => offset), match?.theirs?.count, match?.findings]).toEqual([[0, 50], 51, 51]);
  });

  test('is kept with its three sums and when it was made', async () => {
    const bench = matchBench([bookPage([booked()])]);
    attempt(bench.db, ['sending', 'paid']);
    bench.clock.advance(60_000);
    await make(bench);
    const match = { date: today, madeAt: bench.clock.now(), ours: one, theirs: one, fiscal: nothing, findings: 0 };
    expect(findMatch(bench.db, today)).toEqual(match);
  });

  test('has findings where the two books differ', async () => {
    const bench = matchBench([bookPage([booked({ paymentId: 'strange' })])]);
    attempt(bench.db, ['sending', 'paid']);
    bench.clock.advance(60_000);
    await make(bench);
    expect(kinds(bench).toSorted()).toEqual(['paid-here p1', 'unknown-payment strange']);
  });

  test('has no payments of theirs without a book', async () => {
    const bench = matchBench(null);
    attempt(bench.db, ['sending', 'paid']);
    bench.clock.advance(60_000);
    expect(await make(bench)).toEqual({ kind: 'done' });
    expect([findMatch(bench.db, today)?.theirs, kinds(bench)]).toEqual([null, []]);
  });

  test('may be matched again: nothing is doubled, and what was mended is gone', async () => {
    const strange = booked({ paymentId: 'strange' });
    const bench = matchBench([bookPage([strange]), bookPage([strange]), bookPage([{ ...strange, state: 'returned' }])]);
    const found: string[][] = [];
    for (let n = 0; n < 3; n++) {
      await make(bench);
      found.push(kinds(bench));
    }
    expect(found).toEqual([['unknown-payment strange'], ['unknown-payment strange'], []]);
  });
});

describe('an attempt in doubt that the book decides', () => {
  test('is paid, its sale completed, and no finding is left', async () => {
    const bench = matchBench([bookPage([booked()])]);
    attempt(bench.db, ['sending', 'in-doubt']);
    await make(bench);
    const { state, providerPaymentId } = findAttempt(bench.db, 'a1')!;
    expect([state, providerPaymentId, findSale(bench.db, 'sale-1')?.state]).toEqual(['paid', 'p1', 'completed']);
    expect(findMatch(bench.db, today)).toMatchObject({ ours: one, theirs: one, findings: 0 });
  });

  test('is returned when the book says so', async () => {
    const bench = matchBench([bookPage([booked({ state: 'returned' })])]);
    attempt(bench.db, ['sending', 'in-doubt']);
    await make(bench);
    expect([findAttempt(bench.db, 'a1')?.state, findMatch(bench.db, today)?.findings]).toEqual(['returned', 0]);
  });

  test('stays in doubt when the payment could be another’s', async () => {
    const bench = matchBench([bookPage([booked(), booked({ paymentId: 'p2' })])]);
    attempt(bench.db, ['sending', 'in-doubt']);
    await make(bench);
    expect([findAttempt(bench.db, 'a1')?.state, kinds(bench).toSorted()]).toEqual([
      'in-doubt',
      ['paid-there p1', 'paid-there p2'],
    ]);
  });
});

describe('a book that cannot be read', () => {
  test('because nobody answers is read later, and nothing is written', async () => {
    const bench = matchBench([bookPage([booked()], true), { kind: 'unreachable', reason: 'refused' }]);
    expect(await make(bench)).toEqual({ kind: 'later', reason: 'refused' });
    expect(findMatch(bench.db, today)).toBeUndefined();
  });

  test('because its answers make no sense is left to a person after five', async () => {
    const answers = Array.from({ length: 5 }, () => ({ kind: 'unclear', reason: 'wrong-shape', message: '' }) as const);
    const bench = matchBench(answers);
    const worked: Worked[] = [];
    for (let n = 0; n < 5; n++) worked.push(await make(bench));
    const later = { kind: 'later', reason: 'wrong-shape' };
    expect(worked).toEqual([later, later, later, later, { kind: 'dead', reason: 'wrong-shape' }]);
    expect(bench.log).toEqual(Array.from({ length: 5 }, () => 'book-unclear'));
  });

  test('because there is no such date is never tried', async () => {
    const bench = matchBench([]);
    expect([await make(bench, '2026-02-30'), bench.asked]).toEqual([{ kind: 'dead', reason: 'no-such-date' }, []]);
  });
});
