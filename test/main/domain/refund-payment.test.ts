import { describe, expect, test } from 'vitest';
import {
  isRefundPaymentEnded,
  mayRefundPaymentBecome,
  refundKey,
  refundStep,
} from '../../../main/domain/refund-payment.ts';
import type { RefundPaymentState } from '../../../main/domain/refund-payment.ts';

const states: RefundPaymentState[] = [
  'waiting',
  'sending',
  'accepted',
  'in-doubt',
  'refused',
  'returned',
  'closed-by-manager',
];
const keyed = { repeat: 'same-key', canAsk: true, hasRefundId: false } as const;
const unkeyed = { repeat: 'never', canAsk: true, hasRefundId: false } as const;
const stepsOf = (rules: Parameters<typeof refundStep>[1]): unknown =>
  Object.fromEntries(
    states.filter((state) => !isRefundPaymentEnded(state)).map((state) => [state, refundStep(state, rules)]),
  );

describe('money on its way back', () => {
  test('is never touched again once it is back or a manager has settled it', () => {
    for (const ended of ['returned', 'closed-by-manager'] as const)
      expect(states.filter((to) => mayRefundPaymentBecome(ended, to))).toEqual([]);
  });

  test('is written down as sending before it can be anything a provider says, but for a refusal before it is sent', () => {
    expect(states.filter((to) => mayRefundPaymentBecome('waiting', to))).toEqual([
      'sending',
      'refused',
      'closed-by-manager',
    ]);
  });

  test('is not settled by hand while the provider is being asked to give it back', () => {
    expect(mayRefundPaymentBecome('sending', 'closed-by-manager')).toBe(false);
  });

  test('is sent under its own id until that key was declined, and never under a key too long for Flitt', () => {
    const id = '019ab1f0-7c3e-7d21-9b44-0123456789ab';
    expect([refundKey(id, 1), refundKey(id, 2), refundKey(id, 3)]).toEqual([id, `${id}-2`, `${id}-3`]);
    expect(refundKey(id, 1_000_000).length).toBeLessThanOrEqual(50);
  });

  test('is given again under its key where the provider knows keys', () => {
    expect(stepsOf(keyed)).toEqual({
      waiting: 'give',
      sending: 'again',
      accepted: 'ask',
      'in-doubt': 'again',
      refused: 'person',
    });
  });

  test('is never given twice where it knows none: asked about by its name, else left to a person', () => {
    expect(stepsOf(unkeyed)).toEqual({
      waiting: 'give',
      sending: 'person',
      accepted: 'ask',
      'in-doubt': 'person',
      refused: 'person',
    });
    expect(stepsOf({ ...unkeyed, hasRefundId: true })).toMatchObject({ sending: 'ask', 'in-doubt': 'ask' });
    expect(stepsOf({ ...unkeyed, canAsk: false })).toMatchObject({ accepted: 'person', 'in-doubt': 'person' });
  });
});
