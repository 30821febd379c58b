/** Uzbek for who works at the till, and the PIN. */
export const signInUz = {
  signIn: {
    title: 'Kim ishlaydi?',
    pin: 'PIN kod',
    pinFor: '{{name}}, PIN kodingiz',
    enter: 'Kirish',
    manager: 'rahbar',
    cashier: 'kassir',
    locked: 'Yana {{time}} kuting',
    choose: 'Ismingizni tanlang, keyin PIN kodni tering.',
    trainingPins: 'Mashqda PIN kod: kassir 1111, rahbar 2222.',
  },
};
