import type { DoneCodeWords } from './codes.ts';

/** Uzbek for the codes of the fiscal receipt, the printer and the drawer. */
export const doneCodesUz: DoneCodeWords = {
  'fiscal-unreachable': {
    money: 'Pul olindi, sotuv saqlandi. Fiskal chek hali yuborilmadi.',
    todo: 'Sotishni davom ettiring: aloqa tiklangach, chek oʻzi yuboriladi.',
  },
  'fiscal-refused': {
    money: 'Pul olindi, sotuv saqlandi. Fiskal modul chekni qabul qilmadi.',
    todo: 'Rahbarni chaqiring. Chekni ikkinchi marta urmang.',
  },
  'fiscal-in-doubt': {
    money: 'Pul olindi, sotuv saqlandi. Fiskal chek javobi kelmadi.',
    todo: 'Chekni ikkinchi marta urmang: fiskal moduldan oʻzimiz soʻraymiz.',
  },
  'printer-unreachable': {
    money: 'Sotuv saqlandi. Printer bilan aloqa yoʻq, chek chiqmadi.',
    todo: 'Printer yoqilganini va simini tekshiring, keyin chekni qayta chop eting.',
  },
  'printer-paper-out': {
    money: 'Sotuv saqlandi. Printerda qogʻoz tugadi.',
    todo: 'Yangi qogʻoz qoʻying va qopqogʻini yoping: chek oʻzi chiqadi.',
  },
  'printer-cover-open': {
    money: 'Sotuv saqlandi. Printer qopqogʻi ochiq.',
    todo: 'Qopqoqni yoping: chek oʻzi chiqadi.',
  },
  'printer-offline': {
    money: 'Sotuv saqlandi. Printer ishlashga tayyor emas.',
    todo: 'Printerni oʻchirib yoqing, keyin chekni qayta chop eting.',
  },
  'printer-uncertain': {
    money: 'Sotuv saqlandi. Chek chiqqani aniq emas.',
    todo: 'Printerga qarang. Chek chiqmagan boʻlsa, qayta chop eting.',
  },
  'drawer-not-opened': {
    money: 'Pul qutisi ochilmadi. Sotuv saqlandi.',
    todo: 'Qutini kalit bilan oching va simini tekshiring.',
  },
  'nothing-to-print': { money: 'Chop etiladigan chek yoʻq.', todo: 'Avval sotuvni tugating.' },
};
