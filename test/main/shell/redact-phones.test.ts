import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redact } from '../../../main/shell/redact.ts';

describe('a phone in a log line', () => {
  test.each([
    ['to +998 90 123 45 67 sent', 'to 998*****4567 sent'],
    ['to 998-90-1234567 sent', 'to 998*****4567 sent'],
    ['to +998 (90) 123-45-67.', 'to 998*****4567.'],
    ['to +998(90)1234567', 'to 998*****4567'],
    ['to +998.90.123.45.67', 'to 998*****4567'],
    ['to +998\u00a090\u00a0123\u00a045\u00a067', 'to 998*****4567'],
    ['to +998 90 123‑45‑67', 'to 998*****4567'],
    ['to 00998 90 123 45 67', 'to 998*****4567'],
    ['?to=%2B998901234567&x=1', '?to=998*****4567&x=1'],
    ['998901234567,998907654321', '998*****4567,998*****4321'],
    ['998901234567-998907654321', '998*****4567-998*****4321'],
    ['+998 90 123 45 67 12500000 tiyin', '998*****4567 12500000 tiyin'],
    ['to 90 123 45 67 sent', 'to *****4567 sent'],
    ['to 90-123-45-67', 'to *****4567'],
    ['to 8 90 123-45-67', 'to 8 *****4567'],
    ['to (90) 123-45-67', 'to *****4567'],
    ['to (71)2000000', 'to *****0000'],
    ["{ phone: '901234567', at: 3 }", '{ phone: [hidden], at: 3 }'],
    ['{"client_phone_number":"90 1234567"}', '{"client_phone_number":[hidden]}'],
    ['phone=90 1234567, at 3', 'phone=[hidden], at 3'],
    ['clientPhone: 998901234567 }', 'clientPhone: [hidden] }'],
  ])('is not shown: %s', (line, clean) => {
    expect(redact(line)).toBe(clean);
  });

  test.each([
    'paid 12 345 678.90 sum',
    'due 99 890 123.45, given 90 000 000',
    'weights 1.345 20 678 901, 0.45 678 90 12',
    'item 02202002001010001 without package',
    'drawer 998 sums, paid 998 901 234.50',
    'goods code 4780012345678 and 9980012345678',
    'sale 1123, receipt 000147, shift 12',
    'receipt 2026-11-22 07:41:05, printed 22.11.2026 07:41',
    '90 1234567 tiyin in 41 ms',
    'amount 901234567',
    'phone: null, needsPhone: true',
    'tel:12, port 8090, 10.20.30.40',
  ])('is not seen where there is none: %s', (line) => {
    expect(redact(line)).toBe(line);
  });
});

const digitsOf = (count: number): fc.Arbitrary<string> =>
  fc.stringMatching(new RegExp(`^\\d{${count}}$`), { size: 'max' });

/** What people write between the digits of a number. */
const gap = fc.constantFrom('', '', '', ' ', '-', '.', ' (', ') ', '\u00a0', ' - ', '--', '–', ')-', ' - (');

/** A line around a number, as logs have them. */
const around = fc.constantFrom(
  ['', ''],
  ['sent to ', ' twice'],
  ['("', '")'],
  ["{ to: '", "' }"],
  ['x=', '&y=1'],
  ['a,', ',b'],
  ['at 41 ms: ', '\n'],
);

describe('whatever is logged', () => {
  test('of a number with its country code no more than the last four digits are left, however it is written', () => {
    const written = fc.tuple(
      fc.constantFrom('+998', '998', '+(998', '00998 '),
      digitsOf(9),
      fc.array(gap, { minLength: 9, maxLength: 9 }),
    );
    fc.assert(
      fc.property(written, around, ([code, number, gaps], [before, after]) => {
        const line = `${before}${code}${[...number].map((digit, at) => `${gaps[at]}${digit}`).join('')}${after}`;
        const clean = `998*****${number.slice(5)}`;
        expect(redact(line)).toBe(`${before}${code === '+(998' ? '+(' : ''}${clean}${after}`);
      }),
      { numRuns: 2000 },
    );
  });

  test('of a number grouped as people group theirs the same holds without the country code', () => {
    const two = digitsOf(2);
    const groups = fc.tuple(fc.integer({ min: 20, max: 99 }), digitsOf(3), two, two, fc.constantFrom(' ', '-'));
    fc.assert(
      fc.property(groups, around, ([operator, one, three, four, between], [before, after]) => {
        const line = `${before}${[operator, one, three, four].join(between)}${after}`;
        expect(redact(line)).toBe(`${before}*****${three}${four}${after}`);
      }),
    );
  });

  test('sums, receipt numbers, goods codes, IKPU and dates stay readable', () => {
    const grouped = (separator: string) => (sum: number) => String(sum).replaceAll(/\B(?=(\d{3})+(?!\d))/g, separator);
    const whole = fc.integer({ min: 0, max: 99_999_999_999 });
    const sum = fc
      .tuple(whole, fc.constantFrom(' ', '\u00a0', '\u202f', ''), fc.constantFrom('', '.90', ',05', '.00'))
      .map(([tiyin, separator, rest]) => `${grouped(separator)(tiyin)}${rest}`);
    const date = fc
      .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T23:59:59Z'), noInvalidDate: true })
      .chain((day) => fc.constantFrom(day.toISOString(), String(day.getTime()), day.toUTCString()));
    const readable = fc.oneof(sum, digitsOf(13), digitsOf(17), fc.nat().map(String), date);
    fc.assert(
      fc.property(readable, around, (text, [before, after]) => {
        expect(redact(`${before}${text}${after}`)).toBe(`${before}${text}${after}`);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    '998 ',
    '998-90-',
    '+',
    '(90) ',
    '90 123 ',
    '9',
    '998',
    'phone: ',
    "phone: '",
    'phone=1 ',
    'a.',
    'a.a-a+',
    'http://',
    'key="',
    "key='",
    'token ',
    'authorization',
    'A',
    '\u00a0',
    '1 ',
    '4780 ',
    ' ',
    '(',
    'pin:\t',
  ])('is read once: a hundred thousand letters of %j take no longer than a blink', (piece) => {
    const line = piece.repeat(Math.ceil(100_000 / piece.length));
    const start = performance.now();
    redact(line);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
