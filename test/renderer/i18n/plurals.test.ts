import { createInstance } from 'i18next';
import { expect, it } from 'vitest';
import { languages } from '../../../main/domain/language.ts';
import { messages } from '../../../renderer/i18n/languages.ts';

it('counts lines as a Russian speaker does', async () => {
  const resources = Object.fromEntries(languages.map((each) => [each, { translation: messages[each] }]));
  const i18n = createInstance();
  await i18n.init({ resources, lng: 'ru', interpolation: { escapeValue: false } });
  const said = [1, 2, 5, 21].map((count) => i18n.t('sale.lines', { count, quantity: '7' }));
  expect(said).toEqual(['1 строка · 7', '2 строки · 7', '5 строк · 7', '21 строка · 7']);
});
