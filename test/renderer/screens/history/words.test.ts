import { createInstance } from 'i18next';
import type { TFunction } from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import type { HistoryStep } from '../../../../preload/api.ts';
import { en } from '../../../../renderer/i18n/en.ts';
import {
  stateWords,
  stepWords,
  toneOfRefund,
  wentBack,
  withForeign,
} from '../../../../renderer/screens/history/words.ts';

let t: TFunction;
beforeAll(async () => {
  const i18n = createInstance();
  t = await i18n.init({ resources: { en: { translation: en } }, lng: 'en', interpolation: { escapeValue: false } });
});

const step = (over: object): HistoryStep =>
  ({ at: 0, of: 'attempt', state: 'paid', kind: 'flitt', amount: null, reason: null, ...over }) as HistoryStep;

it('tells of a QR that it was shown, and of a message that it was sent', () => {
  const kinds = ['flitt', 'payme-invoice', 'payme-go'] as const;
  expect(kinds.map((kind) => stepWords(t, step({ state: 'sending', kind })).came)).toEqual([
    'QR shown',
    'sent',
    'sent',
  ]);
});

it('names what every step is about', () => {
  const about = (['sale', 'attempt', 'fiscal', 'receipt', 'refund', 'refund-payment'] as const).map(
    (of) => stepWords(t, step({ of })).about,
  );
  expect(about).toEqual(
    ['Sale', 'Flitt · Payme', 'Fiscal document', 'Receipt', 'Given back', 'Money back · Flitt · Payme'].map((word) =>
      word === 'Given back' ? en.history.of_refund : word,
    ),
  );
});

it('shows a state nobody has met before as it is', () => {
  expect(stateWords(t, 'brand-new')).toBe('brand-new');
});

it('is green for money that is back, red for money that was refused, amber for money nobody can vouch for', () => {
  expect((['returned', 'refused', 'in-doubt', 'accepted', 'waiting'] as const).map(toneOfRefund)).toEqual([
    'sure',
    'refused',
    'doubt',
    'info',
    'info',
  ]);
});

it('says beside a tender what it took in another currency', () => {
  expect([withForeign('Smartpay', { amount: 1250, currency: 'JPY' }), withForeign('UzQR', null)]).toEqual([
    'Smartpay (1\u202f250 JPY)',
    'UzQR',
  ]);
});

it('says of a payment that went back whole that it did, and of none that is paid', () => {
  expect((['cancelling', 'returned', 'paid', null] as const).map(wentBack)).toEqual([true, true, false, false]);
});
