import { describe, expect, it } from 'vitest';
import type { AttemptState } from '../../../../main/domain/attempt.ts';
import { wordsOf } from '../../../../renderer/screens/payment/attempt-words.ts';
import { attempt, checkout, onPhone } from '../../attempt.ts';

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

  it('speak of money that went back only when there was any', () => {
    const ended = [attempt('returned', { reason: 'cancelled-there' }), attempt('returned', { reason: 'never-begun' })];
    expect(ended.map((one) => wordsOf(one).headline)).toEqual(['wallet.returned', 'wallet.neverBegun']);
  });
});

describe('the words of a payment on the customer’s own phone', () => {
  it('say first what happened to the money, and never speak of a code to scan', () => {
    expect(all.map((state) => [state, wordsOf(onPhone(state)).headline])).toEqual([
      ['queued', 'checkout.waits'],
      ['sending', 'checkout.stands'],
      ['paid', 'wallet.paid'],
      ['declined', 'wallet.declined'],
      ['expired', 'checkout.expired'],
      ['in-doubt', 'wallet.doubt'],
      ['cancelling', 'checkout.closing'],
      ['returned', 'wallet.returned'],
      ['abandoned', 'wallet.abandoned'],
      ['closed-by-manager', 'wallet.closed'],
    ]);
  });

  it('tell a QR that nobody paid, one that was lost, and money that came too late apart', () => {
    const told = [
      onPhone('returned', { reason: 'never-begun' }),
      onPhone('cancelling', { reason: 'link-lost' }),
      onPhone('cancelling', { reason: 'paid-after-cancel' }),
      onPhone('declined', { checkout: checkout({ qr: null, expiresAt: null }) }),
    ];
    expect(told.map((one) => wordsOf(one).headline)).toEqual([
      'checkout.nobody',
      'checkout.lost',
      'wallet.cancelling',
      'checkout.notMade',
    ]);
  });

  it('leave it to a manager like any other money nobody can vouch for', () => {
    expect(wordsOf(onPhone('in-doubt', { needsManager: true })).code).toBe('payment-needs-manager');
  });
});
