import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkDigit,
  checkDigitOk,
  expandUpcE,
  isSscc,
  looksLikeGtin,
  normaliseCode,
} from '../../../main/domain/gtin.ts';

describe('check digits', () => {
  test.each([
    ['460700177156', 2],
    ['2212345', 9],
    ['01234567890', 5],
    ['210012301234', 3],
    ['1234567890123', 1],
    ['00001234560000001', 8],
  ])('the digits %s are followed by %i', (digits, expected) => {
    expect(checkDigit(digits)).toBe(expected);
  });

  test('any wrong single digit in a code is noticed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{12}$/), fc.nat(12), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
        const code = digits + String(checkDigit(digits));
        const wrong = code.slice(0, at) + String((Number(code[at]) + by) % 10) + code.slice(at + 1);
        return checkDigitOk(code) && !checkDigitOk(wrong);
      }),
    );
  });

  test('letters and a single digit have no check digit', () => {
    expect(['46070017715a2', '0', '', ' 4607001771562'].map(checkDigitOk)).toEqual([false, false, false, false]);
  });

  test('eighteen digits with a right check digit are a shipping label', () => {
    expect([isSscc('000012345600000018'), isSscc('000012345600000019')]).toEqual([true, false]);
  });
});

describe('one form for every printed length of a code', () => {
  test('a UPC-A and the EAN-13 with a leading zero are the same goods', () => {
    expect(normaliseCode('012345678905')).toBe(normaliseCode('0012345678905'));
  });

  test.each([
    ['22123459', '00000022123459'],
    ['012345678905', '00012345678905'],
    ['4607001771562', '04607001771562'],
    ['04607001771562', '04607001771562'],
    [' 4607001771562 ', '04607001771562'],
  ])('%s is looked up as %s', (printed, lookedUp) => {
    expect(normaliseCode(printed)).toBe(lookedUp);
  });

  test("a shop's own code stays as it is, trimmed", () => {
    expect([' 123 ', '00123', 'ABC-12', '123456789'].map(normaliseCode)).toEqual([
      '123',
      '00123',
      'ABC-12',
      '123456789',
    ]);
  });

  test('normalising twice changes nothing', () => {
    fc.assert(fc.property(fc.string(), (text) => normaliseCode(normaliseCode(text)) === normaliseCode(text)));
  });

  test('only the four printed lengths look like a GTIN', () => {
    const lengths = Array.from({ length: 20 }, (_, length) => length).filter((n) => looksLikeGtin('1'.repeat(n)));
    expect(lengths).toEqual([8, 12, 13, 14]);
  });
});

describe('UPC-E', () => {
  test.each([
    ['04252614', '042100005264'],
    ['01234565', '012345000065'],
    ['01234133', '012300000413'],
    ['01234145', '012340000015'],
  ])('%s stands for %s', (short, long) => {
    expect(expandUpcE(short)).toBe(long);
  });

  test('an EAN-8, a wrong check digit and other lengths are no UPC-E', () => {
    expect(['22123459', '04252615', '042100005264'].map(expandUpcE)).toEqual([undefined, undefined, undefined]);
  });
});
