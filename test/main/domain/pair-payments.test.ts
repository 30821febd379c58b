import { describe, expect, test } from 'vitest';
import { matchDay } from '../../../main/domain/daily-match.ts';
import { tiyin } from '../../../main/domain/money.ts';
import {
  about,
  day,
  declined,
  explained,
  found,
  hour,
  nobody,
  noon,
  only,
  our,
  receipt,
  register,
  settles,
  their,
  unnamed,
} from './matched-day.ts';

describe('an attempt whose payment id nobody told', () => {
  test('is known by its own id in the account of the payment, whenever that was', () => {
    const row = their({ createdAt: noon + hour, account: { ...register, document: 'a1' } });
    expect(found(matchDay([our(unnamed)], [row], [], day))).toEqual(settles);
  });

  test('that was made ready twice is known by the one that took money', () => {
    const account = { ...register, document: 'a1' };
    const idle = their({ paymentId: 'p0', state: 'unpaid', createdAt: noon - 1000, account });
    expect(found(matchDay([our(unnamed)], [idle, their({ account })], [], day))).toEqual({
      findings: [],
      rows: ['p0 explained', 'p1 settle'],
      settle: ['a1 p1'],
    });
  });

  test.each([-120_000, 120_000])('is known by sum and time up to two minutes apart (%i ms)', (apart) => {
    expect(found(matchDay([our(unnamed)], [their({ createdAt: noon + apart })], [], day))).toEqual(settles);
  });

  test.each([
    ['three minutes away', { createdAt: noon + 180_000 }],
    ['of another sum', { amount: tiyin(3_150_100) }],
  ])('is not one %s', (_, part) => {
    const match = matchDay([our(unnamed)], [their(part)], [], day);
    expect([match.toSettle, match.findings.map(({ kind }) => kind)]).toEqual([[], ['unknown-payment']]);
  });

  test('is never paid by a payment of another till', () => {
    const row = their({ account: { kkmId: '21', deviceId: '22', document: null } });
    const match = matchDay([our(unnamed)], [row], [], day);
    expect([found(match), match.theirs]).toEqual([explained, { count: 0, amount: 0 }]);
  });

  test('is left to a person when two payments could be meant', () => {
    const rows = [their(), their({ paymentId: 'p2', createdAt: noon + 30_000 })];
    expect(found(matchDay([our(unnamed)], rows, [], day))).toEqual({
      findings: [
        { kind: 'paid-there', ...about, ...nobody },
        { kind: 'paid-there', ...about, ...nobody, paymentId: 'p2' },
      ],
      rows: ['p1 finding', 'p2 finding'],
      settle: [],
    });
  });

  test('is left to a person when two attempts could be meant', () => {
    const two = [our(unnamed), our({ ...unnamed, attemptId: 'a2', saleId: 's2', sentAt: noon + 20_000 })];
    expect(found(matchDay(two, [their()], [], day))).toEqual(only({ kind: 'paid-there', ...about, ...nobody }));
  });

  test('is not made unclear by one the provider declined', () => {
    const refused = our({ ...declined, attemptId: 'a0', providerPaymentId: null, sentAt: noon - 20_000 });
    expect(found(matchDay([refused, our(unnamed)], [their()], [], day))).toEqual(settles);
  });

  test('is not taken for a payment that is another attempt’s by its id', () => {
    const paid = our({ attemptId: 'a0', saleId: 's0', sentAt: noon - 20_000 });
    const match = matchDay([paid, our(unnamed)], [their()], [], day);
    expect(match.toSettle).toEqual([]);
  });
});

describe('midnight', () => {
  test('does not part an attempt from its payment: both belong to the day it was sent', () => {
    const attempt = our({ sentAt: day.to - 1 });
    const row = their({ createdAt: day.to + 1000 });
    const tomorrow = { ...day, from: day.to, to: day.to + 24 * hour };
    const today = matchDay([attempt], [row], [receipt()], day);
    const next = matchDay([attempt], [row], [receipt()], tomorrow);
    expect([today.theirs, found(next), next.theirs, next.ours, next.fiscal]).toEqual([
      { count: 1, amount: 3_150_000 },
      explained,
      ...Array.from({ length: 3 }, () => ({ count: 0, amount: 0 })),
    ]);
  });

  test('gives a payment nobody knows to the one day it was made on', () => {
    const row = their({ createdAt: day.to });
    const tomorrow = { ...day, from: day.to, to: day.to + 24 * hour };
    expect([matchDay([], [row], [], day).findings.length, matchDay([], [row], [], tomorrow).findings.length]).toEqual([
      0, 1,
    ]);
  });
});
