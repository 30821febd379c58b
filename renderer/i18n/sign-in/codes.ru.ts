import type { SignInCodeWords } from './codes.ts';

/** Russian for the codes of PINs, and of who may do what. */
export const signInCodesRu: SignInCodeWords = {
  'pin-wrong': { money: 'ПИН-код не подошёл. Касса не открыта.', todo: 'Наберите ПИН-код ещё раз.' },
  'pin-locked': {
    money: 'ПИН-код набран неверно слишком много раз. Касса не открыта.',
    todo: 'Дождитесь конца отсчёта или позовите руководителя.',
  },
  'not-signed-in': { money: 'Ничего не сделано: кассир не вошёл.', todo: 'Выберите своё имя и наберите ПИН-код.' },
  'manager-needed': { money: 'Ничего не сделано: нужно разрешение руководителя.', todo: 'Позовите руководителя.' },
};
