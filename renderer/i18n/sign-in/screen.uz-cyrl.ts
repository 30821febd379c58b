import type { SignInWords } from './words.ts';

/** Uzbek in Cyrillic for who works at the till, and the PIN. */
export const signInUzCyrl: SignInWords = {
  signIn: {
    title: 'Ким ишлайди?',
    pin: 'ПИН код',
    pinFor: '{{name}}, ПИН кодингиз',
    enter: 'Кириш',
    manager: 'раҳбар',
    cashier: 'кассир',
    locked: 'Яна {{time}} кутинг',
    choose: 'Исмингизни танланг, кейин ПИН кодни теринг.',
    trainingPins: 'Машқда ПИН код: кассир 1111, раҳбар 2222.',
  },
};
