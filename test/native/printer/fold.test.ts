import { expect, test } from 'vitest';
import { hasLetter } from '../../../native/printer/code-page.ts';
import { fits, foldSigns, transliterate } from '../../../native/printer/fold.ts';
import type { CodePage } from '../../../native/printer/job.ts';
import { wide } from './models.ts';

const on = (codepage: CodePage) => hasLetter({ ...wide, codepage });

test('every Uzbek apostrophe becomes the plain one', () => {
  expect(foldSigns('oʻ gʼ o‘ o’ o´', on('cp866'))).toBe("o' g' o' o' o'");
});

test('quotes, dashes and dots are folded only where the page lacks them', () => {
  const text = '«Сут» — 3 × 5…';
  expect([foldSigns(text, on('cp866')), foldSigns(text, on('cp1251'))]).toEqual(['"Сут" - 3 x 5...', '«Сут» — 3 x 5…']);
});

test('what cp866 has stays: Russian, short U, the number sign', () => {
  expect(foldSigns('Ёлка №5 ўЎ', on('cp866'))).toBe('Ёлка №5 ўЎ');
});

test('Uzbek Cyrillic does not fit any page', () => {
  const pages: CodePage[] = ['cp437', 'cp850', 'cp866', 'cp1251', 'cp1252'];
  expect(pages.filter((page) => fits('қ', on(page)))).toEqual([]);
});

test('as a last resort Uzbek letters are written with Russian neighbours', () => {
  expect(transliterate('Қатиқ, ғўза, ҳолва', on('cp866'))).toBe('Катик, гўза, холва');
});

test('a page without Cyrillic gets Latin spelling', () => {
  expect(transliterate('Ҳолва, ўрик, Шакар, Nestlé', on('cp437'))).toBe("Holva, o'rik, Shakar, Nestlé");
});

test('nothing ever turns into a question mark', () => {
  expect(transliterate('中 😀 é ₽ ok?', on('cp866'))).toBe('_ _ e RUB ok?');
});
