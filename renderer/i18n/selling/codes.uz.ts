import type { SellingCodeWords } from './codes.ts';

/** Uzbek for the codes of scanned goods, of lines and of sales. */
export const sellingCodesUz: SellingCodeWords = {
  'code-unknown': {
    money: 'Bu kod bazada yoʻq. Chekka hech narsa qoʻshilmadi.',
    todo: 'Tovarni nomi bilan qidiring (F2) yoki rahbarni chaqiring.',
  },
  'code-check-digit': {
    money: 'Kod toʻliq oʻqilmadi. Chekka hech narsa qoʻshilmadi.',
    todo: 'Qayta skanerlang yoki raqamlarni tekshirib tering.',
  },
  'code-is-wallet': {
    money: 'Bu xaridorning toʻlov kodi. Pul yechilmadi.',
    todo: 'Avval tovarlarni qoʻshing, keyin toʻlovni bosing (F12).',
  },
  'code-is-goods': {
    money: 'Bu tovar kodi. Pul yechilmadi, chek oʻzgarmadi.',
    todo: 'Xaridorning Payme kodini skanerlang. Tovar qoʻshish uchun orqaga qayting (Esc).',
  },
  'code-not-needed': {
    money: 'Hozir kod kerak emas. Pul yechilmadi.',
    todo: 'Boshlangan amalni tugating, keyin skanerlang.',
  },
  'code-used-before': {
    money: 'Bu kod avval ishlatilgan. Pul yechilmadi.',
    todo: 'Xaridor Payme ilovasida yangi kod ochsin, soʻng uni skanerlang.',
  },
  'age-check': {
    money: 'Yosh cheklovi bor tovar qoʻshildi.',
    todo: 'Xaridorning yoshini soʻrang, shubha boʻlsa hujjatini koʻring. Yosh boʻlsa, qatorni oʻchiring.',
  },
  'weight-needed': {
    money: 'Bu tovar vazni bilan sotiladi. Chekka hech narsa qoʻshilmadi.',
    todo: 'Vaznini kilogrammda tering va Enter tugmasini bosing.',
  },
  'line-not-found': {
    money: 'Bu qator endi chekda yoʻq. Hech narsa oʻzgarmadi.',
    todo: 'Chekdan boshqa qatorni tanlang.',
  },
  'lines-frozen': {
    money: 'Toʻlov boshlangan, shuning uchun chek oʻzgarmadi.',
    todo: 'Tovarni oʻzgartirish uchun avval orqaga qayting (Esc).',
  },
  'quantity-not-positive': {
    money: 'Son oʻzgarmadi: u noldan katta boʻlishi kerak.',
    todo: 'Boshqa son tering. Tovar kerak boʻlmasa, qatorni oʻchiring (Del).',
  },
  'quantity-not-whole': { money: 'Son oʻzgarmadi: bu tovar donalab sotiladi.', todo: 'Butun son tering.' },
  'quantity-too-large': { money: 'Son oʻzgarmadi: u juda katta.', todo: 'Sonni tekshirib, qayta tering.' },
  'amount-too-large': {
    money: 'Chek oʻzgarmadi: summa juda katta.',
    todo: 'Sonni tekshiring yoki xaridni ikki chekka boʻling.',
  },
  'item-not-fiscal': {
    money: 'Tovar qoʻshilmadi: unda MXIK yoki qadoq kodi yoʻq.',
    todo: 'Rahbarni chaqiring: tovar kartasini toʻldirish kerak.',
  },
  'sale-empty': { money: 'Chek boʻsh, toʻlanadigan summa yoʻq.', todo: 'Avval tovarni skanerlang.' },
  'sale-not-found': {
    money: 'Bunday chek topilmadi. Hech narsa oʻzgarmadi.',
    todo: 'Roʻyxatdan boshqa chekni tanlang.',
  },
  'sale-not-open': {
    money: 'Hech narsa oʻzgarmadi: bu chek yopilgan yoki chetga qoʻyilgan.',
    todo: 'Yangi chek boshlang yoki chetdagini oling (F6).',
  },
};
