import type { SignInCodeWords } from './codes.ts';

/** Uzbek for the codes of PINs, and of who may do what. */
export const signInCodesUz: SignInCodeWords = {
  'pin-wrong': { money: 'PIN kod notoʻgʻri. Kassa ochilmadi.', todo: 'PIN kodni qayta tering.' },
  'pin-locked': {
    money: 'PIN kod koʻp marta notoʻgʻri terildi. Kassa ochilmadi.',
    todo: 'Vaqt tugashini kuting yoki rahbarni chaqiring.',
  },
  'not-signed-in': {
    money: 'Hech narsa bajarilmadi: kassir kirmagan.',
    todo: 'Ismingizni tanlang va PIN kodni tering.',
  },
  'manager-needed': { money: 'Hech narsa bajarilmadi: bunga rahbarning ruxsati kerak.', todo: 'Rahbarni chaqiring.' },
};
