import { describe, expect, test } from 'vitest';
import { noticeWords } from '../../../main/shell/notice-words.ts';
import type { NoticeFault } from '../../../main/shell/notice-words.ts';
import { noticeLanguage, noticePage } from '../../../main/shell/notice.ts';

const faults = Object.keys(noticeWords.en.faults) as NoticeFault[];
const page = (fault: NoticeFault, details: string[] = [], locale = 'ru-RU'): string =>
  noticePage('/-/notice', { fault, details }, locale)!.body;

describe('the screen shown instead of the register', () => {
  test.each(faults)('says %s in all four languages, with its short code', (fault) => {
    const html = page(fault);
    for (const words of Object.values(noticeWords)) expect(html).toContain(words.faults[fault].title);
    expect(html).toContain(`data-code="${fault}"`);
  });

  test('speaks the language of the system first', () => {
    expect(page('disk-full', [], 'ru-RU')).toContain('<html lang="ru">');
    expect(page('disk-full', [], 'ru-RU')).toContain(`<h1>${noticeWords.ru.faults['disk-full'].title}</h1>`);
  });

  test('names every fault of a provision file', () => {
    const html = page('provision-refused', ['staff[0].pin: too short', 'printer.port: not a number']);
    expect(html).toContain('<ul><li>staff[0].pin: too short</li><li>printer.port: not a number</li></ul>');
  });

  test('shows a stranger’s words as words', () => {
    expect(page('provision-refused', ['<img src=x onerror="a()">'])).toContain(
      '<li>&#60;img src=x onerror=&#34;a()&#34;&#62;</li>',
    );
  });

  test('is not there while there is nothing to say', () => {
    expect(noticePage('/-/notice', null, 'en')).toBeNull();
  });

  test('leaves all other addresses to the window', () => {
    expect(noticePage('/index.html', { fault: 'internal', details: [] }, 'en')).toBeNull();
  });
});

test('the first language of a notice is the nearest one the register speaks', () => {
  expect(['en-GB', 'ru', 'uz', 'uz-Latn-UZ', 'uz-Cyrl-UZ', 'kk-KZ', ''].map(noticeLanguage)).toEqual([
    'en',
    'ru',
    'uz',
    'uz',
    'uz-Cyrl',
    'uz',
    'uz',
  ]);
});

test('no Latin letter stands in a Cyrillic Uzbek notice, and no Cyrillic one in a Latin', () => {
  expect(JSON.stringify(Object.values(noticeWords['uz-Cyrl'].faults))).not.toMatch(/"(?:title|text)":"[^"]*[a-z]/i);
  expect(JSON.stringify(noticeWords.uz)).not.toMatch(/[а-яўқғҳ]/i);
});
