import { createInstance } from 'i18next';
import type { TFunction } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { tiyin } from '../../../../main/domain/money.ts';
import type { OpenItem } from '../../../../preload/api.ts';
import { en } from '../../../../renderer/i18n/en.ts';
import { reasonWords } from '../../../../renderer/i18n/unsettled/reason-words.ts';
import { usualWallet } from '../../../../renderer/i18n/wallet-names.ts';
import { lastWords, limitWords, nextWords, toneOf } from '../../../../renderer/screens/open-items/words.ts';

const interpolation = { escapeValue: false, defaultVariables: { wallet: usualWallet } };

let t: TFunction;
beforeAll(async () => {
  const i18n = createInstance();
  t = await i18n.init({ resources: { en: { translation: en } }, lng: 'en', interpolation });
});

const span = (ms: number): string => `${ms / 1000} s`;
const item = (over: Partial<OpenItem>): OpenItem => ({
  id: 'in-doubt:a',
  kind: 'in-doubt',
  needsPerson: false,
  saleId: 's',
  saleNumber: 12,
  attemptId: 'a',
  tender: null,
  obligationId: null,
  refundPaymentId: null,
  amount: tiyin(100),
  charged: null,
  cashier: 'Dilnoza',
  since: 0,
  last: null,
  next: { what: 'ask', at: 12_000 },
  released: null,
  finding: null,
  actions: [],
  ...over,
});
const last = (reason: string, message: string | null = null) => ({ reason, message, at: 1, tries: 2 });

describe('what was last heard', () => {
  it('is a sentence with the other side’s own words behind it', () => {
    expect(lastWords(t, item({ last: last('timeout', 'Server is busy') }))).toBe(
      'The answer did not come in time. “Server is busy”',
    );
  });

  it('is that nothing was heard yet', () => {
    expect(lastWords(t, item({}))).toBe('No answer so far.');
  });

  it('says first that the goods are gone and whom to call', () => {
    const released = { by: 'Dilnoza', phone: '+998901234567' };
    expect(lastWords(t, item({ kind: 'released', released }))).toBe('Goods handed over: Dilnoza, tel. +998901234567.');
  });

  it('uses the words of a code where the reason is one', () => {
    expect(reasonWords(t, 'printer-paper-out')).toEqual({
      said: 'Sale saved. The printer is out of paper.',
      todo: 'Put in a new roll and close the cover: the receipt comes by itself.',
      code: 'PRN-PAPER',
      short: 'PRN-PAPER',
    });
  });
});

describe('what happens next', () => {
  it('counts down to the next question', () => {
    expect(nextWords(t, item({}), 2000, span)).toBe('Asks again in 10 s');
  });

  it('waits for the line when no time is set, and happens now when it has come', () => {
    expect([
      nextWords(t, item({ next: { what: 'ask', at: null } }), 0, span),
      nextWords(t, item({}), 12_000, span),
    ]).toEqual(['Asks when the line is back', 'Happening now']);
  });

  it('tells how long a queued code lives, and no more once it is dead', () => {
    const queued = item({ kind: 'queued', next: { what: 'send', at: 9000 } });
    expect([nextWords(t, queued, 4000, span), nextWords(t, queued, 9000, span)]).toEqual([
      'Goes when the line is back; the code lives 5 s more',
      'Goes by itself when the line is back',
    ]);
  });

  it('is a manager’s word, or a press of a button for paper', () => {
    const next = { what: 'person', at: null } as const;
    expect([
      nextWords(t, item({ needsPerson: true, next }), 0, span),
      nextWords(t, item({ kind: 'not-printed', needsPerson: true, next }), 0, span),
    ]).toEqual(['A manager decides', 'Press the button']);
  });
});

it('names the wallet whose money it is', () => {
  const flitt = { kind: 'refund-payment', tender: 'flitt', last: last('asking-failed') } as const;
  expect([lastWords(t, item(flitt)), lastWords(t, item({ ...flitt, tender: null }))]).toEqual([
    'Flitt could not be asked: no connection, or no answer.',
    'Payme could not be asked: no connection, or no answer.',
  ]);
});

it('counts down to money that goes back', () => {
  const next = { what: 'give-back', at: 30_000 } as const;
  expect(nextWords(t, item({ kind: 'refund-payment', next }), 10_000, span)).toBe('Goes back in 20 s');
});

it('keeps amber for money in doubt, waiting or going back', () => {
  expect((['in-doubt', 'queued', 'cancelling'] as const).map((kind) => toneOf({ kind }))).toEqual([
    'doubt',
    'doubt',
    'doubt',
  ]);
  expect(
    (['released', 'fiscal-waiting', 'fiscal-refused', 'finding'] as const).map((kind) => toneOf({ kind })),
  ).toEqual(['refused', 'info', 'refused', 'refused']);
});

it('says a limit of the box in its own unit', () => {
  expect([
    limitWords(t, { kind: 'unsent', level: 'near', value: 700, limit: 858 }, span),
    limitWords(t, { kind: 'clock', level: 'reached', value: 300_000, limit: 300_000 }, span),
  ]).toEqual(['Unsent receipts in the module: 700 of 858', 'The fiscal module’s clock differs by 300 s (limit 300 s)']);
});
