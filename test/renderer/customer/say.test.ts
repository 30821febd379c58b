import { describe, expect, test } from 'vitest';
import { checkoutKinds } from '../../../main/domain/tender.ts';
import type { CustomerStep } from '../../../preload/api.ts';
import { clockOf, foreignSum, sayCheckout, sayStep } from '../../../renderer/customer/say.ts';
import { customerWords } from '../../../renderer/customer/words/index.ts';

const words = customerWords.en;
const told: CustomerStep[] = ['choose', 'cash', 'show-code', 'working', 'checking', 'not-paid'];

describe('what the customer is told', () => {
  test('is amber only while nobody knows, and red only when it is certain that nothing was paid', () => {
    const tones = told.map((step) => [step, sayStep(words, step)?.tone]);
    expect(tones.filter(([, tone]) => tone !== 'info')).toEqual([
      ['checking', 'doubt'],
      ['not-paid', 'refused'],
    ]);
  });

  test('names another way of scanning for each provider, and the message where there is nothing to scan', () => {
    const texts = checkoutKinds.map((kind) => sayCheckout(words, { kind, qr: 'x' }).text);
    expect(texts).toEqual([
      words.scanAnyBank,
      words.scanPayme,
      words.scanPaymeCamera,
      words.scanPayme,
      words.scanCamera,
    ]);
    expect(sayCheckout(words, { kind: 'payme-invoice', qr: null }).headline).toBe(words.sent);
  });
});

describe('the countdown', () => {
  test.each([
    [120_000, '2:00'],
    [65_001, '1:06'],
    [1, '0:01'],
    [0, '0:00'],
    [-5_000, '0:00'],
  ])('shows %i ms as %s', (ms, text) => {
    expect(clockOf(ms)).toBe(text);
  });
});

describe('a sum of another currency', () => {
  test.each([
    [{ amount: 480, currency: 'JPY' }, '480 JPY'],
    [{ amount: 1_234_567, currency: 'JPY' }, '1\u202f234\u202f567 JPY'],
    [{ amount: 1250, currency: 'EUR' }, '12,50 EUR'],
  ])('%o reads %s', (charged, text) => {
    expect(foreignSum(charged)).toBe(text);
  });
});
