import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Code } from '../../../preload/api.ts';
import { languages } from '../../../main/domain/language.ts';
import { messages } from '../../../renderer/i18n/languages.ts';
import { shortCodes } from '../../../renderer/i18n/short-codes.ts';

/** Every text of a language by its path. */
function textsOf(value: object, path = ''): [path: string, text: string][] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const at = path === '' ? key : `${path}.${key}`;
    if (typeof inner === 'string') return [[at, inner] satisfies [string, string]];
    return typeof inner === 'object' && inner !== null ? textsOf(inner, at) : [];
  });
}

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').toSorted();
const codes = Object.keys(shortCodes) as Code[];

describe.each(languages)('%s', (language) => {
  const words = messages[language];

  it('has exactly the keys of Uzbek, none of them empty', () => {
    expect(textsOf(words).map(([path]) => path)).toEqual(textsOf(messages.uz).map(([path]) => path));
    expect(textsOf(words).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('has the places for values of Uzbek in every sentence', () => {
    const own = textsOf(words).map(([path, text]) => [path, placeholders(text)]);
    expect(own).toEqual(textsOf(messages.uz).map(([path, text]) => [path, placeholders(text)]));
  });

  it('names the wallet with a place where the sentence is not about one wallet alone', () => {
    const { reasons, doubt, unsettled } = words;
    const about = [reasons, doubt, unsettled.closing, unsettled.open, unsettled.finding, unsettled.settling];
    const named = about.flatMap((part) => textsOf(part)).filter(([, text]) => text.includes('Payme'));
    expect(named).toEqual([]);
  });

  it('says for every code what happened and what to do, short enough to be read at a counter', () => {
    const wrong = codes.filter((code) => {
      const { money, todo } = words.codes[code];
      return !/[.!]$/.test(money) || !/[.!]$/.test(todo) || money.length > 90 || todo.length > 130;
    });
    expect(wrong).toEqual([]);
  });

  it('writes no straight apostrophes and no double spaces', () => {
    expect(textsOf(words).filter(([, text]) => /['`]| {2}/.test(text))).toEqual([]);
  });
});

describe('areas', () => {
  const folder = join(import.meta.dirname, '../../../renderer/i18n');

  /** The keys of every area's file of one kind, in the order of the alphabet. */
  const keysIn = async (pattern: string): Promise<string[]> => {
    const files = globSync(pattern, { cwd: folder }).map((file): Promise<object> => import(join(folder, file)));
    return (await Promise.all(files)).flatMap(Object.values).flatMap(Object.keys).toSorted();
  };

  it('have no code twice and are all put together', async () => {
    expect(await keysIn('*/codes.uz.ts')).toEqual(Object.keys(messages.uz.codes).toSorted());
  });

  it('have no part of the screen twice and are all put together', async () => {
    const { unsettled, reasons: _reasons, codes: _codes, ...parts } = messages.uz;
    const shown = [...Object.keys(parts), ...Object.keys(unsettled)];
    expect(await keysIn('*/screen.uz.ts')).toEqual(shown.toSorted());
  });
});

describe('alphabets', () => {
  it('keep Latin letters out of Uzbek Cyrillic and Russian, names aside', () => {
    const names =
      /\{\{\w+\}\}|Payme|Go|Flitt|UzQR|Smartpay|QR|JSON|Windows|Kassa|Enter|Esc|Del|ABC|merchantApi|listener|F\d+|\bX\b|\bZ\b|X-|Z-/g;
    const latin = (['uz-Cyrl', 'ru'] as const).flatMap((language) =>
      textsOf(messages[language]).filter(([, text]) => /[A-Za-z]/.test(text.replaceAll(names, ''))),
    );
    expect(latin).toEqual([]);
  });

  it('keep Cyrillic letters out of Uzbek Latin and English, but for the key that switches to them', () => {
    const cyrillic = (['uz', 'en'] as const).flatMap((language) =>
      textsOf(messages[language]).filter(([path, text]) => /[\u0400-\u04ff]/.test(text) && path !== 'search.letters'),
    );
    expect(cyrillic).toEqual([]);
  });

  it('write oʻ and gʻ with the letter of the Uzbek alphabet', () => {
    expect(textsOf(messages.uz).filter(([, text]) => /[og][\u2018\u2019'`]/i.test(text))).toEqual([]);
  });
});

describe('short codes', () => {
  it('are unique and fit on a button', () => {
    const all = Object.values(shortCodes);
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((code) => !/^[A-Z]{2,4}-[A-Z]{1,8}$/.test(code))).toEqual([]);
  });
});
