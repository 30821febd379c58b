import { createInstance } from 'i18next';
import type { TFunction } from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { en } from '../../../../renderer/i18n/en.ts';
import { whyOf } from '../../../../renderer/screens/help/caller-words.ts';

let t: TFunction;
beforeAll(async () => {
  const i18n = createInstance();
  t = await i18n.init({ resources: { en: { translation: en } }, lng: 'en', interpolation: { escapeValue: false } });
});

/** What the listener, Payme's protocol and the two callbacks give as a reason. */
const known = `
  heard not-configured no-such-attempt no-such-address too-many too-large broken internal auth parse shape params method
  no-receipt amount no-transaction delivered state account over busy signature-missing signature-wrong wrong-shape not-utf8
  empty not-json header-missing subscription-unknown secret-unreadable timestamp-wrong too-old
  verb not-allowed other-attempt other-merchant amount-mismatch currency-mismatch`
  .trim()
  .split(/\s+/);

it('says in words why a call was refused', () => {
  expect(known.filter((reason) => whyOf(t, { reason }).startsWith('unknown reason'))).toEqual([]);
});

it('names the method of Payme’s that was carried out', () => {
  expect(whyOf(t, { reason: 'PerformTransaction' })).toBe('done (PerformTransaction)');
});

it('shows a reason nobody has met before as it is', () => {
  expect(whyOf(t, { reason: 'brand-new' })).toBe('unknown reason: brand-new');
});
