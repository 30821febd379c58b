import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleaned, pressed, quantityEntered, sumEntered } from '../../../renderer/state/entry.ts';
import type { PadKey } from '../../../renderer/state/entry.ts';
import { formatEntry, formatQuantity, formatSum } from '../../../renderer/i18n/format.ts';

const keyed = (...keys: PadKey[]): string => keys.reduce(pressed, '');

describe('number pad', () => {
  it('collects digits, thousands and one comma', () => {
    expect(keyed('5', '000', ',', '5', ',')).toBe('5000,5');
  });

  it('puts a nought before a comma that comes first', () => {
    expect(keyed(',', '2', '5')).toBe('0,25');
  });

  it('takes the last digit back', () => {
    expect(keyed('1', '2', 'erase')).toBe('1');
  });

  it('reads sums into tiyin and refuses what is not a sum', () => {
    expect(['50000', '120,5', '0', '', ',', '1,234', '9'.repeat(13)].map(sumEntered)).toEqual([
      5_000_000,
      12_050,
      0,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('reads quantities into thousandths', () => {
    expect(['3', '1,234', '0,25', '1,2345', 'x'].map(quantityEntered)).toEqual([3000, 1234, 250, undefined, undefined]);
  });

  it('cleans what is pasted into a field', () => {
    expect([cleaned('200 000 soʻm'), cleaned('12.50'), cleaned('1,2,3')]).toEqual(['200000', '12,50', '1,23']);
  });

  it('reads back every sum it can show', () => {
    assert(
      property(integer({ min: 0, max: 1e12 }), (amount) => {
        expect(sumEntered(cleaned(formatSum(amount)))).toBe(amount);
      }),
    );
  });

  it('reads back every quantity it can show', () => {
    assert(
      property(integer({ min: 0, max: 99_999_999 }), (quantity) => {
        expect(quantityEntered(cleaned(formatQuantity(quantity)))).toBe(quantity);
      }),
    );
  });

  it('shows digits grouped while they are typed', () => {
    expect([formatEntry(''), formatEntry('5000'), formatEntry('1234567,5')]).toEqual([
      '',
      '5\u202f000',
      '1\u202f234\u202f567,5',
    ]);
  });
});
