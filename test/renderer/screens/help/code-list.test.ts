import { createInstance } from 'i18next';
import type { TFunction } from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { reasonCodes, shortCodes } from '../../../../renderer/i18n/short-codes.ts';
import { uz } from '../../../../renderer/i18n/uz.ts';
import { codeList, codesLike } from '../../../../renderer/screens/help/code-list.ts';
import type { CodeEntry } from '../../../../renderer/screens/help/code-list.ts';

let list: CodeEntry[];
beforeAll(async () => {
  const i18n = createInstance();
  const options = { resources: { uz: { translation: uz } }, lng: 'uz', interpolation: { escapeValue: false } };
  const t: TFunction = await i18n.init(options);
  list = codeList(t);
});

it('holds every code and every reason once, each in words', () => {
  const all = [...Object.values(shortCodes), ...Object.values(reasonCodes)];
  expect(list.map(({ short }) => short)).toEqual(all.toSorted());
  expect(list.filter(({ said, todo }) => said.includes('.money') || todo.includes('.todo'))).toEqual([]);
});

it('finds a code by its beginning first', () => {
  expect(codesLike('pm-doubt', list)[0]?.short).toBe('PM-DOUBT');
});

it('finds a code by words, however oʻ is written', () => {
  const found = codesLike("qog'oz tugadi", list).map(({ short }) => short);
  expect(found).toContain('PRN-PAPER');
  expect(codesLike('qogʻoz tugadi', list).map(({ short }) => short)).toEqual(found);
});

it('shows them all while nothing is asked for, and none for what there is not', () => {
  expect([codesLike(' ', list).length, codesLike('zzzz', list)]).toEqual([list.length, []]);
});
