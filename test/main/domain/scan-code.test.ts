import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classify, defaultScanRules } from '../../../main/domain/scan-code.ts';
import type { ScannedCode } from '../../../main/domain/scan-code.ts';
import { commonWeighedTemplates } from '../../../main/domain/weighed-label.ts';

const scan = (text: string, aim?: string, gs1 = false): ScannedCode => classify({ text, aim, gs1 }, defaultScanRules);
const gs = '\u001d';
const gtin = '04780001000013';

describe('goods', () => {
  test('an EAN-13 is goods, looked up in 14 digits', () => {
    expect(scan('4607001771562')).toEqual({ kind: 'goods', code: '04607001771562', raw: '4607001771562' });
  });

  test('a code typed by hand with a wrong check digit is refused with its own reason', () => {
    expect(scan('4607001771563')).toEqual({ kind: 'unknown', reason: 'check-digit', raw: '4607001771563' });
  });

  test('a scanner that names the symbology has checked the digit already', () => {
    expect(scan('4607001771563', ']C0')).toEqual({ kind: 'goods', code: '04607001771563', raw: '4607001771563' });
  });

  test('eight digits are EAN-8 or UPC-E as the scanner says', () => {
    expect([scan('01234565', ']E4'), scan('01234565', 'E0')]).toEqual([
      { kind: 'goods', code: '00000001234565', raw: '01234565' },
      { kind: 'goods', code: '00012345000065', raw: '01234565' },
    ]);
  });

  test('eight digits from a silent scanner are UPC-E only where they cannot be EAN-8', () => {
    expect([scan('22123459'), scan('04252614')]).toEqual([
      { kind: 'goods', code: '00000022123459', raw: '22123459' },
      { kind: 'goods', code: '00042100005264', raw: '04252614' },
    ]);
  });

  test('an add-on behind a magazine code is left out', () => {
    expect(scan('460700177156212', ']E3')).toMatchObject({ kind: 'goods', code: '04607001771562' });
  });

  test("a shop's own code is goods, spaces around it gone", () => {
    expect(scan(' 00123 ')).toEqual({ kind: 'goods', code: '00123', raw: '00123' });
  });

  test('a carton with AI 01 alone is goods', () => {
    expect(scan(`01${gtin}`, ']C1', true)).toEqual({ kind: 'goods', code: gtin, raw: `01${gtin}` });
  });
});

describe('wallets', () => {
  test.each(['50502044301381396427', '50501010793410469483', '50504030881338965424'])(
    'the Payme Go code %s is a wallet',
    (code) => {
      expect(scan(code)).toEqual({ kind: 'wallet', code });
    },
  );

  test('the code of another wallet says so', () => {
    expect([scan('880101698207133392'), scan('60502044301381396427')]).toEqual([
      { kind: 'unknown', reason: 'other-wallet', raw: '880101698207133392' },
      { kind: 'unknown', reason: 'other-wallet', raw: '60502044301381396427' },
    ]);
  });

  test('the shop can widen what counts as a wallet', () => {
    const rules = { walletPrefixes: ['505', '77'], walletLengths: [18, 20] };
    expect(classify({ text: '770101698207133392', gs1: false }, rules)).toEqual({
      kind: 'wallet',
      code: '770101698207133392',
    });
  });

  test('goods are never taken for a wallet', () => {
    fc.assert(fc.property(fc.stringMatching(/^505\d{5,11}$/), (text) => scan(text).kind !== 'wallet'));
  });
});

describe('marked goods', () => {
  test('a separator ends the serial number, which keeps its characters and case', () => {
    expect(scan(`01${gtin}21a&-+?Z"${gs}93abcd`, ']d2', true)).toEqual({
      kind: 'marked',
      code: gtin,
      gtin,
      serial: 'a&-+?Z"',
      repaired: false,
      raw: `01${gtin}21a&-+?Z"${gs}93abcd`,
    });
  });

  test('a leading FNC1 sent as a character changes nothing', () => {
    expect(scan(`${gs}01${gtin}211234567${gs}93abcd`)).toMatchObject({ kind: 'marked', serial: '1234567' });
  });

  test.each([
    ['beer', `01${gtin}21123456793abcd`, '1234567'],
    ['water', `01${gtin}21123456789012393abcd`, '1234567890123'],
    ['an appliance', `01${gtin}21${'s'.repeat(20)}91abcd92${'x'.repeat(44)}`, 's'.repeat(20)],
  ])('a separator lost on the mark of %s is put back by its length', (_, text, serial) => {
    expect(scan(text)).toMatchObject({ kind: 'marked', serial, repaired: true });
  });

  test('a mark that cannot be split safely asks for another scan', () => {
    expect(scan(`01${gtin}2112345693abcd92xyz`)).toMatchObject({ kind: 'unknown', reason: 'unsplittable-mark' });
  });

  test('a mark without a tail is read when the scanner vouches for GS1', () => {
    expect(scan(`01${gtin}21ABC12`, ']d2', true)).toMatchObject({ kind: 'marked', serial: 'ABC12', repaired: false });
  });

  test('a mark whose goods number fails its check digit was misread', () => {
    expect(scan('010478000100001421ABC12', ']d2', true)).toMatchObject({ kind: 'unknown', reason: 'check-digit' });
  });

  test('a cigarette pack has no AIs: 14 digits, 7 of serial, 8 of check', () => {
    const pack = `${gtin}AbC-12?wxyz1234`;
    expect(scan(pack, ']d1')).toEqual({
      kind: 'marked',
      code: gtin,
      gtin,
      serial: 'AbC-12?',
      repaired: false,
      raw: pack,
    });
  });
});

describe('weighed labels', () => {
  test('a scale label is read before its number is looked up as ordinary goods', () => {
    const rules = { ...defaultScanRules, weighed: commonWeighedTemplates };
    expect(classify({ text: '2100123012343', aim: ']E0', gs1: false }, rules)).toEqual({
      kind: 'weighed',
      plu: '00123',
      value: { of: 'weight', quantity: 1234 },
      code: '02100123012343',
      raw: '2100123012343',
    });
  });

  test('without a template it is goods like any other', () => {
    expect(scan('2100123012343')).toMatchObject({ kind: 'goods', code: '02100123012343' });
  });
});

describe('what the till cannot sell', () => {
  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['https://ofd.soliq.uz/check?t=A&r=1', 'not-goods'],
    ['x'.repeat(49), 'not-goods'],
    ['000012345600000018', 'shipping-label'],
  ])('%s is told apart as %s', (text, reason) => {
    expect(scan(text)).toEqual({ kind: 'unknown', reason, raw: text.trim() });
  });

  test('whatever is scanned, there is an answer', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.option(fc.string(), { nil: undefined }),
        fc.boolean(),
        (text, aim, gs1) => {
          expect(['goods', 'wallet', 'marked', 'weighed', 'unknown']).toContain(scan(text, aim, gs1).kind);
        },
      ),
    );
  });
});
