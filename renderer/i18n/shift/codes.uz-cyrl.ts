import type { ShiftCodeWords } from './codes.ts';

/** Uzbek in Cyrillic for the codes of opening and closing a shift. */
export const shiftCodesUzCyrl: ShiftCodeWords = {
  'no-shift': { money: 'Чекка ҳеч нарса қўшилмади: смена очилмаган.', todo: 'Аввал сменани очинг.' },
  'shift-open': { money: 'Ҳеч нарса ўзгармади: смена аллақачон очиқ.', todo: 'Сотишни давом эттиринг.' },
  'shift-has-open-sale': {
    money: 'Смена ёпилмади: тугалланмаган чек бор.',
    todo: 'Чекни тўланг ёки бекор қилинг, кейин сменани ёпинг.',
  },
  'shift-has-checkout': {
    money: 'Смена ёпилмади: қўйилган {{number}}-чек бўйича QR ҳали тўланиши мумкин.',
    todo: 'Чекни рўйхатдан олинг (F6), тўловни кутинг ёки бекор қилинг (F4), кейин сменани ёпинг.',
  },
  'fiscal-z-failed': {
    money: 'Фискал модул Z ҳисоботни қабул қилмади. Кассадаги пул жойида.',
    todo: 'Фискал модул уланганини текширинг ва сменани яна ёпинг.',
  },
};
