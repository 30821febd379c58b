import { checkDigitOk, looksLikeGtin } from '../../domain/gtin.ts';
import type { ItemRow } from '../../domain/item.ts';
import { tiyin } from '../../domain/money.ts';
import type { CatalogueColumn } from './catalogue-columns.ts';
import type { CatalogueFault, CatalogueFaultCode, CatalogueWarningCode } from './faults.ts';

/** One row read: the goods (undefined if the row cannot be sold), why not, and what else a manager should know. */
export type ReadRow = { item: ItemRow | undefined; faults: CatalogueFault[]; warnings: CatalogueFault[] };

type Report = (column: CatalogueColumn, code: CatalogueFaultCode, facts?: CatalogueFault['facts']) => void;
type Warn = (column: CatalogueColumn, code: CatalogueWarningCode, facts?: CatalogueFault['facts']) => void;
type Cell = (column: CatalogueColumn) => string;

/** Reads the row in line `line`; `cell` gives a column's trimmed text, empty where the file has no such column. */
export function readRow(cell: Cell, line: number): ReadRow {
  const faults: CatalogueFault[] = [];
  const warnings: CatalogueFault[] = [];
  const report: Report = (column, code, facts = {}) => faults.push({ line, column, code, facts });
  const warn: Warn = (column, code, facts = {}) => warnings.push({ line, column, code, facts });
  const item = toItem(cell, report, warn);
  return { item: faults.length === 0 ? item : undefined, faults, warnings };
}

function toItem(cell: Cell, report: Report, warn: Warn): ItemRow {
  for (const column of ['name', 'unit'] as const) if (cell(column) === '') report(column, 'empty');
  return {
    name: cell('name'),
    price: price(cell('price'), report, warn),
    unit: cell('unit'),
    unitCode: orNull(cell('unit_code')),
    vatPercent: wholeUpTo(100, cell('vat_percent'), () => report('vat_percent', 'vat-not-percent')),
    ikpu: ikpu(cell('ikpu'), warn),
    packageCode: packageCode(cell('package_code'), warn),
    weighed: yesOrNo(cell, 'weighed', report),
    marked: yesOrNo(cell, 'marked', report),
    group: orNull(cell('group')),
    minAge: wholeUpTo(120, cell('min_age'), () => report('min_age', 'age-not-years')) || null,
    cashlessOnly: yesOrNo(cell, 'cashless_only', report),
    codes: codes(cell('code'), warn),
  };
}

function price(text: string, report: Report, warn: Warn): ItemRow['price'] {
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value)) {
    if (value === 0) warn('price', 'price-zero');
    return tiyin(value);
  }
  report('price', 'price-not-whole-tiyin', { value: text });
  return tiyin(0);
}

/** A whole number from 0 to `most`; an empty cell is null, which for VAT means "without VAT" and not 0. */
function wholeUpTo(most: number, text: string, refuse: () => void): number | null {
  if (text === '') return null;
  const value = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  if (value <= most) return value;
  refuse();
  return null;
}

function yesOrNo(cell: Cell, column: CatalogueColumn, report: Report): boolean {
  const text = cell(column).toLowerCase();
  if (['1', 'yes'].includes(text)) return true;
  if (!['', '0', 'no'].includes(text)) report(column, 'not-yes-or-no', { value: cell(column) });
  return false;
}

/** IKPU stays a string: many begin with zeros, and spreadsheets that made a number of one have lost it. */
function ikpu(text: string, warn: Warn): string | null {
  if (text === '') warn('ikpu', 'ikpu-missing');
  else if (!/^\d{17}$/.test(text)) warn('ikpu', 'ikpu-not-17-digits', { value: text });
  return orNull(text);
}

function packageCode(text: string, warn: Warn): string | null {
  if (text === '') warn('package_code', 'package-code-missing');
  return orNull(text);
}

function codes(text: string, warn: Warn): string[] {
  const all = [...new Set(text.split('|').map((code) => code.trim()))].filter((code) => code !== '');
  for (const code of all) if (looksLikeGtin(code) && !checkDigitOk(code)) warn('code', 'check-digit', { value: code });
  return all;
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
