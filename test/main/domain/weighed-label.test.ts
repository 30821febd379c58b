import { expect, test } from 'vitest';
import { checkDigit } from '../../../main/domain/gtin.ts';
import { commonWeighedTemplates, pluForms, readWeighedLabel } from '../../../main/domain/weighed-label.ts';

const label = (digits: string): string => digits + String(checkDigit(digits));

test('a scale label of 1.234 kg names its goods and its weight', () => {
  expect(readWeighedLabel('2100123012343', commonWeighedTemplates)).toEqual({
    plu: '00123',
    value: { of: 'weight', quantity: 1234 },
  });
});

test('a label with the price of the piece in whole sums gives tiyin', () => {
  const prices = [{ prefix: '25', pluLength: 4, value: 'price', divisor: 1 } as const];
  expect(readWeighedLabel(label('250777045600'), prices)).toEqual({
    plu: '0777',
    value: { of: 'price', amount: 4_560_000 },
  });
});

test('a label with a count gives whole pieces in thousandths', () => {
  const counts = [{ prefix: '02', pluLength: 6, value: 'count', divisor: 1 } as const];
  expect(readWeighedLabel(label('020012340012'), counts)).toEqual({
    plu: '001234',
    value: { of: 'count', quantity: 12_000 },
  });
});

test('the first template that fits decides', () => {
  const templates = [
    { prefix: '212', pluLength: 4, value: 'price', divisor: 100 } as const,
    { prefix: '21', pluLength: 5, value: 'weight', divisor: 1000 } as const,
  ];
  expect(readWeighedLabel(label('212000100500'), templates)?.value).toEqual({ of: 'price', amount: 500 });
});

test('zero grams, a wrong check digit, a foreign prefix and other lengths are no weighed label', () => {
  const texts = [label('210012300000'), '2100123012344', label('460012301234'), '210012301234'];
  expect(texts.map((text) => readWeighedLabel(text, commonWeighedTemplates))).toEqual(texts.map(() => undefined));
});

test('a template for ordinary goods never applies outside the in-store prefixes', () => {
  expect(
    readWeighedLabel('4780001000010', [{ prefix: '478', pluLength: 4, value: 'weight', divisor: 1000 }]),
  ).toBeUndefined();
});

test('a printed goods number is looked up with and without its leading zeros', () => {
  expect([pluForms('00123'), pluForms('12345'), pluForms('00000')]).toEqual([
    ['00123', '123'],
    ['12345'],
    ['00000', '0'],
  ]);
});
