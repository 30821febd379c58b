import type { ShiftCodeWords } from './codes.ts';

/** Uzbek for the codes of opening and closing a shift. */
export const shiftCodesUz: ShiftCodeWords = {
  'no-shift': { money: 'Chekka hech narsa qoʻshilmadi: smena ochilmagan.', todo: 'Avval smenani oching.' },
  'shift-open': { money: 'Hech narsa oʻzgarmadi: smena allaqachon ochiq.', todo: 'Sotishni davom ettiring.' },
  'shift-has-open-sale': {
    money: 'Smena yopilmadi: tugallanmagan chek bor.',
    todo: 'Chekni toʻlang yoki bekor qiling, keyin smenani yoping.',
  },
  'shift-has-checkout': {
    money: 'Smena yopilmadi: qoʻyilgan {{number}}-chek boʻyicha QR hali toʻlanishi mumkin.',
    todo: 'Chekni roʻyxatdan oling (F6), toʻlovni kuting yoki bekor qiling (F4), keyin smenani yoping.',
  },
  'fiscal-z-failed': {
    money: 'Fiskal modul Z hisobotni qabul qilmadi. Kassadagi pul joyida.',
    todo: 'Fiskal modul ulanganini tekshiring va smenani yana yoping.',
  },
};
