import type { SignInWords } from './words.ts';

/** Russian for who works at the till, and the PIN. */
export const signInRu: SignInWords = {
  signIn: {
    title: 'Кто работает?',
    pin: 'ПИН-код',
    pinFor: '{{name}}, ваш ПИН-код',
    enter: 'Войти',
    manager: 'руководитель',
    cashier: 'кассир',
    locked: 'Подождите ещё {{time}}',
    choose: 'Выберите своё имя, затем наберите ПИН-код.',
    trainingPins: 'В учёбе ПИН-код: кассир 1111, руководитель 2222.',
  },
};
