import { describe, expect, test } from 'vitest';
import { afterCharge, afterRestart, codeExpired, isLive, mayBecome } from '../../../main/domain/attempt.ts';
import type { AttemptState } from '../../../main/domain/attempt.ts';

const states: readonly AttemptState[] = [
  'queued',
  'sending',
  'paid',
  'declined',
  'expired',
  'in-doubt',
  'cancelling',
  'returned',
  'abandoned',
  'closed-by-manager',
];

const table = Object.fromEntries(states.map((from) => [from, states.filter((to) => mayBecome(from, to))]));

describe('an attempt', () => {
  test('may go these ways and no other', () => {
    expect(table).toEqual({
      queued: ['sending', 'expired', 'abandoned'],
      sending: ['queued', 'paid', 'declined', 'in-doubt'],
      paid: ['cancelling'],
      declined: [],
      expired: [],
      'in-doubt': ['paid', 'declined', 'cancelling', 'closed-by-manager'],
      cancelling: ['paid', 'returned', 'closed-by-manager'],
      returned: [],
      abandoned: [],
      'closed-by-manager': [],
    });
  });

  test('is sent only out of the queue, so that nothing is sent twice', () => {
    expect(states.filter((from) => mayBecome(from, 'sending'))).toEqual(['queued']);
  });

  test('never leaves a final state', () => {
    const final = states.filter((state) => table[state]?.length === 0);
    expect(final).toEqual(['declined', 'expired', 'returned', 'abandoned', 'closed-by-manager']);
  });

  test('once sent never expires and is never given up', () => {
    expect(states.filter((from) => mayBecome(from, 'expired') || mayBecome(from, 'abandoned'))).toEqual(['queued']);
  });

  test('freezes its sale until the money is sure', () => {
    expect(states.filter(isLive)).toEqual(['queued', 'sending', 'in-doubt']);
  });

  test('that was being sent when the till died is in doubt; any other stays as it was', () => {
    expect(states.map(afterRestart)).toEqual(states.map((state) => (state === 'sending' ? 'in-doubt' : state)));
  });
});

describe('an answer', () => {
  const facts = { providerPaymentId: 'p1', transactionId: null, kkmId: null, deviceId: null, clientPhone: null };
  const answers = [
    [{ kind: 'paid', facts }, 'paid'],
    [{ kind: 'declined', reason: 'refused', message: '' }, 'declined'],
    [{ kind: 'nothing-sent', reason: 'refused' }, 'queued'],
    [{ kind: 'unknown', reason: 'timeout', message: '' }, 'in-doubt'],
  ] as const;

  test.each(answers)('%j leads to %s', (outcome, state) => expect(afterCharge(outcome)).toBe(state));

  test('always leads somewhere an attempt being sent may go', () => {
    expect(answers.every(([outcome]) => mayBecome('sending', afterCharge(outcome)))).toBe(true);
  });
});

test('a code dies at its moment, not after it', () => {
  expect([999, 1000, 1001].map((now) => codeExpired(0, 1000, now))).toEqual([false, true, true]);
});

test('a code dies when the clock goes back behind its scan, for nobody knows how old it is', () => {
  expect([codeExpired(500, 1000, 499), codeExpired(500, 1000, 500)]).toEqual([true, false]);
});
