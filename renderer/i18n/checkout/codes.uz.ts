import type { CheckoutCodeWords } from './codes.ts';

/** Uzbek for the codes of checkouts, of giving back in parts and of callers from outside. */
export const checkoutCodesUz: CheckoutCodeWords = {
  'amount-too-small': {
    money: 'Pul yechilmadi: summa bu toʻlov uchun juda kichik.',
    todo: 'Boshqa toʻlov turini tanlang.',
  },
  'currency-differs': {
    money: 'Pul yechilmadi: bu toʻlov boshqa valyutada olinadi.',
    todo: 'Boshqa toʻlov turini tanlang. Rahbarga ayting: valyuta sozlamasini tekshirsin.',
  },
  'charged-needed': {
    money: 'Pul yechilmadi: xaridor bilan kelishilgan summa terilmagan.',
    todo: 'Xaridor toʻlaydigan summani shu valyutada tering.',
  },
  'checkout-failed': {
    money: 'Pul yechilmadi: QR yaratilmadi.',
    todo: 'Yana urinib koʻring yoki boshqa toʻlov turini tanlang.',
  },
  'checkout-waits-for-line': {
    money: 'Pul yechilmadi: aloqa yoʻq, QR hali yaratilmadi.',
    todo: 'Aloqa tiklansa, QR oʻzi chiqadi. Kuting yoki boshqa toʻlov turini tanlang.',
  },
  'checkout-link-lost': {
    money: 'Pul yechilmadi: QR manzili yoʻlda yoʻqoldi, uni hech kim toʻlay olmaydi.',
    todo: 'U oʻzi yopiladi. Hozir boshqa toʻlov turini oling.',
  },
  'checkout-expired': {
    money: 'Pul yechilmadi: toʻlash vaqti tugadi.',
    todo: 'Yangi QR chiqaring yoki boshqa toʻlov turini tanlang.',
  },
  'checkout-still-payable': {
    money: 'Hech narsa yopilmadi: xaridor bu QRni hali toʻlashi mumkin.',
    todo: 'Muddati tugashini kuting: kassa oʻzi soʻraydi, ungacha toʻlangan pul qaytadi.',
  },
  'checkout-not-there': {
    money: 'Hech narsa chop etilmadi: bu QR endi toʻlanmaydi.',
    todo: 'Ekrandagi toʻlov holatiga qarang.',
  },
  'checkout-not-delivered': {
    money: 'Pul yechilmadi: xabar xaridorning telefoniga bormadi.',
    todo: 'Raqamni tekshiring: bekor qilib, qayta yuboring yoki boshqa toʻlov turini tanlang.',
  },
  'listener-failed': {
    money: 'Pulga taʼsiri yoʻq: kassa tashqi chaqiruvlarni qabul qila olmayapti.',
    todo: 'Rahbarga ayting: yordam (F1), “Chaqiruvlar”. Toʻlovlarni kassa oʻzi soʻrayveradi.',
  },
  'refund-parts-not-possible': {
    money: 'Pul qaytarilmadi: bu toʻlovni qisman qaytarib boʻlmaydi.',
    todo: 'Butun chekni qaytaring yoki rahbarni chaqiring.',
  },
  'refund-nothing-left': {
    money: 'Pul qaytarilmadi: bu chek toʻliq qaytarilgan.',
    todo: 'Sotuvlar tarixida qaytarishlarni koʻring (F7).',
  },
  'refund-lines-wrong': {
    money: 'Pul qaytarilmadi: tovar yoki miqdor chekka toʻgʻri kelmaydi.',
    todo: 'Miqdorni tekshiring: sotilganidan koʻp boʻlmasin, donali tovar butun boʻlsin.',
  },
  'refund-payment-refused': {
    money: 'Pul qaytmadi: toʻlov tizimi qaytarishni rad etdi.',
    todo: 'Rahbar toʻlov tizimining kabinetida qaytaradi va ochiq ishlarda yopadi (F11).',
  },
  'refund-payment-returned': {
    money: 'Pul xaridorga qaytdi.',
    todo: 'Boshqa hech narsa qilish kerak emas.',
  },
  'refund-payment-needs-manager': {
    money: 'Pul qaytgan-qaytmagani nomaʼlum.',
    todo: 'Rahbarni chaqiring: u kabinetda koʻrib, dalil bilan yopadi (F11). Qayta qaytarmang.',
  },
};
