import { describe, expect, test } from 'vitest';
import { matchDay } from '../../../main/domain/daily-match.ts';
import { tiyin } from '../../../main/domain/money.ts';
import {
  about,
  day,
  declined,
  explained,
  found,
  inDoubt,
  nobody,
  only,
  our,
  receipt,
  register,
  settles,
  their,
  unnamed,
} from './matched-day.ts';

describe('a payment that all three know', () => {
  test('is equal, and the three sums agree', () => {
    const sum = { count: 1, amount: tiyin(3_150_000) };
    expect(matchDay([our()], [their()], [receipt()], day)).toEqual({
      ours: sum,
      theirs: sum,
      fiscal: sum,
      equal: sum,
      rows: [{ row: their(), attemptId: 'a1', as: 'equal', counts: true }],
      findings: [],
      toSettle: [],
    });
  });

  test('is equal while its sale waits for the next shift', () => {
    const match = matchDay([our({ salePaidBy: 'nobody', fiscal: 'none' })], [their()], [], day);
    expect(found(match)).toEqual({ findings: [], rows: ['p1 equal'], settle: [] });
  });

  test('is equal when a manager said so with its id', () => {
    const match = matchDay([our({ state: 'closed-by-manager', verdict: 'taken' })], [their()], [receipt()], day);
    expect([match.ours, match.findings]).toEqual([{ count: 1, amount: 3_150_000 }, []]);
  });
});

describe('money the provider took and we do not count', () => {
  test('settles the attempt in doubt it belongs to', () => {
    expect(found(matchDay([our(inDoubt)], [their()], [], day))).toEqual(settles);
  });

  test('is a finding when the attempt had ended without it', () => {
    const match = matchDay([our(declined)], [their()], [], day);
    expect(found(match)).toEqual(only({ kind: 'paid-there', ...about }));
  });

  test('is a finding when a manager had said it was not taken', () => {
    const match = matchDay(
      [our({ ...declined, state: 'closed-by-manager', verdict: 'not-taken' })],
      [their()],
      [],
      day,
    );
    expect(found(match)).toEqual(only({ kind: 'paid-there', ...about }));
  });

  test('is a finding when it was to have gone back', () => {
    const match = matchDay([our({ ...declined, state: 'returned' })], [their()], [], day);
    expect(found(match)).toEqual(only({ kind: 'paid-there', ...about }));
  });

  test('is explained while it is on its way back, or when a manager gave it back by hand', () => {
    const cancelling = our({ ...inDoubt, state: 'cancelling' });
    const givenBack = our({ ...declined, state: 'closed-by-manager', verdict: 'given-back' });
    for (const attempt of [cancelling, givenBack])
      expect(found(matchDay([attempt], [their()], [], day))).toEqual(explained);
  });

  test('names its id to an attempt that is being taken back without one', () => {
    expect(found(matchDay([our({ ...unnamed, state: 'cancelling' })], [their()], [], day))).toEqual(settles);
  });

  test('is a finding of nobody when no attempt of ours comes near it', () => {
    const match = matchDay([], [their()], [], day);
    expect(found(match)).toEqual(only({ kind: 'unknown-payment', ...about, ...nobody }));
  });

  test.each(['held', 'stuck'] as const)('is a finding also when it is %s there', (state) => {
    const match = matchDay([our(declined)], [their({ state })], [], day);
    expect(found(match)).toEqual(only({ kind: 'paid-there', ...about }));
  });

  test.each(['unpaid', 'moving', 'returning', 'returned'] as const)('is none while it is %s there', (state) => {
    expect(found(matchDay([our(declined)], [their({ state })], [], day))).toEqual(explained);
  });
});

describe('money we count and the provider does not', () => {
  test('is a finding when the book does not have it', () => {
    const match = matchDay([our()], [], [receipt()], day);
    expect(match.findings).toEqual([{ kind: 'paid-here', ...about }]);
  });

  test.each(['unpaid', 'moving', 'held', 'stuck'] as const)('is a finding when it is %s there', (state) => {
    const match = matchDay([our()], [their({ state })], [receipt()], day);
    expect(found(match)).toEqual(only({ kind: 'paid-here', ...about }));
  });

  test.each(['returning', 'returned'] as const)('is a finding of its own when it is %s there', (state) => {
    const match = matchDay([our()], [their({ state })], [receipt()], day);
    expect(found(match)).toEqual(only({ kind: 'cancelled-there', ...about }));
  });

  test('proves nothing when it came while the book was being read', () => {
    const late = our({ endedAt: day.readAt });
    expect(matchDay([late], [], [receipt()], day).findings).toEqual([]);
    expect(found(matchDay([late], [their({ state: 'moving' })], [receipt()], day))).toEqual(explained);
  });
});

describe('a payment of another sum', () => {
  test('is a finding with the sum of the provider', () => {
    const match = matchDay([our()], [their({ amount: tiyin(3_150_001) })], [receipt()], day);
    expect(found(match)).toEqual(only({ kind: 'amount-differs', ...about, amount: tiyin(3_150_001) }));
  });

  test('never settles an attempt in doubt', () => {
    const match = matchDay([our(inDoubt)], [their({ amount: tiyin(1) })], [], day);
    expect(found(match)).toEqual(only({ kind: 'amount-differs', ...about, amount: tiyin(1) }));
  });

  test('is one too when the number is the same in another currency', () => {
    const match = matchDay([our()], [their({ currency: '840' })], [receipt()], day);
    expect(found(match)).toEqual(only({ kind: 'amount-differs', ...about }));
  });
});

describe('an attempt in doubt', () => {
  test.each(['returning', 'returned'] as const)('is settled when its money is %s', (state) => {
    expect(found(matchDay([our(inDoubt)], [their({ state })], [], day))).toEqual(settles);
  });

  test.each(['unpaid', 'moving', 'held', 'stuck'] as const)(
    'goes on being asked about while it is %s there',
    (state) => {
      expect(found(matchDay([our(inDoubt)], [their({ state })], [], day))).toEqual(explained);
    },
  );

  test('that the book does not have stays in doubt', () => {
    expect(found(matchDay([our(inDoubt)], [], [], day))).toEqual({ findings: [], rows: [], settle: [] });
  });
});

describe('two payments for one sale', () => {
  const second = { attemptId: 'a2', providerPaymentId: 'p2', salePaidBy: 'other' } as const;
  const ofSecond = { attemptId: 'a2', saleId: 's1', paymentId: 'p2', amount: tiyin(3_150_000) };

  test.each([
    ['both counted as paid here', our({ ...second })],
    ['one the provider had declined', our({ ...declined, ...second })],
  ])('are a finding about the one that did not pay the sale: %s', (_, attempt) => {
    const match = matchDay([our(), attempt], [their(), their({ paymentId: 'p2' })], [receipt()], day);
    expect(found(match)).toEqual({
      findings: [{ kind: 'paid-twice', ...ofSecond }],
      rows: ['p1 equal', 'p2 finding'],
      settle: [],
    });
  });

  test('are a finding when the provider has two for one attempt', () => {
    const again = their({ paymentId: 'p2', account: { ...register, document: 'a1' } });
    const match = matchDay([our()], [their(), again], [receipt()], day);
    expect(match.findings).toEqual([{ kind: 'paid-twice', ...about, paymentId: 'p2' }]);
  });

  test('are found without a book as well', () => {
    expect(matchDay([our(), our({ ...second })], null, [receipt()], day).findings).toEqual([
      { kind: 'paid-twice', ...ofSecond },
    ]);
  });
});
