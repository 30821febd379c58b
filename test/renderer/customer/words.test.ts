import { describe, expect, test } from 'vitest';
import { languages } from '../../../main/domain/language.ts';
import { customerWords } from '../../../renderer/customer/words/index.ts';

const places = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place);
const names = /\{\w+\}|Payme|QR/g;

describe.each(languages)('the words of the customer’s screen in %s', (language) => {
  const words = Object.entries(customerWords[language]);

  test('are all there, with the places for values of Uzbek', () => {
    const uz = Object.entries(customerWords.uz).map(([key, text]) => [key, places(text)]);
    expect(words.map(([key, text]) => [key, places(text)])).toEqual(uz);
    expect(words.filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('write no straight apostrophes and no double spaces', () => {
    expect(words.filter(([, text]) => /['`]| {2}/.test(text))).toEqual([]);
  });

  test('stay in one alphabet, names aside', () => {
    const foreign = language === 'ru' || language === 'uz-Cyrl' ? /[A-Za-z]/ : /[\u0400-\u04ff]/;
    expect(words.filter(([, text]) => foreign.test(text.replaceAll(names, '')))).toEqual([]);
  });
});
