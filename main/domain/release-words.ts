import type { Language } from './language.ts';

/** The words of the note a customer gets whose payment is not certain yet; they go with the receipt's language. */
export type ReleaseWords = {
  title: string;
  notReceipt: string;
  sale: string;
  amount: string;
  phone: string;
  explains: string;
};

/** One note, four languages. */
export const releaseWords: Record<Language, ReleaseWords> = {
  uz: {
    title: 'TOʻLOV ANIQLANMOQDA',
    notReceipt: 'Bu fiskal chek emas',
    sale: 'Savdo',
    amount: 'Summa',
    phone: 'Tel.',
    explains:
      'Payme javobi kutilmoqda. Toʻlov tasdiqlangach fiskal chek beriladi. Toʻlov oʻtmagan boʻlsa, doʻkon siz bilan bogʻlanadi.',
  },
  'uz-Cyrl': {
    title: 'ТЎЛОВ АНИҚЛАНМОҚДА',
    notReceipt: 'Бу фискал чек эмас',
    sale: 'Савдо',
    amount: 'Сумма',
    phone: 'Тел.',
    explains:
      'Payme жавоби кутилмоқда. Тўлов тасдиқлангач фискал чек берилади. Тўлов ўтмаган бўлса, дўкон сиз билан боғланади.',
  },
  ru: {
    title: 'ОПЛАТА УТОЧНЯЕТСЯ',
    notReceipt: 'Это не фискальный чек',
    sale: 'Продажа',
    amount: 'Сумма',
    phone: 'Тел.',
    explains:
      'Ждём ответа Payme. Фискальный чек будет выдан после подтверждения оплаты. Если оплата не прошла, магазин свяжется с вами.',
  },
  en: {
    title: 'PAYMENT BEING CHECKED',
    notReceipt: 'This is not a fiscal receipt',
    sale: 'Sale',
    amount: 'Amount',
    phone: 'Tel.',
    explains:
      'We are waiting for Payme. The fiscal receipt follows when the payment is confirmed. If it did not go through, the shop will call you.',
  },
};
