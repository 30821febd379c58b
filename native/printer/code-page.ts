import CodepageEncoder, { type Codepage } from '@point-of-sale/codepage-encoder';
import type { CodePage, PrinterModel } from './job.ts';

/** The tables' own name of each page, and its number after ESC t on Epson printers (TM-U220 and later manuals). */
const pages: Record<CodePage, { table: Codepage; number: number }> = {
  cp437: { table: 'cp437', number: 0 },
  cp850: { table: 'cp850', number: 2 },
  cp1252: { table: 'windows1252', number: 16 },
  cp866: { table: 'cp866', number: 17 },
  cp1251: { table: 'windows1251', number: 46 },
};

/** The page a model prints text with: name for the encoder's tables, number for ESC t. */
export function pageOf(model: PrinterModel): { table: Codepage; number: number } {
  const page = pages[model.codepage];
  return { table: page.table, number: model.codepageNumber ?? page.number };
}

/** Asks the tables that later make the bytes; they answer a character they lack with a question mark. */
export function hasLetter(model: PrinterModel): (letter: string) => boolean {
  const { table } = pageOf(model);
  const known = new Map<string, boolean>();
  return (letter) => {
    const before = known.get(letter);
    if (before !== undefined) return before;
    const found = letter === '?' || CodepageEncoder.encode(letter, table)[0] !== 0x3f;
    known.set(letter, found);
    return found;
  };
}
