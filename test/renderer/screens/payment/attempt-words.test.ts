import { describe, expect, it } from 'vitest';
import type { AttemptState } from '../../../../main/domain/attempt.ts';
import { wordsOf } from '../../../../renderer/screens/payment/attempt-words.ts';
import { attempt } from '../../attempt.ts';

const all: AttemptState[] = [
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

describe('the words of a payment', () => {
  it('are amber only while nobody can say where the money is, or while it waits', () => {
    expect(all.filter((state) => wordsOf(attempt(state)).tone === 'doubt')).toEqual([
      'queued',
      'in-doubt',
      'cancelling',
    ]);
  });

  it('tell the cashier to call a manager only when the till cannot ask by itself', () => {
    const asks = { tries: 0, nextAt: 5_000 };
    const texts = [attempt('in-doubt'), attempt('in-doubt', { asks })].map((one) => wordsOf(one).text);
    expect(texts).toEqual(['wallet.doubtText', 'doubt.askedText']);
  });

  it('say that a manager decides, with the code to name on the telephone', () => {
    expect(wordsOf(attempt('in-doubt', { needsManager: true }))).toEqual({
      tone: 'doubt',
      headline: 'doubt.manager',
      text: 'doubt.managerText',
      code: 'payment-needs-manager',
    });
  });
});
