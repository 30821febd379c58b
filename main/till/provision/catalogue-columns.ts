import type { CatalogueFault } from './faults.ts';

/** The columns of a catalogue file, in the order they are documented. */
export const catalogueColumns = [
  'code',
  'name',
  'price',
  'unit',
  'vat_percent',
  'ikpu',
  'package_code',
  'unit_code',
  'weighed',
  'marked',
  'group',
  'min_age',
  'cashless_only',
] as const;

export type CatalogueColumn = (typeof catalogueColumns)[number];

/** Columns without which goods cannot be sold lawfully; the others may be left out and then count as empty. */
const needed: readonly CatalogueColumn[] = ['code', 'name', 'price', 'unit', 'vat_percent', 'ikpu', 'package_code'];

/** Where each column stands in a row, and what is wrong with the header in line `line`. */
export type CatalogueHeader = { places: ReadonlyMap<CatalogueColumn, number>; width: number; faults: CatalogueFault[] };

/** Reads the header; names are taken without regard to case and spaces around them. */
export function readHeader(cells: readonly string[], line: number): CatalogueHeader {
  const names = withoutEmptyTail(cells.map((cell) => cell.trim().toLowerCase()));
  const places = new Map<CatalogueColumn, number>();
  const faults: CatalogueFault[] = [];
  for (const [at, name] of names.entries()) {
    const column = catalogueColumns.find((known) => known === name);
    if (column === undefined) faults.push({ line, column: name, code: 'unknown-column', facts: { place: at + 1 } });
    else if (places.has(column)) faults.push({ line, column, code: 'duplicate-column', facts: { place: at + 1 } });
    else places.set(column, at);
  }
  for (const column of needed.filter((name) => !places.has(name))) {
    faults.push({ line, column, code: 'missing-column', facts: {} });
  }
  return { places, width: names.length, faults };
}

/** Spreadsheets like to end every line with separators: empty cells at the end count as absent. */
export function withoutEmptyTail(cells: readonly string[]): string[] {
  const end = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(0, end + 1);
}
