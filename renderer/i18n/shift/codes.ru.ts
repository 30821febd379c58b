import type { ShiftCodeWords } from './codes.ts';

/** Russian for the codes of opening and closing a shift. */
export const shiftCodesRu: ShiftCodeWords = {
  'no-shift': { money: 'В чек ничего не добавлено: смена не открыта.', todo: 'Сначала откройте смену.' },
  'shift-open': { money: 'Ничего не изменилось: смена уже открыта.', todo: 'Продолжайте продажу.' },
  'shift-has-open-sale': {
    money: 'Смена не закрыта: есть незаконченный чек.',
    todo: 'Оплатите или отмените чек, затем закройте смену.',
  },
  'shift-has-checkout': {
    money: 'Смена не закрыта: по отложенному чеку {{number}} ещё можно оплатить QR.',
    todo: 'Верните чек из отложенных (F6), дождитесь оплаты или отмените её (F4), затем закройте смену.',
  },
  'fiscal-z-failed': {
    money: 'Фискальный модуль не принял Z-отчёт. Деньги в кассе на месте.',
    todo: 'Проверьте подключение фискального модуля и закройте смену ещё раз.',
  },
};
