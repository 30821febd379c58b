import { createInstance } from 'i18next';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { expect, test } from 'vitest';
import { tiyin } from '../../../main/domain/money.ts';
import type { StripView } from '../../../preload/api.ts';
import { Heaps } from '../../../renderer/components/strip-heaps.tsx';
import { messages } from '../../../renderer/i18n/languages.ts';

const now = 3_600_000;
const empty: StripView = {
  line: 'up',
  queued: { count: 0, amount: tiyin(0), oldestAt: null },
  inDoubt: { count: 0, amount: tiyin(0), oldestAt: null },
  unsentFiscal: { count: 0, oldestAt: null },
  notPrinted: { count: 0 },
  needsPerson: 0,
  box: [],
  printer: 'ready',
  scanner: 'connected',
  secretsUnprotected: false,
};

/** Every heap of unfinished business: a strip on which only this one is not empty, and how it has to speak then. */
const heaps = {
  queued: {
    part: { queued: { count: 2, amount: tiyin(800_000), oldestAt: now - 5_000 } },
    pill: { id: 'queue-count', count: '2', amount: '800000', tone: 'doubt', says: '8 000' },
  },
  inDoubt: {
    part: { inDoubt: { count: 3, amount: tiyin(9_450_000), oldestAt: now - 120_000 } },
    pill: { id: 'in-doubt-count', count: '3', amount: '9450000', tone: 'doubt', says: '94 500' },
  },
  unsentFiscal: {
    part: { unsentFiscal: { count: 4, oldestAt: now - 1000 } },
    pill: { id: 'unsent-fiscal', count: '4', amount: null, tone: 'info', says: '4' },
  },
  notPrinted: {
    part: { notPrinted: { count: 5 } },
    pill: { id: 'not-printed', count: '5', amount: null, tone: null, says: '5' },
  },
  needsPerson: {
    part: { needsPerson: 6 },
    pill: { id: 'needs-person', count: '6', amount: null, tone: 'refused', says: '6' },
  },
} as const satisfies Record<Heap, { part: Partial<StripView>; pill: object }>;

/** What of the strip counts unfinished business; a new field has to be told apart here, or this does not compile. */
type Heap = Exclude<keyof StripView, 'line' | 'box' | 'printer' | 'scanner' | 'secretsUnprotected'>;

const names = Object.keys(heaps) as Heap[];
const mixes = Array.from({ length: 2 ** names.length }, (_, bits) => names.filter((_name, at) => (bits >> at) & 1));
const lines = ['up', 'down', 'unknown'] as const;

/** A pill as it is drawn. `tone` colours its mark or the whole of it; `marked`: it has a shape beside its words. */
type Pill = { tone: string | null; marked: boolean; pressable: boolean; data: Record<string, string>; text: string };

const i18n = createInstance();
await i18n.use(initReactI18next).init({
  resources: { en: { translation: messages.en } },
  lng: 'en',
  interpolation: { escapeValue: false },
});

/** Draws the strip for somebody who is signed in, and gives its pills by their test ids. */
function drawn(strip: StripView): Record<string, Pill> {
  const heapsOf = createElement(Heaps, { strip, now, signedIn: true });
  const html = renderToStaticMarkup(createElement(I18nextProvider, { i18n }, heapsOf));
  const pieces = html.split(/(?=<(?:span|button)[^>]*data-testid=)/);
  return Object.fromEntries(pieces.map((piece) => [/data-testid="([^"]+)"/.exec(piece)?.[1] ?? '', pillOf(piece)]));
}

function pillOf(piece: string): Pill {
  const classes = [...piece.matchAll(/class="([^"]*)"/g)].map(([, list = '']) => list).join(' ');
  const data = piece.matchAll(/ data-(count|amount|state)="([^"]*)"/g);
  return {
    tone: /_(doubt|refused|sure|info|rest)_/.exec(classes)?.[1] ?? null,
    marked: piece.includes('<svg'),
    pressable: piece.startsWith('<button'),
    data: Object.fromEntries([...data].map(([, name = '', value = '']) => [name, value])),
    text: piece.replaceAll(/<[^>]*>/g, '').replaceAll(/\s/g, ' '),
  };
}

const toneOfLine = { up: 'sure', down: 'refused', unknown: 'rest' } as const;

/** What a heap shows beside its shape and the place a press leads to: its own figures in its own colour, or rest. */
function expected(name: Heap, some: boolean): Omit<Pill, 'text'> | undefined {
  const { tone, count, amount } = heaps[name].pill;
  const data = { count: some ? count : '0', ...(amount === null ? {} : { amount: some ? amount : '0' }) };
  if (!some && gone.includes(name)) return undefined;
  return { tone: some ? tone : null, marked: some, pressable: some, data };
}

/** Heaps that are not drawn while they are empty. */
const gone: readonly Heap[] = ['notPrinted', 'needsPerson'];

const withoutText = (pill: Pill | undefined): Omit<Pill, 'text'> | undefined => {
  if (!pill) return undefined;
  const { text: _text, ...rest } = pill;
  return rest;
};

test.each(lines)('beside a line that is %s every heap is shown, whatever else is or is not finished', (line) => {
  for (const mix of mixes) {
    const strip = mix.reduce<StripView>((all, name) => ({ ...all, ...heaps[name].part }), { ...empty, line });
    const pills = drawn(strip);
    const said = mix.map((name) => [name, pills[heaps[name].pill.id]?.text.includes(heaps[name].pill.says)]);
    const shown = names.map((name) => [name, withoutText(pills[heaps[name].pill.id])]);
    expect(shown, `${line}, ${mix.join(' and ')}`).toEqual(
      names.map((name) => [name, expected(name, mix.includes(name))]),
    );
    expect(said).toEqual(mix.map((name) => [name, true]));
    expect(pills['line-status']).toMatchObject({ tone: toneOfLine[line], marked: true, data: { state: line } });
  }
});

test.each(lines)('beside a line that is %s only a strip without any heap looks all right', (line) => {
  const looksAllRight = mixes.filter((mix) => {
    const strip = mix.reduce<StripView>((all, name) => ({ ...all, ...heaps[name].part }), { ...empty, line });
    const { 'line-status': _line, ...others } = drawn(strip);
    return Object.values(others).every(({ marked, tone }) => !marked && tone === null);
  });
  expect(looksAllRight).toEqual([[]]);
});

test('nothing but a line that is up is drawn in the colour of what is sure', () => {
  for (const line of lines) {
    const full = names.reduce<StripView>((all, name) => ({ ...all, ...heaps[name].part }), { ...empty, line });
    const sure = Object.entries(drawn(full)).filter(([, { tone }]) => tone === 'sure');
    expect(sure.map(([id]) => id)).toEqual(line === 'up' ? ['line-status'] : []);
  }
});
