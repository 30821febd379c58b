import { describe, expect, test } from 'vitest';
import { tiyin, zero } from '../../../main/domain/money.ts';
import { listAudit } from '../../../main/store/audit.ts';
import type { Db } from '../../../main/store/database.ts';
import { keepMatch, openFindings } from '../../../main/store/matches.ts';
import { finish, obligationsFor, takeHead } from '../../../main/store/outbox.ts';
import { findStaff } from '../../../main/store/staff.ts';
import { atomically } from '../../../main/store/statement.ts';
import type { Counter } from '../../../main/till/context.ts';
import { oweMatch, runMatch, startDailyMatch } from '../../../main/till/daily-match.ts';
import { findingItems, matchViews, settleFinding } from '../../../main/till/open-items/findings.ts';
import { attempt, matchBench, midnight, price, today } from './match-bench.ts';
import type { Bench } from './match-bench.ts';

const empty = { count: 0, amount: zero };
const tomorrow = '2026-11-22';
const ten = 600_000;
const day = 86_400_000;
const unknown = { kind: 'unknown-payment', attemptId: null, saleId: null, paymentId: 'p9', amount: price } as const;

/** Works off what is owed, as the outbox would, with or without findings. */
function work({ db, clock }: Bench, findings: (typeof unknown)[] = []): string[] {
  const made: string[] = [];
  for (let row = next(db, clock.steady()); row; row = next(db, clock.steady())) {
    keepMatch(db, { date: row.subject, madeAt: clock.now(), ours: empty, theirs: empty, fiscal: empty }, findings);
    finish(db, row.id, 'me', 'done', clock.steady(), null);
    made.push(row.subject);
  }
  return made;
}

const next = (db: Db, now: number) => takeHead(db, 'match', 'me', now, now + ten);

/** Lets ten minutes pass `times` over, and tells which days were matched when (ms after midnight). */
function watch(bench: Bench, times: number, findings: (typeof unknown)[] = []): [string, number][] {
  return Array.from({ length: times }).flatMap(() => {
    bench.clock.advance(ten);
    return work(bench, findings).map((date): [string, number] => [date, bench.clock.now() - midnight]);
  });
}

const counter = ({ till, equipment, db }: Bench, id = 'dilnoza'): Counter => ({
  till,
  equipment,
  staff: findStaff(db, id)!,
});

describe('a day', () => {
  test('owed twice waits once', () => {
    const bench = matchBench([]);
    for (let n = 0; n < 2; n++) atomically(bench.db, () => oweMatch(bench.till, today));
    expect([bench.matchesOwed(today), matchViews(bench.till)]).toEqual([
      ['waiting'],
      [{ date: today, madeAt: null, ours: empty, theirs: null, fiscal: empty, findings: 0 }],
    ]);
  });

  test('is not owed in a shop without Payme', () => {
    const bench = matchBench([]);
    bench.equipment.payme = null;
    oweMatch(bench.till, today);
    expect(bench.matchesOwed(today)).toEqual([]);
  });

  test('is matched once, ten minutes after its midnight', () => {
    const bench = matchBench([]);
    bench.clock.advance(midnight - bench.clock.now() - 2 * ten);
    startDailyMatch(bench.till);
    expect(watch(bench, 30)).toEqual([[today, ten]]);
  });

  test('is matched again after midnight when it was matched at the closing of the shift', () => {
    const bench = matchBench([]);
    bench.clock.advance(midnight - bench.clock.now() - 3 * ten);
    oweMatch(bench.till, today);
    work(bench);
    startDailyMatch(bench.till);
    expect(watch(bench, 12)).toEqual([[today, ten]]);
  });

  test('is matched at the next start when the till was off at midnight, and so are the days between, in their order', () => {
    const bench = matchBench([]);
    bench.clock.advance(midnight - bench.clock.now() + 2 * day + 9 * 3_600_000);
    startDailyMatch(bench.till);
    expect([work(bench), bench.woken]).toEqual([[today, tomorrow, '2026-11-23'], ['match']]);
    startDailyMatch(bench.till);
    expect(work(bench)).toEqual([]);
  });

  test('before the first shift is never matched', () => {
    const bench = matchBench([]);
    startDailyMatch(bench.till);
    expect(work(bench)).toEqual([]);
  });

  test('with open findings is matched once more each day', () => {
    const bench = matchBench([]);
    bench.clock.advance(midnight - bench.clock.now());
    startDailyMatch(bench.till);
    expect(watch(bench, 2 * 144, [unknown])).toEqual([
      [today, ten],
      [today, ten + day],
      [tomorrow, ten + day],
    ]);
  });

  test('that waits for the line is not owed anew, so that its pause goes on', () => {
    const bench = matchBench([]);
    bench.clock.advance(midnight + ten - bench.clock.now());
    startDailyMatch(bench.till);
    const [row] = obligationsFor(bench.db, today);
    bench.clock.advance(3 * ten);
    expect(obligationsFor(bench.db, today)).toEqual([row]);
  });

  test('that was parked is taken up at the next start, not before', () => {
    const bench = matchBench([]);
    bench.clock.advance(midnight + ten - bench.clock.now());
    startDailyMatch(bench.till).stop();
    const row = next(bench.db, bench.clock.steady())!;
    finish(bench.db, row.id, 'me', 'dead', bench.clock.steady(), 'wrong-shape');
    const second = startDailyMatch(bench.till);
    const atStart = bench.matchesOwed(today);
    const again = next(bench.db, bench.clock.steady())!;
    finish(bench.db, again.id, 'me', 'dead', bench.clock.steady(), 'wrong-shape');
    bench.clock.advance(12 * ten);
    second.stop();
    expect([atStart, bench.matchesOwed(today)]).toEqual([['waiting'], ['dead']]);
  });

  test('is not looked at any more by a till that stopped', () => {
    const bench = matchBench([]);
    startDailyMatch(bench.till).stop();
    expect(watch(bench, 144)).toEqual([]);
  });
});

describe('a person who wants a day matched', () => {
  test('has it made now, and the audit trail says who', () => {
    const bench = matchBench([]);
    expect(runMatch(counter(bench), { date: today })).toEqual({ ok: true, value: null });
    expect([bench.matchesOwed(today), bench.woken]).toEqual([['waiting'], ['match now']]);
    expect(listAudit(bench.db)).toMatchObject([{ staffId: 'dilnoza', action: 'match-made', subject: today }]);
  });

  test.each([
    ['a day to come', tomorrow],
    ['a day before the first shift', '2026-11-20'],
    ['no date', '2026-11-31'],
    ['words', 'today'],
  ])('is refused for %s', (_, date) => {
    const bench = matchBench([]);
    expect(runMatch(counter(bench), { date })).toEqual({
      ok: false,
      error: { code: 'match-day-wrong', facts: { date } },
    });
    expect(bench.matchesOwed(date)).toEqual([]);
  });

  test('is refused by a till that takes no Payme', () => {
    const bench = matchBench([]);
    bench.equipment.payme = null;
    expect(runMatch(counter(bench), { date: today })).toMatchObject({ error: { code: 'match-not-possible' } });
  });
});

describe('a finding', () => {
  function withFinding(kind: 'paid-twice' | 'paid-here', paymentId: string): Bench {
    const bench = matchBench([]);
    attempt(bench.db, ['sending', 'paid']);
    const found = { kind, attemptId: 'a1', saleId: 'sale-1', paymentId, amount: price };
    const match = { date: today, madeAt: bench.clock.now(), ours: empty, theirs: empty, fiscal: empty };
    keepMatch(bench.db, match, [found]);
    return bench;
  }

  test('is an open item that waits for a person', () => {
    const bench = withFinding('paid-here', 'p1');
    const [finding] = openFindings(bench.db);
    expect(findingItems(bench.till)).toEqual([
      {
        id: finding!.id,
        kind: 'finding',
        needsPerson: true,
        saleId: 'sale-1',
        saleNumber: 1,
        attemptId: 'a1',
        obligationId: null,
        tender: 'payme-go',
        refundPaymentId: null,
        amount: 3_150_000,
        charged: null,
        cashier: 'Dilnoza',
        since: bench.clock.now(),
        last: null,
        next: { what: 'person', at: null },
        released: null,
        finding: { kind: 'paid-here', paymentId: 'p1', date: today },
        actions: ['settle-finding'],
      },
    ]);
  });

  test.each([
    ['can be given back when it is the attempt’s own', 'p1', ['settle-finding', 'cancel']],
    ['cannot when it is not the one the attempt is paid by', 'p2', ['settle-finding']],
  ])('of a sale paid twice %s', (_, paymentId, actions) => {
    expect(findingItems(withFinding('paid-twice', paymentId).till).map((item) => item.actions)).toEqual([actions]);
  });

  test('is settled by a manager with what they saw, and the audit trail keeps it', async () => {
    const bench = withFinding('paid-here', 'p1');
    const [finding] = openFindings(bench.db);
    const arg = { findingId: finding!.id, evidence: ' seen in the cabinet ' };
    expect(await settleFinding(counter(bench, 'aziz'), arg)).toEqual({ ok: true, value: null });
    expect([findingItems(bench.till), matchViews(bench.till)[0]?.findings]).toEqual([[], 0]);
    const [row] = listAudit(bench.db);
    expect([row?.staffId, row?.action, row?.subject, JSON.parse(row?.facts ?? '')]).toEqual([
      'aziz',
      'finding-settled',
      finding!.id,
      { kind: 'paid-here', date: today, paymentId: 'p1', evidence: 'seen in the cabinet', cashier: 'Aziz' },
    ]);
    expect(await settleFinding(counter(bench, 'aziz'), arg)).toMatchObject({ error: { code: 'finding-settled' } });
  });

  test.each([
    ['without evidence', 'aziz', '  ok  ', 'evidence-needed'],
    ['by a cashier alone', 'dilnoza', 'seen in the cabinet', 'manager-needed'],
  ])('is not settled %s', async (_, staff, evidence, code) => {
    const bench = withFinding('paid-here', 'p1');
    const arg = { findingId: openFindings(bench.db)[0]!.id, evidence };
    expect(await settleFinding(counter(bench, staff), arg)).toMatchObject({ ok: false, error: { code } });
    expect(openFindings(bench.db)).toHaveLength(1);
  });
});

test('the last seven days are shown, newest first', () => {
  const bench = matchBench([]);
  for (let n = 10; n < 22; n++) {
    const sum = { count: n, amount: tiyin(n) };
    keepMatch(bench.db, { date: `2026-11-${n}`, madeAt: 1, ours: sum, theirs: null, fiscal: sum }, []);
  }
  expect(matchViews(bench.till).map(({ date }) => date)).toEqual(
    [21, 20, 19, 18, 17, 16, 15].map((n) => `2026-11-${n}`),
  );
});
