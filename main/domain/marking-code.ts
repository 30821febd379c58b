import { checkDigitOk } from './gtin.ts';

/** A mark of one single pack: the goods, the pack, and whether we had to put a lost separator back. */
export type MarkingCode = { gtin: string; serial: string; repaired: boolean };

const groupSeparator = '\u001d';

/** Serial length and the AI that follows it, by total length of a mark whose separators a scanner has dropped. */
const knownLengths: ReadonlyMap<number, { serial: number; next: string }> = new Map([
  [31, { serial: 7, next: '93' }],
  [37, { serial: 13, next: '93' }],
  [90, { serial: 20, next: '91' }],
]);

/** GS1 allows at most 20 characters for a serial number (AI 21). */
const longestSerial = 20;

/** Goods number of a GS1 element string that begins with AI 01 and holds a right check digit, or undefined. */
export function gs1Gtin(text: string): string | undefined {
  const gtin = /^01(\d{14})/.exec(text)?.[1];
  return gtin !== undefined && checkDigitOk(gtin) ? gtin : undefined;
}

/**
 * Reads a GS1 mark (AI 01 + AI 21), as Asl Belgisi prints it on drinks, alcohol, appliances and medicines.
 * The serial keeps every character and its case. Undefined when the serial cannot be split off safely:
 * no separator, no known length, and no word from the scanner (`gs1`) that nothing follows the serial.
 */
export function readGs1Mark(text: string, gs1: boolean): MarkingCode | undefined {
  const gtin = gs1Gtin(text);
  if (gtin === undefined || text.slice(16, 18) !== '21') return undefined;
  const rest = text.slice(18);
  const end = rest.indexOf(groupSeparator);
  if (end > 0) return end <= longestSerial ? { gtin, serial: rest.slice(0, end), repaired: false } : undefined;
  const known = knownLengths.get(text.length);
  if (known !== undefined && rest.startsWith(known.next, known.serial)) {
    return { gtin, serial: rest.slice(0, known.serial), repaired: true };
  }
  return gs1 && rest.length > 0 && rest.length <= longestSerial ? { gtin, serial: rest, repaired: false } : undefined;
}

/** Reads the mark of a cigarette pack: 14 digits GTIN, 7 serial, 8 check, no AIs (29 characters); undefined if it is none. */
export function readTobaccoMark(text: string): MarkingCode | undefined {
  const gtin = /^\d{14}/.exec(text)?.[0];
  if (text.length !== 29 || gtin === undefined || !checkDigitOk(gtin)) return undefined;
  return { gtin, serial: text.slice(14, 21), repaired: false };
}
