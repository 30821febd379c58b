import { createInstance } from 'i18next';
import type { TFunction } from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { en } from '../../../../renderer/i18n/en.ts';
import { currencyRows } from '../../../../renderer/screens/shift/other-currencies.ts';

let t: TFunction;
beforeAll(async () => {
  const i18n = createInstance();
  t = await i18n.init({ resources: { en: { translation: en } }, lng: 'en', interpolation: { escapeValue: false } });
});

it('has a row for each currency, in whole yen and in dollars with cents', () => {
  const yen = { currency: 'JPY', count: 2, taken: 960, givenBack: 0 };
  const dollars = { currency: 'USD', count: 1, taken: 1005, givenBack: 0 };
  expect(currencyRows(t, [yen, dollars])).toEqual([
    { name: 'JPY', count: 2, amount: '960 JPY' },
    { name: 'USD', count: 1, amount: '10,05 USD' },
  ]);
});

it('says below a currency what goes back in it, also when nothing was taken', () => {
  expect(currencyRows(t, [{ currency: 'JPY', count: 0, taken: 0, givenBack: 480 }])).toEqual([
    { name: 'JPY', count: 0, amount: '0 JPY' },
    { name: 'JPY, given back', amount: '480 JPY' },
  ]);
});
