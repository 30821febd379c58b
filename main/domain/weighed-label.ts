import { assertNever } from './assert-never.ts';
import { checkDigitOk } from './gtin.ts';
import { thousandths, tiyin } from './money.ts';
import type { Thousandths, Tiyin } from './money.ts';

/**
 * How a shop's scales print EAN-13 labels: prefix, goods number (PLU), value, check digit. GS1 leaves prefixes 02 and
 * 20-29 to each shop, so this is a setting. `divisor` turns the printed value into kilograms, sums or pieces:
 * grams with 1000, tiyin with 100, whole sums or pieces with 1.
 */
export type WeighedTemplate = {
  prefix: string;
  pluLength: number;
  value: 'weight' | 'price' | 'count';
  divisor: number;
};

/** What the label says besides the goods: a quantity, or the price of the whole piece. */
export type LabelValue = { of: 'weight' | 'count'; quantity: Thousandths } | { of: 'price'; amount: Tiyin };

/** `plu` as printed, leading zeros kept: try `pluForms` when looking it up. */
export type WeighedLabel = { plu: string; value: LabelValue };

/** The commonest label of scales sold in the region: 21, five digits of PLU, five digits of grams. */
export const commonWeighedTemplates: readonly WeighedTemplate[] = [
  { prefix: '21', pluLength: 5, value: 'weight', divisor: 1000 },
];

const inStorePrefix = /^(02|2\d)/;

/**
 * Reads an in-store label by the first template that fits, or undefined when `text` is no such label: not 13 digits, not
 * an in-store prefix, a wrong check digit, or a value that is zero or no whole thousandth or tiyin.
 */
export function readWeighedLabel(text: string, templates: readonly WeighedTemplate[]): WeighedLabel | undefined {
  if (!/^\d{13}$/.test(text) || !inStorePrefix.test(text) || !checkDigitOk(text)) return undefined;
  const template = templates.find((candidate) => text.startsWith(candidate.prefix));
  if (template === undefined) return undefined;
  const end = template.prefix.length + template.pluLength;
  const value = labelValue(Number(text.slice(end, 12)), template);
  return value && { plu: text.slice(template.prefix.length, end), value };
}

function labelValue(printed: number, template: WeighedTemplate): LabelValue | undefined {
  const perUnit = template.value === 'price' ? 100 : 1000;
  const scaled = (printed * perUnit) / template.divisor;
  if (!Number.isSafeInteger(scaled) || scaled <= 0) return undefined;
  switch (template.value) {
    case 'weight':
    case 'count':
      return { of: template.value, quantity: thousandths(scaled) };
    case 'price':
      return { of: 'price', amount: tiyin(scaled) };
    default:
      return assertNever(template.value);
  }
}

/** The forms under which a catalogue may hold a printed PLU: as printed, then without leading zeros. */
export function pluForms(plu: string): string[] {
  const short = plu.replace(/^0+(?=\d)/, '');
  return short === plu ? [plu] : [plu, short];
}
