import type { SignInCodeWords } from './codes.ts';

/** Uzbek in Cyrillic for the codes of PINs, and of who may do what. */
export const signInCodesUzCyrl: SignInCodeWords = {
  'pin-wrong': { money: 'ПИН код нотўғри. Касса очилмади.', todo: 'ПИН кодни қайта теринг.' },
  'pin-locked': {
    money: 'ПИН код кўп марта нотўғри терилди. Касса очилмади.',
    todo: 'Вақт тугашини кутинг ёки раҳбарни чақиринг.',
  },
  'not-signed-in': {
    money: 'Ҳеч нарса бажарилмади: кассир кирмаган.',
    todo: 'Исмингизни танланг ва ПИН кодни теринг.',
  },
  'manager-needed': { money: 'Ҳеч нарса бажарилмади: бунга раҳбарнинг рухсати керак.', todo: 'Раҳбарни чақиринг.' },
};
