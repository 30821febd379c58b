import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fiscalName } from '../../../../main/fiscal/fbox/name.ts';

describe('a name for the fiscal module', () => {
  test.each([
    ['Сут «Мусаффо» 3,2% – 1 л', 'Сут "Мусаффо" 3,2% - 1 л'],
    ['Qoʻy goʼshti', "Qo'y go'shti"],
    ['Ўзбек нони, Қашқадарё', 'Ўзбек нони, Қашқадарё'],
    ['Crème brûlée № 5', 'Crème brûlée № 5'],
    ['Kofe\u00A0\t 3×1…', 'Kofe 3x1...'],
    ['Shokolad 🍫 sutli', 'Shokolad sutli'],
  ])('writes %s as %s', (name, written) => {
    expect(fiscalName(name, '2001')).toBe(written);
  });

  test('is cut at 63 letters', () => {
    const long = 'Настенный громкоговоритель динамик 3 дюйма цвет черный OVO3T-BL с креплением';
    expect(fiscalName(long, '2001')).toBe('Настенный громкоговоритель динамик 3 дюйма цвет черный OVO3T-BL');
  });

  test('is the code when nothing of it can be written', () => {
    expect(fiscalName('🍫', '2001')).toBe('2001');
  });

  test('always fits and always says something', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
        const written = fiscalName(name, '2001');
        expect(written.length).toBeGreaterThan(0);
        expect(written.length).toBeLessThanOrEqual(63);
        expect(written).toBe(written.trim());
      }),
    );
  });
});
