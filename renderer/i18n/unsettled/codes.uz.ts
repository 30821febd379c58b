import type { UnsettledCodeWords } from './codes.ts';

/** Uzbek for the codes of money in doubt, of giving back, of the box's limits and of the daily match. */
export const unsettledCodesUz: UnsettledCodeWords = {
  'payment-cancelled': {
    money: 'Toʻlov bekor qilinmoqda. Pul yechilgan boʻlsa, xaridorga qaytarish kerak.',
    todo: 'Boshqa toʻlov turini tanlang. Pulni kim va qachon qaytarishini ochiq ishlar koʻrsatadi (F11).',
  },
  'payment-returned': {
    money: 'Pul xaridorda: qaytarildi yoki yechilmagan.',
    todo: 'Boshqa hech narsa qilish kerak emas: bu ish yopildi.',
  },
  'payment-never-begun': {
    money: 'Pul yechilmadi: hech kim toʻlashni boshlamagan edi.',
    todo: 'Boshqa hech narsa qilish kerak emas: bu ish yopildi.',
  },
  'payment-needs-manager': {
    money: 'Pul yechilgan-yechilmagani hali nomaʼlum.',
    todo: 'Rahbarni chaqiring: u ochiq ishlarda (F11) dalil bilan yopadi. Qayta pul yechmang.',
  },
  'cancel-too-early': {
    money: 'Hech narsa bekor qilinmadi: javob hali yoʻlda boʻlishi mumkin.',
    todo: 'Bir necha soniya kuting va yana bosing.',
  },
  'cancel-not-possible': {
    money: 'Hech narsa bekor qilinmadi: bu pulni qaytarishni soʻrab boʻlmaydi.',
    todo: 'Rahbarni chaqiring: u {{wallet}} kabinetiga qarab, dalil bilan yopadi.',
  },
  'attempt-cancelling': {
    money: 'Hech narsa yechilmadi: bu savdoning avvalgi {{wallet}} toʻlovi hali qaytmoqda.',
    todo: 'Naqd yoki karta oling, yoki qaytishini kuting.',
  },
  'update-shift-open': {
    money: 'Hech narsa oʻzgarmadi: smena ochiq.',
    todo: 'Smenani yoping, keyin yangilang.',
  },
  'update-queue-not-empty': {
    money: 'Hech narsa oʻzgarmadi: tugamagan ishlar bor.',
    todo: 'Ochiqlarni (F11) tugating, keyin yangilang.',
  },
  'attempt-settled': {
    money: 'Hech narsa oʻzgarmadi: bu toʻlov allaqachon hal boʻlgan.',
    todo: 'Ochiq ishlarga yana qarang (F11).',
  },
  'evidence-needed': {
    money: 'Hech narsa yopilmadi: dalil yozilmagan.',
    todo: 'Nimani va qayerda koʻrganingizni yozing, kamida 5 ta belgi.',
  },
  'payment-id-needed': {
    money: 'Hech narsa yopilmadi: toʻlov raqami yozilmagan.',
    todo: 'Uni {{wallet}} kabinetidan yoki xaridorning telefonidan koʻchiring.',
  },
  'payment-id-known': {
    money: 'Hech narsa yopilmadi: bu toʻlov raqami boshqa chekniki.',
    todo: 'Raqamni tekshiring. Bitta toʻlov bilan faqat bitta chek toʻlanadi.',
  },
  'release-not-allowed': {
    money: 'Tovar berilmadi: doʻkon egasi pul kelmasdan berishga ruxsat bermagan.',
    todo: 'Javobni kuting yoki boshqa toʻlov turini tanlang.',
  },
  'release-limit-sale': {
    money: 'Tovar berilmadi: chek pul kelmasdan berish chegarasidan katta.',
    todo: 'Javobni kuting yoki boshqa toʻlov turini tanlang.',
  },
  'release-limit-total': {
    money: 'Tovar berilmadi: bu kassada noaniq pul juda koʻp.',
    todo: 'Avval ochiq ishlarni hal qiling (F11) yoki boshqa toʻlov oling.',
  },
  'release-limit-count': {
    money: 'Tovar berilmadi: bu kassada noaniq cheklar juda koʻp.',
    todo: 'Avval ochiq ishlarni hal qiling (F11) yoki boshqa toʻlov oling.',
  },
  'release-limit-age': {
    money: 'Tovar berilmadi: eski toʻlovlardan biri uzoq vaqt noaniq turibdi.',
    todo: 'Avval eng eski ochiq ishni hal qiling (F11) yoki boshqa toʻlov oling.',
  },
  'release-goods-excluded': {
    money: 'Tovar berilmadi: chekda pul kelmasdan berilmaydigan tovar bor.',
    todo: 'Javobni kuting yoki boshqa toʻlov turini tanlang.',
  },
  'phone-needed': {
    money: 'Tovar berilmadi: xaridorning telefon raqami yozilmagan.',
    todo: 'Xaridorni topish mumkin boʻlishi uchun telefon raqamini tering.',
  },
  'nothing-to-retry': {
    money: 'Hech narsa yuborilmadi: bu ish bajarilgan yoki yopilgan.',
    todo: 'Ochiq ishlarga yana qarang (F11).',
  },
  'match-not-possible': {
    money: 'Hech narsa solishtirilmadi: kassa Payme hisobini oʻqiy olmaydi.',
    todo: 'Payme kassasi kalitlarini sozlashni doʻkon egasidan soʻrang.',
  },
  'match-day-wrong': {
    money: 'Hech narsa solishtirilmadi: bu kunni solishtirib boʻlmaydi.',
    todo: 'Kassaning birinchi smenasidan bugungacha boʻlgan kunni tanlang.',
  },
  'finding-settled': {
    money: 'Hech narsa oʻzgarmadi: bu farq allaqachon hal boʻlgan.',
    todo: 'Ochiq ishlarga yana qarang (F11).',
  },
  'fiscal-open-refused': {
    money: 'Sotuvlar saqlangan. Fiskal modul oʻz smenasini ochmadi.',
    todo: 'Rahbarni chaqiring. Modul ochilgach, cheklar oʻzi yuboriladi.',
  },
  'box-clock': {
    money: 'Pul joyida. Kompyuter va fiskal modul soati bir xil emas.',
    todo: 'Kompyuter soatini toʻgʻrilang: farq 5 daqiqa boʻlsa, modul cheklarni olmaydi.',
  },
  'box-limit': {
    money: 'Pul joyida. Fiskal modul oʻz chegarasiga yaqinlashdi.',
    todo: 'Modulning internetini tekshiring: cheklar ketsin. Tafsiloti ochiq ishlarda (F11).',
  },
  'refund-no-cash': {
    money: 'Pul qaytarilmadi: qutida naqd pul yetarli emas.',
    todo: 'Qutiga pul qoʻying yoki rahbarni chaqiring.',
  },
  'refund-not-registered': {
    money: 'Pul qaytarilmadi: bu chekning fiskal cheki hali roʻyxatdan oʻtmagan.',
    todo: 'Roʻyxatdan oʻtishini kuting (F11), keyin qaytaring.',
  },
  'refund-wallet-by-hand': {
    money: 'Pul oʻzi qaytmaydi: kassa buni {{wallet}}’dan soʻray olmaydi.',
    todo: 'Rahbar pulni {{wallet}} kabinetida qaytaradi.',
  },
  'refund-done-before': {
    money: 'Pul ikkinchi marta qaytarilmadi: bu chek avval qaytarilgan.',
    todo: 'Qaytarish chekini jurnalda koʻring.',
  },
};
