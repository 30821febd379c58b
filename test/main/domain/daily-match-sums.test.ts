import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchDay } from '../../../main/domain/daily-match.ts';
import { tiyin } from '../../../main/domain/money.ts';
import { countsAsPaid } from '../../../main/domain/match-rows.ts';
import type { OurPayment } from '../../../main/domain/match-rows.ts';
import type { BookedState } from '../../../main/domain/statement.ts';
import { day, our, receipt, register, their } from './matched-day.ts';

describe('whatever happened on a day', () => {
  const states = ['sending', 'in-doubt', 'cancelling', 'paid', 'declined', 'returned', 'closed-by-manager'] as const;
  const bookedStates: BookedState[] = ['unpaid', 'moving', 'paid', 'held', 'stuck', 'returning', 'returned'];
  const amounts = fc.constantFrom(100, 400_000, 3_150_000).map(tiyin);
  const times = fc.integer({ min: day.from - 600_000, max: day.from + 900_000 });
  const attemptList = fc.array(
    fc.record({
      state: fc.constantFrom(...states),
      verdict: fc.constantFrom('taken', 'not-taken', 'given-back'),
      amount: amounts,
      sentAt: times,
      known: fc.boolean(),
      salePaidBy: fc.constantFrom('this', 'other', 'nobody'),
      fiscal: fc.constantFrom('registered', 'open', 'none'),
      sale: fc.integer({ min: 0, max: 5 }),
    }),
    { maxLength: 12 },
  );
  const paymentList = fc.array(
    fc.record({
      state: fc.constantFrom(...bookedStates),
      amount: amounts,
      createdAt: times,
      of: fc.integer({ min: 0, max: 14 }),
      named: fc.constantFrom('by-id', 'by-document', 'by-nothing', 'by-nothing'),
      own: fc.boolean(),
      hasFiscal: fc.constantFrom(true, false, null),
    }),
    { maxLength: 12 },
  );

  /** A day with every kind of disagreement: payments point at attempts by id, by document, by nothing, or at none. */
  const days = fc
    .record({ attempts: attemptList, payments: paymentList, seed: fc.infiniteStream(fc.nat()) })
    .map(({ attempts, payments, seed }) => {
      const ours = attempts.map(({ known, sale, verdict, ...part }, at) =>
        our({
          ...part,
          attemptId: `a${at}`,
          saleId: `s${sale}`,
          providerPaymentId: known || part.state === 'paid' ? `p${at}` : null,
          verdict: part.state === 'closed-by-manager' ? (verdict as OurPayment['verdict']) : null,
          salePaidBy: part.salePaidBy as OurPayment['salePaidBy'],
          fiscal: part.fiscal as OurPayment['fiscal'],
          endedAt: ['sending', 'in-doubt', 'cancelling'].includes(part.state) ? null : part.sentAt + 2000,
        }),
      );
      const rows = payments.map(({ of, named, own, ...part }, at) => {
        const account = own ? register : { kkmId: '21', deviceId: '22' };
        return their({
          ...part,
          paymentId: named === 'by-id' ? `p${of}` : `q${at}`,
          account: { ...account, document: named === 'by-document' ? `a${of}` : null },
        });
      });
      const theirs = [...new Map(rows.map((row) => [row.paymentId, row])).values()];
      const fiscal = ours
        .filter((attempt) => attempt.fiscal === 'registered')
        .map(({ attemptId, saleId, amount, providerPaymentId }) =>
          receipt({ attemptId, saleId, amount, paymentId: providerPaymentId }),
        );
      return { ours, theirs, fiscal, mixed: <T>(list: T[]): T[] => shuffled(list, seed) };
    });

  function shuffled<T>(list: readonly T[], seed: Iterator<number>): T[] {
    return list
      .map((value) => ({ value, at: seed.next().value as number }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ value }) => value);
  }

  test('the order of rows never changes what is found', () => {
    fc.assert(
      fc.property(days, ({ ours, theirs, fiscal, mixed }) => {
        const again = matchDay(mixed(ours), mixed(theirs), mixed(fiscal), day);
        expect(again).toEqual(matchDay(ours, theirs, fiscal, day));
      }),
    );
  });

  test('every payment of theirs is equal, settled, a finding or explained, once', () => {
    fc.assert(
      fc.property(days, ({ ours, theirs, fiscal }) => {
        const { rows, findings, toSettle } = matchDay(ours, theirs, fiscal, day);
        expect(rows.map(({ row }) => row.paymentId)).toEqual(theirs.map(({ paymentId }) => paymentId).toSorted());
        for (const { row, attemptId, as } of rows) {
          const named = findings.filter(
            (one) => one.paymentId === row.paymentId || (attemptId !== null && one.attemptId === attemptId),
          );
          const isFound = named.some(({ kind }) => as !== 'settle' || !aboutReceipts.has(kind));
          const isSettled = toSettle.some(({ booked }) => booked === row);
          expect(as === 'finding' || as === 'explained' || !isFound).toBe(true);
          expect(as !== 'finding' || isFound).toBe(true);
          expect(isSettled).toBe(as === 'settle');
        }
      }),
    );
  });

  test('no payment settles two attempts and no attempt is settled twice', () => {
    fc.assert(
      fc.property(days, ({ ours, theirs, fiscal }) => {
        const { toSettle } = matchDay(ours, theirs, fiscal, day);
        expect(new Set(toSettle.map(({ attemptId }) => attemptId)).size).toBe(toSettle.length);
        expect(new Set(toSettle.map(({ booked }) => booked.paymentId)).size).toBe(toSettle.length);
      }),
    );
  });

  test('apart from what is named our sum and theirs are the same to the tiyin', () => {
    fc.assert(
      fc.property(days, ({ ours, theirs, fiscal }) => {
        const { rows, findings, ...sums } = matchDay(ours, theirs, fiscal, day);
        const named = new Set(findings.filter(({ kind }) => !aboutReceipts.has(kind)).map((one) => one.attemptId));
        const isToday = ({ sentAt }: OurPayment): boolean => sentAt >= day.from && sentAt < day.to;
        const counted = ours.filter((attempt) => isToday(attempt) && countsAsPaid(attempt));
        const booked = rows.filter(({ counts }) => counts);
        const agreed = booked.filter(
          ({ as, attemptId }) => (as === 'equal' || as === 'finding') && attemptId !== null && !named.has(attemptId),
        );
        const total = (list: { amount: number }[]): number => list.reduce((sum, { amount }) => sum + amount, 0);
        expect(total(agreed.map(({ row }) => row))).toBe(total(counted.filter((one) => !named.has(one.attemptId))));
        expect(sums.ours).toEqual({ count: counted.length, amount: total(counted) });
        expect(sums.theirs).toEqual({ count: booked.length, amount: total(booked.map(({ row }) => row)) });
      }),
    );
  });

  const aboutReceipts: ReadonlySet<string> = new Set(['fiscal-missing', 'link-missing', 'fiscal-without-payment']);
});
