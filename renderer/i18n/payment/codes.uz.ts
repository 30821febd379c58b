import type { PaymentCodeWords } from './codes.ts';

/** Uzbek for the codes of cash, of tenders and of how a payment went. */
export const paymentCodesUz: PaymentCodeWords = {
  'cash-not-enough': {
    money: 'Berilgan pul yetarli emas, toʻlov olinmadi.',
    todo: 'Yana pul soʻrang va jami summani tering.',
  },
  'cash-not-allowed-goods': {
    money: 'Naqd pul olinmadi: chekdagi tovar faqat naqdsiz sotiladi.',
    todo: 'Payme yoki karta bilan toʻlashni taklif qiling.',
  },
  'cash-above-limit': {
    money: 'Naqd pul olinmadi: chek 25 million soʻmdan katta.',
    todo: 'Qonun boʻyicha naqdsiz toʻlov kerak: Payme yoki karta.',
  },
  'not-whole-sums': {
    money: 'Pul yechilmadi: bu toʻlov turi faqat butun soʻmni oladi.',
    todo: 'Boshqa toʻlov turini tanlang yoki tarozili tovarni qayta torting.',
  },
  'tender-not-configured': {
    money: 'Pul yechilmadi: bu toʻlov turi sozlanmagan.',
    todo: 'Boshqa toʻlov turini tanlang.',
  },
  'attempt-live': {
    money: 'Ikkinchi toʻlov boshlanmadi: birinchisi hali tugamagan.',
    todo: 'Javobni kuting. Qayta skanerlamang.',
  },
  'payment-declined': {
    money: 'Pul yechilmadi. {{wallet}} toʻlovni rad etdi.',
    todo: 'Xaridor boshqa karta tanlab, yangi kod koʻrsatsin yoki boshqacha toʻlasin.',
  },
  'payment-queued': {
    money: 'Pul hali yechilmadi: aloqa yoʻq, hech narsa yuborilmadi.',
    todo: 'Aloqa tiklanishi bilan oʻzi yuboriladi. Kutish yoki boshqa toʻlov turini tanlash mumkin.',
  },
  'payment-expired': {
    money: 'Pul yechilmadi. Xaridorning kodi eskirdi, yuborilmadi.',
    todo: 'Xaridor yangi kod ochsin va uni skanerlang yoki boshqacha toʻlasin.',
  },
  'payment-in-doubt': {
    money: 'Javob kelmadi. Pul yechilgan boʻlishi mumkin.',
    todo: 'Qayta skanerlamang. Kassa {{wallet}}’dan oʻzi soʻraydi: kuting yoki chekni chetga qoʻying (F5).',
  },
  'parked-sale-paid': {
    money: 'Chetga qoʻyilgan chek toʻlandi: pul olindi.',
    todo: 'Uning cheki oʻzi chiqadi: oʻsha xaridorga bering. Hozirgi xaridor bilan davom eting.',
  },
};
