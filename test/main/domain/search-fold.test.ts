import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, prefixForms, words } from '../../../main/domain/search-fold.ts';

/** Uzbek letters in both scripts: what one person writes left, another writes right. */
const pairs: readonly (readonly [string, string])[] = [
  ['a', 'а'],
  ['b', 'б'],
  ['v', 'в'],
  ['g', 'г'],
  ['gʻ', 'ғ'],
  ['d', 'д'],
  ['e', 'е'],
  ['yo', 'ё'],
  ['j', 'ж'],
  ['z', 'з'],
  ['i', 'и'],
  ['y', 'й'],
  ['k', 'к'],
  ['q', 'қ'],
  ['l', 'л'],
  ['m', 'м'],
  ['n', 'н'],
  ['o', 'о'],
  ['p', 'п'],
  ['r', 'р'],
  ['s', 'с'],
  ['t', 'т'],
  ['u', 'у'],
  ['oʻ', 'ў'],
  ['f', 'ф'],
  ['x', 'х'],
  ['h', 'ҳ'],
  ['ch', 'ч'],
  ['sh', 'ш'],
  ['yu', 'ю'],
  ['ya', 'я'],
  ['e', 'э'],
  ['’', 'ъ'],
  ['5', '5'],
  [' ', ' '],
];

const spelling = fc.array(fc.constantFrom(...pairs), { minLength: 1, maxLength: 12 });
const letters = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzабвгғдеёжзийкқлмнопрстуўфхҳцчшщъыьэюяʻ'`’-15 ");
const typedText = fc.array(letters, { maxLength: 16 }).map((all) => all.join(''));

describe('names and queries meet', () => {
  test.each([
    ['meat', ['gosht', 'гўшт', 'goʻsht', "go'sht", 'go`sht', 'go‘sht', 'Go’sht', 'ГЎШТ', 'go´sht']],
    ['mountain', ['togʻ', "tog'", 'тоғ', 'tog', 'тог']],
    ['yoghurt of the house', ['qatiq', 'қатиқ', 'катик', 'katik', 'Qatiq']],
    ['honey', ['мёд', 'мед', 'myod', 'med']],
    ['oil', ['yogʻ', "yog'", 'ёғ', 'yog', 'Ёғ']],
    ['onion', ['piyoz', 'пиёз', 'пиез']],
    ['halva', ['holva', 'ҳолва', 'xolva', 'холва']],
    ['cheese', ['сыр', 'syr', 'sir', 'СЫР']],
    ['tea', ['чай', 'chay', 'Chay']],
    ['butter', ['масло', 'maslo']],
    ['borscht', ['борщ', 'borsh']],
    ['a brand', ['Coca-Cola', 'кока кола', 'coca cola', 'Кока-Кола']],
    ['coffee', ['Nescafé', 'Нескафе', 'nescafe']],
    ['e', ['yeryongʻoq', 'ерёнғоқ', "yeryong'oq"]],
  ])('%s, however it is spelled', (_, spellings) => {
    expect(new Set(spellings.map(fold)).size).toBe(1);
  });

  test('digits are never folded together', () => {
    expect(fold('Choy №1100 2,5%')).toBe('choy no1100 2 5');
  });

  test('letters made of two characters meet the composed ones', () => {
    expect(fold('и\u0306огурт у\u0306 е\u0308')).toBe(fold('йогурт ў ё'));
  });

  test('different goods stay different', () => {
    const goods = ['non', 'nok', 'sut', 'suv', 'olma', 'anor', 'tuz', 'tuxum', 'shakar', 'sok'];
    expect(new Set(goods.map(fold)).size).toBe(goods.length);
  });

  test('a name falls into words at spaces, dashes and punctuation', () => {
    expect(words('  Sut "Lactel" 3,2% — 1l ')).toEqual(['sut', 'laktel', '3', '2', '1l']);
  });

  test('a text of signs alone has no words', () => {
    expect([words(' - "" %'), words(''), words('ʻ’')]).toEqual([[], [], []]);
  });
});

describe('for any text', () => {
  test('folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(typedText, fc.string({ unit: 'grapheme' })), (text) => fold(fold(text)) === fold(text)),
      { numRuns: 2000 },
    );
  });

  test('Uzbek Latin and Uzbek Cyrillic fold to one', () => {
    fc.assert(
      fc.property(spelling, (all) => {
        expect(fold(all.map(([latin]) => latin).join(''))).toBe(fold(all.map(([, cyrillic]) => cyrillic).join('')));
      }),
      { numRuns: 2000 },
    );
  });

  test('a name is found from its first letter on, at every key', () => {
    fc.assert(
      fc.property(typedText, fc.nat(), (name, cut) => {
        const word = name.replaceAll(/[ -]/g, '');
        const typed = word.slice(0, cut % (word.length + 1));
        const forms = prefixForms(typed);
        expect(forms.length === 0 || forms.some((form) => fold(word).startsWith(form))).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });
});
