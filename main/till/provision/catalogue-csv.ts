import { CsvError, parse } from 'csv-parse/sync';
import { normaliseCode } from '../../domain/gtin.ts';
import type { ItemRow } from '../../domain/item.ts';
import { readHeader, withoutEmptyTail } from './catalogue-columns.ts';
import type { CatalogueHeader } from './catalogue-columns.ts';
import { readRow } from './catalogue-row.ts';
import type { ReadRow } from './catalogue-row.ts';
import type { CatalogueFault } from './faults.ts';

/** The good rows in their order, every bad row named by its line, and warnings about rows that can be sold all the same. */
export type CatalogueFile = { items: ItemRow[]; faults: CatalogueFault[]; warnings: CatalogueFault[] };

/** Whether one bad row keeps the whole file out, or only itself: the caller's choice. */
export type BadRows = 'all-or-nothing' | 'good-rows';

type Line = { cells: string[]; line: number };

/**
 * Reads a catalogue file (design: header `code;name;price;...`, ";" between cells, several codes joined by "|", price in
 * tiyin). A byte-order mark, CRLF, empty lines and columns in another order do not matter. Rows with faults are left out
 * of `items`; of two rows with one code the first stays. A wrong header leaves no rows at all.
 */
export function readCatalogue(text: string): CatalogueFile {
  const { lines, faults } = split(text);
  const [first, ...rest] = lines;
  if (first === undefined) return { items: [], faults: [...faults, fault(1, 'empty-catalogue')], warnings: [] };
  const header = readHeader(first.cells, first.line);
  if (header.faults.length > 0) return { items: [], faults: header.faults, warnings: [] };
  const empty = rest.length === 0 && faults.length === 0 ? [fault(first.line, 'empty-catalogue')] : [];
  const read = readRows(rest, header);
  return { ...read, faults: [...read.faults, ...faults, ...empty] };
}

function readRows(lines: readonly Line[], header: CatalogueHeader): CatalogueFile {
  const file: CatalogueFile = { items: [], faults: [], warnings: [] };
  const seen = new Map<string, number>();
  for (const line of lines) {
    const row = readLine(line, header);
    const repeated = row.item ? repeatedCodes(row.item, line.line, seen) : [];
    if (row.item && repeated.length === 0) file.items.push(row.item);
    file.faults.push(...row.faults, ...repeated);
    file.warnings.push(...row.warnings);
  }
  return file;
}

function readLine({ cells, line }: Line, header: CatalogueHeader): ReadRow {
  const found = withoutEmptyTail(cells).length;
  if (found > header.width || cells.length < header.width) {
    const facts = { expected: header.width, found: Math.min(found, cells.length) };
    return { item: undefined, faults: [{ line, column: '', code: 'column-count', facts }], warnings: [] };
  }
  return readRow((column) => cells[header.places.get(column) ?? -1]?.trim() ?? '', line);
}

/** Names codes another line has already; remembers the others as this line's. */
function repeatedCodes(item: ItemRow, line: number, seen: Map<string, number>): CatalogueFault[] {
  const faults: CatalogueFault[] = [];
  const forms = new Map(item.codes.map((code) => [normaliseCode(code), code]));
  for (const [form, code] of forms) {
    const firstLine = seen.get(form);
    if (firstLine !== undefined)
      faults.push({ line, column: 'code', code: 'duplicate-code', facts: { value: code, firstLine } });
  }
  if (faults.length === 0) for (const form of forms.keys()) seen.set(form, line);
  return faults;
}

/** Cells by line; a quote that is never closed swallows the rest of the file and is reported where it was opened. */
function split(text: string): { lines: Line[]; faults: CatalogueFault[] } {
  const lines: Line[] = [];
  let next = 1;
  try {
    parse(text, {
      bom: true,
      delimiter: ';',
      relax_column_count: true,
      relax_quotes: true,
      on_record: (cells: string[], { lines: end }) => {
        const line = next;
        next = end + 1;
        if (cells.some((cell) => cell.trim() !== '')) lines.push({ cells, line });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { lines, faults: [fault(next, 'quote-not-closed')] };
  }
  return { lines, faults: [] };
}

function fault(line: number, code: CatalogueFault['code']): CatalogueFault {
  return { line, column: '', code, facts: {} };
}
