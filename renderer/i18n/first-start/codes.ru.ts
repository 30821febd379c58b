import type { FirstStartCodeWords } from './codes.ts';

/** Russian for the codes of setting up a till, for training or for a shop. */
export const firstStartCodesRu: FirstStartCodeWords = {
  'provision-refused': {
    money: 'Касса не настроена, ничего не изменилось.',
    todo: 'Исправьте ошибки в файле и выберите его снова.',
  },
  'already-set-up': { money: 'Эта касса уже настроена, ничего не изменилось.', todo: 'Перезапустите программу.' },
  'not-in-training': {
    money: 'Ничего не сделано: это работает только в учебном режиме.',
    todo: 'Пользуйтесь настоящим сканером.',
  },
};
