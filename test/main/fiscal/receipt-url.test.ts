import { describe, expect, test } from 'vitest';
import { receiptValues } from '../../../main/fiscal/receipt-url.ts';

const good = 'https://ofd.soliq.uz/check?t=UZ170703100189&r=643&c=20200518221403&s=043092179461';

describe('the URL of a fiscal receipt', () => {
  test('holds the four values, leading zeros and all', () => {
    expect(receiptValues(good)).toEqual({
      terminalId: 'UZ170703100189',
      receiptSeq: '643',
      dateTime: '20200518221403',
      fiscalSign: '043092179461',
    });
  });

  test.each([
    ['another host', good.replace('ofd.soliq.uz', 'ofd.example.com')],
    ['a URL inside a URL', `https://example.com/a](${good})`],
    ['no TLS', good.replace('https', 'http')],
    ['something behind it', `${good}&x=1`],
    ['a line break behind it', `${good}\n`],
    ['a cut date', good.replace('20200518221403', '202005182214')],
    ['a sign without its leading zero', good.replace('043092179461', '43092179461')],
    ['a padded number', good.replace('r=643', 'r=0643')],
    ['a small terminal id', good.replace('UZ', 'uz')],
    ['its values in another order', good.replace('t=UZ170703100189&r=643', 'r=643&t=UZ170703100189')],
    ['nothing', ''],
  ])('with %s is not taken', (_name, url) => {
    expect(receiptValues(url)).toBe(undefined);
  });
});
