import { describe, expect, test } from 'vitest';
import type { AttemptState } from '../../../main/domain/attempt.ts';
import { historyOf, moveAttempt } from '../../../main/store/attempt-moves.ts';
import { attemptsIn, codeIsTaken, findAttempt, lastAttempt, liveAttempt } from '../../../main/store/attempts.ts';
import { attemptHeap } from '../../../main/store/totals.ts';
import { morning, openShopFile, paidWith, queueAttempt, walk } from './shop-file.ts';

describe('an attempt', () => {
  test('begins in the queue with its code sealed', () => {
    const db = openShopFile();
    queueAttempt(db, 'a1');
    expect(findAttempt(db, 'a1')).toEqual({
      id: 'a1',
      saleId: 'sale-1',
      kind: 'payme-go',
      provider: 'fbox',
      amount: 3_150_000,
      currency: 'UZS',
      state: 'queued',
      reason: null,
      message: null,
      codeCipher: Buffer.from('sealed'),
      codeHash: 'hash of a1',
      codeExpiresAt: morning + 20_000,
      createdAt: morning,
      sentAt: null,
      endedAt: null,
      providerPaymentId: null,
      transactionId: null,
      kkmId: null,
      deviceId: null,
      clientPhone: null,
      managerSince: null,
      verdict: null,
      evidence: null,
      closedBy: null,
      chargedAmount: null,
      chargedCurrency: null,
    });
  });

  test("that was paid keeps the provider's ids, its times and its history, and no code", () => {
    const db = openShopFile();
    queueAttempt(db, 'a1');
    walk(db, 'a1', ['sending']);
    const facts = { ...paidWith('p1'), transactionId: 't1', kkmId: 'k', deviceId: 'd', clientPhone: '998901234567' };
    moveAttempt(db, 'a1', 'paid', { at: morning + 5000, facts });
    expect(findAttempt(db, 'a1')).toMatchObject({
      state: 'paid',
      codeCipher: null,
      sentAt: morning + 1000,
      endedAt: morning + 5000,
      providerPaymentId: 'p1',
      transactionId: 't1',
      kkmId: 'k',
      deviceId: 'd',
      clientPhone: '998901234567',
    });
    expect(historyOf(db, 'a1')).toEqual([
      { at: morning, state: 'queued', reason: null },
      { at: morning + 1000, state: 'sending', reason: null },
      { at: morning + 5000, state: 'paid', reason: null },
    ]);
  });

  test('that never left goes back to the queue with its code, as if it had not been sent', () => {
    const db = openShopFile();
    queueAttempt(db, 'a1');
    walk(db, 'a1', ['sending']);
    moveAttempt(db, 'a1', 'queued', { at: morning + 2000, reason: 'refused', codeCipher: Buffer.from('again') });
    expect(findAttempt(db, 'a1')).toMatchObject({ state: 'queued', sentAt: null, codeCipher: Buffer.from('again') });
  });

  test.each<[AttemptState[], AttemptState]>([
    [[], 'paid'],
    [['sending', 'paid'], 'declined'],
    [['sending', 'declined'], 'paid'],
    [['sending', 'in-doubt'], 'sending'],
    [['expired'], 'sending'],
    [['abandoned'], 'sending'],
  ])('that went %j never becomes %s', (before, to) => {
    const db = openShopFile();
    queueAttempt(db, 'a1');
    walk(db, 'a1', before);
    const row = findAttempt(db, 'a1');
    expect(() => moveAttempt(db, 'a1', to, { at: morning + 9000, facts: paidWith('p') })).toThrow(/cannot go from/);
    expect(findAttempt(db, 'a1')).toEqual(row);
  });

  test('that does not exist cannot be moved', () => {
    expect(() => moveAttempt(openShopFile(), 'nobody', 'sending', { at: morning })).toThrow('attempt nobody');
  });
});

describe('finding attempts', () => {
  test('the live one freezes the sale; the last one is what the panel talks about', () => {
    const db = openShopFile();
    queueAttempt(db, 'a1');
    walk(db, 'a1', ['sending', 'declined']);
    expect([liveAttempt(db, 'sale-1'), lastAttempt(db, 'sale-1')?.id]).toEqual([undefined, 'a1']);
    queueAttempt(db, 'a2', { createdAt: morning + 60_000 });
    expect([liveAttempt(db, 'sale-1')?.id, lastAttempt(db, 'sale-1')?.id]).toEqual(['a2', 'a2']);
    expect(attemptsIn(db, 'queued').map(({ id }) => id)).toEqual(['a2']);
  });

  test('money in doubt and money in the queue are counted apart, with the age of the oldest', () => {
    const db = openShopFile();
    queueAttempt(db, 'a1');
    const none = { count: 0, amount: 0, oldestAt: null };
    const one = { count: 1, amount: 3_150_000, oldestAt: morning };
    expect([attemptHeap(db, 'queued'), attemptHeap(db, 'in-doubt')]).toEqual([one, none]);
    walk(db, 'a1', ['sending', 'in-doubt']);
    expect([attemptHeap(db, 'queued'), attemptHeap(db, 'in-doubt')]).toEqual([none, one]);
  });
});

describe('a code', () => {
  test.each<[AttemptState[], boolean]>([
    [[], true],
    [['expired'], false],
    [['abandoned'], false],
    [['sending', 'declined'], true],
    [['sending', 'in-doubt'], true],
    [['sending', 'paid'], true],
  ])('whose attempt went %j is taken: %s', (states, sent) => {
    const db = openShopFile();
    queueAttempt(db, 'a1');
    walk(db, 'a1', states);
    expect([codeIsTaken(db, 'hash of a1'), codeIsTaken(db, 'another')]).toEqual([sent, false]);
  });
});
