import { describe, expect, it } from 'vitest';
import { answerTo, stageOf } from '../../../renderer/state/checkout.ts';
import { checkout } from '../attempt.ts';

describe('a checkout', () => {
  it('is being made, stands as a QR or as a message, and is over when its time is', () => {
    const message = { qr: null, phone: '998901234567' };
    expect([
      stageOf(checkout({ qr: null, expiresAt: null }), 0),
      stageOf(checkout(), 99_999),
      stageOf(checkout(message), 0),
      stageOf(checkout(), 100_000),
      stageOf(checkout({ qr: null }), 0),
    ]).toEqual(['making', 'shown', 'told', 'over', 'over']);
  });
});

describe('the question before a checkout', () => {
  const phone = { kind: 'payme-invoice', needs: 'phone', currency: 'UZS' } as const;
  const yen = { kind: 'smartpay', needs: 'foreign-sum', currency: 'JPY' } as const;

  it('wants a whole phone number', () => {
    expect([answerTo(phone, '90123456'), answerTo(phone, '901234567')]).toEqual([
      undefined,
      { kind: 'payme-invoice', phone: '998901234567' },
    ]);
  });

  it('takes whole yen, for there is nothing smaller, and cents of what has them', () => {
    expect([answerTo(yen, '1250'), answerTo(yen, '12,5'), answerTo({ ...yen, currency: 'USD' }, '12,5')]).toEqual([
      { kind: 'smartpay', charged: 1250 },
      undefined,
      { kind: 'smartpay', charged: 1250 },
    ]);
  });

  it('is not answered by nothing', () => {
    expect([answerTo(yen, ''), answerTo(yen, '0'), answerTo(phone, '')]).toEqual([undefined, undefined, undefined]);
  });
});
