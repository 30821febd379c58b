import type { FirstStartCodeWords } from './codes.ts';

/** Uzbek for the codes of setting up a till, for training or for a shop. */
export const firstStartCodesUz: FirstStartCodeWords = {
  'provision-refused': {
    money: 'Kassa sozlanmadi, hech narsa oʻzgarmadi.',
    todo: 'Fayldagi xatolarni tuzating va uni qayta tanlang.',
  },
  'already-set-up': {
    money: 'Bu kassa avval sozlangan, hech narsa oʻzgarmadi.',
    todo: 'Dasturni qayta ishga tushiring.',
  },
  'not-in-training': {
    money: 'Hech narsa bajarilmadi: bu faqat oʻquv rejimida ishlaydi.',
    todo: 'Haqiqiy skanerdan foydalaning.',
  },
};
