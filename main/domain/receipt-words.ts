import type { Language } from './language.ts';
import type { TenderKind } from './tender.ts';

/** The words of paper; they go with the receipt's language, never with the cashier's. */
export type ReceiptWords = {
  training: string;
  notFiscal: string;
  copy: string;
  refund: string;
  tin: string;
  phone: string;
  register: string;
  cashier: string;
  receipt: string;
  shift: string;
  ikpu: string;
  vat: string;
  withoutVat: string;
  discount: string;
  total: string;
  given: string;
  change: string;
  terminal: string;
  receiptSeq: string;
  fiscalSign: string;
  fiscalTime: string;
  thanks: string;
  tenders: Record<TenderKind, string>;
};

const uz: ReceiptWords = {
  training: 'OʻQUV REJIMI',
  notFiscal: 'Bu chek fiskal emas',
  copy: 'NUSXA',
  refund: 'QAYTARISH',
  tin: 'STIR',
  phone: 'Tel.',
  register: 'Kassa',
  cashier: 'Kassir',
  receipt: 'Chek',
  shift: 'Smena',
  ikpu: 'MXIK',
  vat: 'QQS',
  withoutVat: 'QQSsiz',
  discount: 'Chegirma',
  total: 'JAMI',
  given: 'Olindi',
  change: 'Qaytim',
  terminal: 'FM raqami',
  receiptSeq: 'Fiskal chek',
  fiscalSign: 'Fiskal belgi',
  fiscalTime: 'Fiskal vaqt',
  thanks: 'Xaridingiz uchun rahmat!',
  tenders: {
    cash: 'Naqd',
    card: 'Bank kartasi',
    'payme-go': 'Payme Go',
    'payme-link': 'Payme',
    'payme-invoice': 'Payme',
    flitt: 'Payme (Flitt)',
    uzqr: 'UzQR',
    smartpay: 'Smartpay',
  },
};

const uzCyrl: ReceiptWords = {
  training: 'ЎҚУВ РЕЖИМИ',
  notFiscal: 'Бу чек фискал эмас',
  copy: 'НУСХА',
  refund: 'ҚАЙТАРИШ',
  tin: 'СТИР',
  phone: 'Тел.',
  register: 'Касса',
  cashier: 'Кассир',
  receipt: 'Чек',
  shift: 'Смена',
  ikpu: 'МХИК',
  vat: 'ҚҚС',
  withoutVat: 'ҚҚСсиз',
  discount: 'Чегирма',
  total: 'ЖАМИ',
  given: 'Олинди',
  change: 'Қайтим',
  terminal: 'ФМ рақами',
  receiptSeq: 'Фискал чек',
  fiscalSign: 'Фискал белги',
  fiscalTime: 'Фискал вақт',
  thanks: 'Харидингиз учун раҳмат!',
  tenders: { ...uz.tenders, cash: 'Нақд', card: 'Банк картаси' },
};

const ru: ReceiptWords = {
  training: 'УЧЕБНЫЙ РЕЖИМ',
  notFiscal: 'Чек не фискальный',
  copy: 'КОПИЯ',
  refund: 'ВОЗВРАТ',
  tin: 'ИНН',
  phone: 'Тел.',
  register: 'Касса',
  cashier: 'Кассир',
  receipt: 'Чек',
  shift: 'Смена',
  ikpu: 'ИКПУ',
  vat: 'НДС',
  withoutVat: 'Без НДС',
  discount: 'Скидка',
  total: 'ИТОГО',
  given: 'Получено',
  change: 'Сдача',
  terminal: 'Номер ФМ',
  receiptSeq: 'Фискальный чек',
  fiscalSign: 'Фискальный признак',
  fiscalTime: 'Фискальное время',
  thanks: 'Спасибо за покупку!',
  tenders: { ...uz.tenders, cash: 'Наличные', card: 'Банковская карта' },
};

const en: ReceiptWords = {
  training: 'TRAINING',
  notFiscal: 'Not a fiscal receipt',
  copy: 'COPY',
  refund: 'RETURN',
  tin: 'TIN',
  phone: 'Tel.',
  register: 'Register',
  cashier: 'Cashier',
  receipt: 'Receipt',
  shift: 'Shift',
  ikpu: 'IKPU',
  vat: 'VAT',
  withoutVat: 'Without VAT',
  discount: 'Discount',
  total: 'TOTAL',
  given: 'Received',
  change: 'Change',
  terminal: 'Fiscal module',
  receiptSeq: 'Fiscal receipt',
  fiscalSign: 'Fiscal sign',
  fiscalTime: 'Fiscal time',
  thanks: 'Thank you!',
  tenders: { ...uz.tenders, cash: 'Cash', card: 'Bank card' },
};

/** The words for each receipt language; the compiler asks for every one of them. */
export const receiptWords: Record<Language, ReceiptWords> = { uz, 'uz-Cyrl': uzCyrl, ru, en };
