import type { Language } from './language.ts';
import type { CheckoutKind } from './tender.ts';

/** The words of a printed checkout QR; they go with the receipt's language. */
export type CheckoutWords = {
  title: string;
  notReceipt: string;
  sale: string;
  amount: string;
  until: string;
  scan: Record<CheckoutKind, string>;
};

/** One slip, four languages. */
export const checkoutWords: Record<Language, CheckoutWords> = {
  uz: {
    title: 'TOʻLOV UCHUN QR',
    notReceipt: 'Bu fiskal chek emas',
    sale: 'Savdo',
    amount: 'Toʻlanadi',
    until: 'Amal qiladi:',
    scan: scans('Payme ilovasida skanerlang', 'Istalgan bank ilovasida skanerlang', 'Telefon kamerasida skanerlang'),
  },
  'uz-Cyrl': {
    title: 'ТЎЛОВ УЧУН QR',
    notReceipt: 'Бу фискал чек эмас',
    sale: 'Савдо',
    amount: 'Тўланади',
    until: 'Амал қилади:',
    scan: scans('Payme иловасида сканерланг', 'Исталган банк иловасида сканерланг', 'Телефон камерасида сканерланг'),
  },
  ru: {
    title: 'QR ДЛЯ ОПЛАТЫ',
    notReceipt: 'Это не фискальный чек',
    sale: 'Продажа',
    amount: 'К оплате',
    until: 'Действует до',
    scan: scans(
      'Отсканируйте в приложении Payme',
      'Отсканируйте в приложении любого банка',
      'Отсканируйте камерой телефона',
    ),
  },
  en: {
    title: 'QR TO PAY',
    notReceipt: 'This is not a fiscal receipt',
    sale: 'Sale',
    amount: 'To pay',
    until: 'Valid until',
    scan: scans('Scan with the Payme app', 'Scan with any bank app', 'Scan with the camera of your phone'),
  },
};

function scans(payme: string, bank: string, camera: string): Record<CheckoutKind, string> {
  return { uzqr: bank, 'payme-link': payme, flitt: camera, 'payme-invoice': payme, smartpay: camera };
}
