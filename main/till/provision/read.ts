import { dirname, resolve } from 'node:path';
import type { ItemRow } from '../../domain/item.ts';
import { readCatalogue } from './catalogue-csv.ts';
import { checkoutFaults } from './checkout-faults.ts';
import type { BadRows } from './catalogue-csv.ts';
import { decode } from './decode.ts';
import type { CatalogueFault, Fault } from './faults.ts';
import { valueAt } from './json-path.ts';
import { parseJson } from './json-text.ts';
import { notYetFaults } from './not-in-this-version.ts';
import { provisionSchema } from './schema.ts';
import type { Provision } from './schema.ts';
import { shapeFaults } from './shape-faults.ts';
import { staffFaults } from './staff-faults.ts';

/** Where files come from (`readFile` rejects with `code: 'ENOENT'` for a missing one) and what a bad row does. */
export type ReadOptions = { readFile: (path: string) => Promise<Uint8Array>; badRows?: BadRows | undefined };

/** A till ready to be set up, with the rows left out under 'good-rows' and what a manager should know; or every fault. */
export type ReadProvision =
  | { ok: true; provision: Provision; items: ItemRow[]; leftOut: Fault[]; warnings: Fault[] }
  | { ok: false; faults: Fault[] };

/** Reads a provision file and the catalogue beside it, naming every fault of both at once; writes nothing. */
export async function readProvision(filePath: string, options: ReadOptions): Promise<ReadProvision> {
  const file = await readText(filePath, 'file', options);
  if (!file.ok) return { ok: false, faults: [file.fault] };
  const json = parseJson(file.text);
  if (!json.ok)
    return {
      ok: false,
      faults: [{ where: 'file', code: 'not-json', facts: { line: json.line, column: json.column } }],
    };
  const parsed = provisionSchema.safeParse(json.value);
  const catalogue = await readItems(json.value, filePath, options);
  const faults = [
    ...shapeFaults(parsed.error?.issues ?? [], json.value),
    ...staffFaults(json.value),
    ...checkoutFaults(json.value),
    ...notYetFaults(json.value),
    ...catalogue.faults,
  ];
  if (!parsed.success || faults.length > 0) return { ok: false, faults };
  const { items, leftOut, warnings } = catalogue;
  return { ok: true, provision: parsed.data, items, leftOut, warnings };
}

type Items = { items: ItemRow[]; faults: Fault[]; leftOut: Fault[]; warnings: Fault[] };

const noItems: Items = { items: [], faults: [], leftOut: [], warnings: [] };

async function readItems(raw: unknown, filePath: string, options: ReadOptions): Promise<Items> {
  const name = valueAt(raw, ['catalogue']);
  if (typeof name !== 'string' || name.trim() === '') return noItems;
  const file = await readText(resolve(dirname(filePath), name.trim()), name, options);
  if (!file.ok) return { ...noItems, faults: [file.fault] };
  const read = readCatalogue(file.text);
  const faults = read.faults.map((fault) => inFile(name, fault));
  const warnings = read.warnings.map((fault) => inFile(name, fault));
  const encoding: Fault[] = file.windows1251 ? [{ where: name, code: 'read-as-windows-1251', facts: {} }] : [];
  const kept = options.badRows === 'good-rows' && read.items.length > 0;
  return {
    items: read.items,
    faults: kept ? [] : faults,
    leftOut: kept ? faults : [],
    warnings: [...encoding, ...warnings],
  };
}

function inFile(name: string, { line, column, code, facts }: CatalogueFault): Fault {
  return { where: `${name}:${line}`, code, facts: { line, column, ...facts } };
}

type FileText = { ok: true; text: string; windows1251: boolean } | { ok: false; fault: Fault };

async function readText(path: string, where: string, { readFile }: ReadOptions): Promise<FileText> {
  try {
    return { ok: true, ...decode(await readFile(path)) };
  } catch (error) {
    const missing = valueAt(error, ['code']) === 'ENOENT';
    return { ok: false, fault: { where, code: missing ? 'file-missing' : 'file-unreadable', facts: { path } } };
  }
}
