import type { Block, PrinterModel } from '../../../native/printer/job.ts';

export const wide: PrinterModel = { columns: 48, dots: 576, mode: 'text', codepage: 'cp866', qr: 'raster' };
export const narrow: PrinterModel = { columns: 32, dots: 384, mode: 'text', codepage: 'cp866', qr: 'raster' };

export const url = 'https://ofd.soliq.uz/check?t=UZ210317000001&r=123456&c=20251121120000&s=123456789012';

/** A receipt as a shop in Tashkent prints it. */
export const receipt: Block[] = [
  { kind: 'text', text: 'ООО «Bozor Market»', align: 'center', bold: true, size: 'large' },
  { kind: 'text', text: 'Toshkent, Oʻzbekiston koʻchasi 12', align: 'center' },
  { kind: 'rule' },
  { kind: 'pair', left: 'Молоко ультрапастеризованное 3,2% 1 л', right: '12 000,00' },
  { kind: 'pair', left: 'JAMI', right: '12 000,00', bold: true, size: 'large' },
  { kind: 'qr', data: url },
  { kind: 'feed', lines: 1 },
  { kind: 'text', text: 'Xaridingiz uchun rahmat!', align: 'center' },
];
