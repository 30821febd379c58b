import { createInstance } from 'i18next';
import type { TFunction } from 'i18next';
import { expect, it } from 'vitest';
import { languages } from '../../../../main/domain/language.ts';
import type { Language } from '../../../../main/domain/language.ts';
import { tiyin } from '../../../../main/domain/money.ts';
import { messages } from '../../../../renderer/i18n/languages.ts';
import { outLines } from '../../../../renderer/screens/payment/out-lines.ts';

const out = { count: 5, amount: tiyin(165_000_000), mostCount: 10, mostAmount: tiyin(300_000_000) };
const oldest = { since: 0, mostAge: 7_200_000 };
const minutes = (ms: number): string => `${ms / 60_000} min`;

async function speaker(lng: Language): Promise<TFunction> {
  const resources = Object.fromEntries(languages.map((each) => [each, { translation: messages[each] }]));
  return createInstance().init({ resources, lng, interpolation: { escapeValue: false } });
}

/** The narrow spaces of sums as spaces that can be read in a test. */
const plain = (lines: string[]): string[] => lines.map((line) => line.replaceAll('\u202f', ' '));

it.each<[Language, string]>([
  ['uz', 'Pul kelmasdan berilgan tovar: 1 650 000 / 3 000 000 soʻm, 5 / 10 ta chek.'],
  ['uz-Cyrl', 'Пул келмасдан берилган товар: 1 650 000 / 3 000 000 сўм, 5 / 10 та чек.'],
  ['ru', 'Уже отдано без денег: 1 650 000 из 3 000 000 сум, чеков: 5 из 10.'],
  ['en', 'Already out without money: 1 650 000 of 3 000 000 sum, 5 of 10 sales.'],
])('says in %s how much is out already, of how much', async (language, said) => {
  expect(plain(outLines(await speaker(language), minutes, { out, oldest: null }, 0))).toEqual([said]);
});

it.each<[Language, string]>([
  ['uz', 'Eng eski noaniq toʻlov 70 min kutmoqda, chegarasi 120 min.'],
  ['uz-Cyrl', 'Энг эски ноаниқ тўлов 70 min кутмоқда, чегараси 120 min.'],
  ['ru', 'Самая давняя неясная оплата ждёт 70 min, предел 120 min.'],
  ['en', 'The oldest payment in doubt has waited 70 min; the limit is 120 min.'],
])('says in %s how long the oldest doubt has lasted', async (language, said) => {
  expect(outLines(await speaker(language), minutes, { out: null, oldest }, 70 * 60_000)).toEqual([said]);
});

it('says nothing while the limits are far', async () => {
  expect(outLines(await speaker('en'), minutes, { out: null, oldest: null }, 0)).toEqual([]);
});
