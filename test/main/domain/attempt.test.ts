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
      queued: ['sending', 'declined', 'expired', 'abandoned'],
      sending: ['queued', 'paid', 'declined', 'in-doubt', 'cancelling', 'returned'],
      paid: ['cancelling'],
      declined: [],
      expired: [],
      'in-doubt': ['paid', 'declined', 'cancelling', 'returned', 'closed-by-manager'],
      cancelling: ['declined', 'returned', 'abandoned', 'closed-by-manager'],
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

  test('once sent never expires', () => {
    expect(states.filter((from) => mayBecome(from, 'expired'))).toEqual(['queued']);
  });

  test('given up by the cashier never counts as paid: its money goes back', () => {
    expect(mayBecome('cancelling', 'paid')).toBe(false);
  });

  test('freezes its sale until the money is sure', () => {
    expect(states.filter(isLive)).toEqual(['queued', 'sending', 'in-doubt']);
  });

  test('whose code was being sent when the till died is in doubt; any other stays as it was', () => {
    const after = states.map((state) => afterRestart(state, false));
    expect(after).toEqual(states.map((state) => (state === 'sending' ? 'in-doubt' : state)));
  });

  test('whose QR stood before the customer when the till died stands as it did', () => {
    expect(states.map((state) => afterRestart(state, true))).toEqual(states);
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

  test.each(answers)('%j leads to %s', (outcome, state) => expect(afterCharge('sending', outcome)).toBe(state));

  test('always leads somewhere an attempt being sent may go', () => {
    expect(answers.every(([outcome, state]) => mayBecome('sending', afterCharge('sending', outcome) ?? state))).toBe(
      true,
    );
  });

  test.each([
    ['paid', undefined],
    ['declined', 'declined'],
    ['nothing-sent', 'abandoned'],
    ['unknown', undefined],
  ] as const)('"%s" for a payment the cashier gave up leads to %s, for its money goes back', (kind, state) => {
    const outcome = answers.find(([answer]) => answer.kind === kind)![0];
    expect(afterCharge('cancelling', outcome)).toBe(state);
  });

  test.each(['paid', 'declined', 'expired', 'returned', 'abandoned', 'closed-by-manager'] as const)(
    'changes nothing any more when the attempt is %s',
    (state) => expect(answers.map(([outcome]) => afterCharge(state, outcome))).toEqual(answers.map(() => undefined)),
  );
});

test('a code dies at its moment, not after it', () => {
  expect([999, 1000, 1001].map((now) => codeExpired(0, 1000, now))).toEqual([false, true, true]);
});

test('a code dies when the clock goes back behind its scan, for nobody knows how old it is', () => {
  expect([codeExpired(500, 1000, 499), codeExpired(500, 1000, 500)]).toEqual([true, false]);
});
