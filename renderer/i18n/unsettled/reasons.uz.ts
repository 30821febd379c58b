import type { Reason } from './reason.ts';

/** Uzbek for why something is not certain or not done: what was said, and what to do. */
export const reasonsUz = {
  'no-answer': {
    said: 'Javob vaqtida kelmadi.',
    todo: 'Hech narsani takrorlamang: kassa oʻzi soʻraydi. Uzoq choʻzilsa, aloqani tekshiring.',
  },
  'answer-lost': {
    said: 'Javob kelguncha aloqa uzildi.',
    todo: 'Hech narsani takrorlamang: kassa aloqa tiklangach oʻzi soʻraydi.',
  },
  'answer-unreadable': {
    said: 'Javob keldi, lekin uni oʻqib boʻlmadi.',
    todo: 'Kassa oʻzi qayta soʻraydi. Takrorlansa, yordam xizmatiga kodni ayting.',
  },
  'answer-foreign': {
    said: 'Kelgan javob bu toʻlovniki emas.',
    todo: 'Unga ishonilmadi, hech narsa oʻzgarmadi. Takrorlansa, yordam xizmatiga kodni ayting.',
  },
  'not-reached': {
    said: 'Aloqa boʻlmadi, hech narsa yuborilmadi.',
    todo: 'Aloqa tiklangach oʻzi ketadi. Internet va fiskal modul simini tekshiring.',
  },
  'not-trusted': {
    said: 'Narigi tomon oʻzini tasdiqlay olmadi, hech narsa yuborilmadi.',
    todo: 'Kompyuter sanasini tekshiring. Toʻgʻri boʻlsa, yordam xizmatiga ayting.',
  },
  'till-restarted': {
    said: 'Toʻlov yuborilayotganda kassa qayta ishga tushdi.',
    todo: 'Qayta skanerlamang: kassa natijani oʻzi soʻraydi.',
  },
  'code-lifetime': {
    said: 'Kod yuborilmasidan eskirdi. Pul yechilmadi.',
    todo: 'Xaridor yangi kod ochsin yoki boshqacha toʻlasin.',
  },
  'other-tender': {
    said: 'Boshqa toʻlov turi tanlandi, hech narsa yuborilmagan edi.',
    todo: 'Hech narsa qilish kerak emas.',
  },
  'payment-id-known': {
    said: 'Javobdagi toʻlov boshqa chekka tegishli.',
    todo: 'Pul yechilganini {{wallet}} kabinetida tekshiring. Rahbar dalil bilan yopadi.',
  },
  'not-successful': {
    said: '{{wallet}} javobi toʻlov oʻtganini aytmaydi.',
    todo: 'Qayta yechmang: kassa soʻraydi, boʻlmasa rahbar kabinetda tekshiradi.',
  },
  'amount-mismatch': {
    said: '{{wallet}} boshqa summani aytdi.',
    todo: 'Pul notoʻgʻri yechilgan boʻlishi mumkin. Rahbar kabinetda tekshirib, dalil bilan yopadi.',
  },
  'ids-mismatch': {
    said: '{{wallet}} boshqa kassani aytdi.',
    todo: 'Rahbar {{wallet}} kabinetida tekshirib, dalil bilan yopadi.',
  },
  'box-error': {
    said: 'Fiskal modul xato bilan javob berdi.',
    todo: 'Kassa oʻzi yana urinadi. Takrorlansa, rahbar kodni yordam xizmatiga aytadi.',
  },
  'payme-error': {
    said: '{{wallet}} xato bilan javob berdi.',
    todo: 'Qayta yechmang: kassa oʻzi soʻraydi. Takrorlansa, yordam xizmatiga kodni ayting.',
  },
  'code-refused': {
    said: '{{wallet}} kodni qabul qilmadi: u eskirgan yoki notoʻgʻri.',
    todo: 'Xaridor yangi kod ochsin.',
  },
  'card-refused': {
    said: '{{wallet}} kartani rad etdi: mablagʻ yetarli emas yoki karta yopiq.',
    todo: 'Xaridor boshqa karta tanlasin yoki boshqacha toʻlasin.',
  },
  'card-not-served': {
    said: '{{wallet}} bu turdagi kartaga xizmat qilmaydi.',
    todo: 'Xaridor boshqa karta tanlasin yoki boshqacha toʻlasin.',
  },
  'shop-refused': {
    said: '{{wallet}} doʻkon kassasini tanimadi yoki u toʻxtatilgan.',
    todo: 'Boshqa toʻlov oling. Rahbar {{wallet}} bilan bogʻlansin.',
  },
  'request-refused': {
    said: 'Soʻrov notoʻgʻri tuzilgani uchun rad etildi.',
    todo: 'Boshqa toʻlov oling va yordam xizmatiga kodni ayting.',
  },
  'amount-too-small': { said: 'Summa {{wallet}} uchun juda kichik.', todo: 'Boshqa toʻlov turini tanlang.' },
  'amount-too-large': { said: 'Summa {{wallet}} uchun juda katta.', todo: 'Boshqa toʻlov turini tanlang.' },
  'asking-failed': {
    said: '{{wallet}}’dan soʻrab boʻlmadi: aloqa yoki javob yoʻq.',
    todo: 'Kassa oʻzi yana soʻraydi. Ungacha pul yechilgani noma’lum: qayta yechmang.',
  },
  'not-found': {
    said: '{{wallet}} bu toʻlovni hali bilmaydi.',
    todo: 'Bu pul yechilmadi degani emas: qayta yechmang. Kassa soʻrashda davom etadi, keyin rahbar hal qiladi.',
  },
  ambiguous: {
    said: '{{wallet}}’da bunga oʻxshash bir nechta toʻlov bor.',
    todo: 'Rahbar kabinetda qaysi biri shu chekniki ekanini topib, dalil bilan yopadi.',
  },
  'more-went-back': {
    said: '{{wallet}}’da bu kassa qaytargandan koʻproq pul qaytgan.',
    todo: 'Rahbar kabinetda bu qaytarish bor-yoʻqligini koʻrib, dalil bilan yopadi.',
  },
  'book-too-long': {
    said: '{{wallet}} roʻyxati toʻliq oʻqilmadi: u juda uzun.',
    todo: 'Kassa oʻzi qayta soʻraydi. Takrorlansa, rahbar kabinetda tekshiradi.',
  },
  unpaid: {
    said: '{{wallet}} toʻlovni biladi, pul hali yechilmagan.',
    todo: 'Kod eskirguncha kutamiz: qayta yechmang.',
  },
  moving: { said: '{{wallet}} toʻlov ustida hali ishlamoqda.', todo: 'Kuting: kassa oʻzi soʻraydi.' },
  stuck: {
    said: '{{wallet}} toʻlovni toʻxtatib, xodimlariga qoldirdi.',
    todo: 'Rahbar {{wallet}}’ga qoʻngʻiroq qilib, natijani dalil bilan yopadi.',
  },
  held: { said: '{{wallet}} pulni ushlab turibdi, lekin olmagan.', todo: 'Rahbar {{wallet}} kabinetida tekshiradi.' },
  returning: {
    said: '{{wallet}} qaytarishni qabul qildi, pul yoʻlda.',
    todo: 'Kuting: kassa pul qaytganini oʻzi soʻraydi.',
  },
  'cancelled-here': {
    said: 'Toʻlov kassada bekor qilindi, pul qaytishi soʻraladi.',
    todo: 'Kuting: kassa pul qaytganini oʻzi soʻraydi.',
  },
  'paid-after-cancel': {
    said: '{{wallet}} pulni bekor qilingandan keyin oldi.',
    todo: 'Pul oʻzi qaytariladi, hech narsa qilmang.',
  },
  'return-refused': {
    said: '{{wallet}} pulni oʻzi qaytarmaydi.',
    todo: 'Rahbar {{wallet}}’ga murojaat qilib, pul qaytgach dalil bilan yopadi.',
  },
  'cannot-ask': {
    said: 'Bu toʻlov haqida soʻraydigan joy yoʻq.',
    todo: 'Xaridorning telefoniga va {{wallet}} kabinetiga qarang. Rahbar dalil bilan yopadi.',
  },
  'asked-too-long': {
    said: 'Bir kun soʻradik, aniq javob boʻlmadi.',
    todo: 'Rahbar {{wallet}} kabinetida tekshirib, dalil bilan yopadi.',
  },
  'not-prepared': {
    said: '{{wallet}}’da toʻlov hali tayyorlanmagan, pul yechilmadi.',
    todo: 'Kassa oʻzi yana urinadi.',
  },
  'shift-state': {
    said: 'Fiskal modul smenasi boshqa holatda.',
    todo: 'Kassa uni oʻzi ochadi yoki yopadi. Takrorlansa, modulni qayta yoqing.',
  },
  'clock-off': {
    said: 'Kompyuter va fiskal modul soati bir xil emas.',
    todo: 'Kompyuter soatini toʻgʻrilang: shundan keyin oʻzi ketadi.',
  },
  'values-mismatch': {
    said: 'Modul javobidagi chek maʼlumoti mos kelmadi.',
    todo: 'Chekni qayta urmang. Rahbar modul hisobotida tekshiradi.',
  },
  'counters-moved': {
    said: 'Modul hisoblagichlari siljigan: u nimadir yozgan.',
    todo: 'Chekni qayta urmang. Rahbar modulning oxirgi chekini tekshiradi.',
  },
  'box-busy': { said: 'Modul hali shu chek ustida ishlayotgan boʻlishi mumkin.', todo: 'Kuting: kassa oʻzi soʻraydi.' },
  'not-registered': {
    said: 'Modulda bu chek yoʻq.',
    todo: 'Kassa uni oʻzi yuboradi. Qolib ketsa, “Qayta yuborish” tugmasini bosing.',
  },
  'does-not-add-up': {
    said: 'Chek qatorlari jamiga toʻgʻri kelmadi.',
    todo: 'Rahbarni chaqiring va yordam xizmatiga kodni ayting.',
  },
  'ikpu-refused': {
    said: 'Modul MXIK yoki qadoq kodini qabul qilmadi.',
    todo: 'Rahbar tovar kartasini tuzatsin, keyin “Qayta yuborish”.',
  },
  'box-not-ready': {
    said: 'Fiskal modul ishga tayyor emas.',
    todo: 'Modul ulanganini va uning dasturi ochiqligini tekshiring.',
  },
  'box-unpaid': {
    said: 'Fiskal modul xizmati muddati tugagan.',
    todo: 'Rahbar modul obunasini uzaytirsin, keyin “Qayta yuborish”.',
  },
  'box-other-address': {
    said: 'Fiskal modul boshqa kompyuterga bogʻlangan.',
    todo: 'Yordam xizmatiga ayting: modul bu kompyuterni tanishi kerak.',
  },
  'receipt-not-taken': {
    said: '{{wallet}} chekni hali qabul qilmadi.',
    todo: 'Pul olingan, chek bor. Kassa oʻzi yana yuboradi.',
  },
  'nothing-to-confirm': {
    said: '{{wallet}}’ga yuboradigan chek yoʻq.',
    todo: 'Avval fiskal chek roʻyxatdan oʻtishi kerak.',
  },
  'not-set-up': { said: 'Kassada bu qurilma yoki xizmat sozlanmagan.', todo: 'Rahbar sozlash faylini tekshirsin.' },
  'customer-pays': {
    said: 'Xaridor hozir {{wallet}}’da toʻlamoqda.',
    todo: 'Kuting: natija oʻzi keladi.',
  },
  'link-lost': {
    said: 'QR yaratildi, lekin manzili yoʻlda yoʻqoldi.',
    todo: 'Uni hech kim toʻlay olmaydi, oʻzi yopiladi. Boshqa toʻlov turini oling.',
  },
  'not-delivered': {
    said: 'Xabar xaridorning telefoniga bormadi.',
    todo: 'Raqamni tekshiring va qayta yuboring yoki boshqa toʻlov turini oling.',
  },
  'cancelled-there': {
    said: '{{wallet}} toʻlovni bekor qildi.',
    todo: 'Pul xaridorda. Boshqa toʻlov turini oling.',
  },
  'by-hand-there': {
    said: 'Bu pulni faqat {{wallet}} kabinetida qaytarish mumkin.',
    todo: 'Rahbar u yerda qaytaradi va bu yerda dalil bilan yopadi.',
  },
  'refund-unanswered': {
    said: 'Pul qaytarilganiga javob kelmadi.',
    todo: 'Qayta qaytarmang: rahbar {{wallet}} kabinetida koʻrib, dalil bilan yopadi.',
  },
  'another-refund': {
    said: 'Bu toʻlovning avvalgi qaytarilishi hali tugamadi.',
    todo: 'Kuting: navbati kelganda oʻzi yuboriladi.',
  },
  'wrong-mode': {
    said: 'Sinov va haqiqiy toʻlovlar aralashib ketgan.',
    todo: 'Rahbar {{wallet}} kalitini tekshirsin va yordam xizmatiga aytsin.',
  },
  'provider-error': {
    said: '{{wallet}} xato bilan javob berdi.',
    todo: 'Kassa oʻzi qayta soʻraydi. Takrorlansa, yordam xizmatiga kodni ayting.',
  },
  printing: { said: 'Chek hozir chiqmoqda.', todo: 'Kuting.' },
  'not-printed': { said: 'Chek qogʻozga chiqmadi.', todo: 'Printerni tekshiring va “Chop etish” tugmasini bosing.' },
  'program-fault': {
    said: 'Dasturda nosozlik boʻldi.',
    todo: 'Kassa oʻzi yana urinadi. Takrorlansa, yordam xizmatiga kodni ayting.',
  },
  unknown: { said: 'Notanish javob keldi.', todo: 'Hech narsani takrorlamang va yordam xizmatiga kodni ayting.' },
} satisfies Record<string, Reason>;
