import { describe, expect, it } from 'vitest';
import {
  formatDateTime,
  formatForeign,
  formatLeft,
  formatQuantity,
  formatSeconds,
  formatSum,
  formatTime,
  spanOf,
} from '../../../renderer/i18n/format.ts';

const at = Date.parse('2026-11-21T09:31:52Z');

describe('figures on screen', () => {
  it('group sums by a narrow no-break space', () => {
    expect([formatSum(15_900_000), formatSum(900), formatSum(0), formatSum(123_456_789_000)]).toEqual([
      '159\u202f000',
      '9',
      '0',
      '1\u202f234\u202f567\u202f890',
    ]);
  });

  it('show tiyin only when there are some', () => {
    expect([formatSum(1_234_550), formatSum(5), formatSum(-1_234_550)]).toEqual([
      '12\u202f345,50',
      '0,05',
      '\u221212\u202f345,50',
    ]);
  });

  it('write quantities with a decimal comma and no useless noughts', () => {
    expect([formatQuantity(3000), formatQuantity(1234), formatQuantity(250), formatQuantity(1_500_000)]).toEqual([
      '3',
      '1,234',
      '0,25',
      '1\u202f500',
    ]);
  });

  it('tell the time of the shop, not of the machine', () => {
    expect([formatTime(at), formatSeconds(at), formatDateTime(at)]).toEqual(['14:31', '14:31:52', '21.11.2026 14:31']);
  });

  it('write a foreign sum with as many decimals as its currency has', () => {
    expect([formatForeign(1250, 'JPY'), formatForeign(1250, 'USD'), formatForeign(5, 'USD')]).toEqual([
      '1\u202f250 JPY',
      '12,50 USD',
      '0,05 USD',
    ]);
  });

  it('run out in minutes and seconds, never below nought', () => {
    expect([125_000, 59_001, 0, -5].map(formatLeft)).toEqual(['2:05', '1:00', '0:00', '0:00']);
  });

  it('say how long something has waited in one unit', () => {
    expect([0, 12_000, 240_000, 3 * 3_600_000, 3 * 86_400_000].map(spanOf)).toEqual([
      { unit: 'seconds', count: 0 },
      { unit: 'seconds', count: 12 },
      { unit: 'minutes', count: 4 },
      { unit: 'hours', count: 3 },
      { unit: 'days', count: 3 },
    ]);
  });
});
