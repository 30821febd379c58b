import { describe, expect, it } from 'vitest';
import { formatPhone, phoneDigits, wholePhone } from '../../../renderer/state/phone.ts';

describe('customer’s phone', () => {
  it('is keyed in without the code of the country', () => {
    expect(phoneDigits('90 123-45-67')).toBe('901234567');
  });

  it('loses the code of the country when it came with it', () => {
    expect([phoneDigits('+998 90 123-45-67'), phoneDigits('998901234567')]).toEqual(['901234567', '901234567']);
  });

  it('keeps an operator whose number begins like the country', () => {
    expect(phoneDigits('998123456')).toBe('998123456');
  });

  it('takes no more than nine digits', () => {
    expect(phoneDigits('9012345678')).toBe('901234567');
  });

  it('reads as it is said, as far as it is keyed in', () => {
    expect(['', '9', '901', '901234', '901234567'].map(formatPhone)).toEqual([
      '',
      '9',
      '90 1',
      '90 123-4',
      '90 123-45-67',
    ]);
  });

  it('is whole with nine digits and not before', () => {
    expect([wholePhone('90123456'), wholePhone('901234567')]).toEqual([undefined, '998901234567']);
  });
});
