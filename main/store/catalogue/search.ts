import type { Item } from '../../domain/item.ts';
import { prefixForms, typedWords } from '../../domain/search-fold.ts';
import type { Db } from '../database.ts';
import { all } from '../statement.ts';
import { findByCode, findById } from './find.ts';

/** Sorts behind every character a folded name or a code can hold. */
const afterAll = '\u{10FFFF}';

/**
 * Goods for a text typed so far, at most `limit`, best first: digits find codes by their beginning; then names that
 * begin with the text; then names in which every typed word begins some word. Alphabet and apostrophes do not matter
 * (`search-fold.ts`). An empty text finds nothing.
 */
export function search(db: Db, text: string, limit: number): Item[] {
  const found = new Set<number>();
  for (const hits of [codeHits, nameHits, wordHits]) {
    if (found.size >= limit) break;
    for (const id of hits(db, text.trim(), limit)) found.add(id);
  }
  return [...found].slice(0, limit).flatMap((id) => findById(db, id) ?? []);
}

function codeHits(db: Db, text: string, limit: number): number[] {
  if (!/^\d+$/.test(text)) return [];
  const sql = 'SELECT item_id AS id FROM item_code WHERE printed >= ? AND printed < ? ORDER BY printed LIMIT ?';
  return [findByCode(db, text)?.id ?? [], ids(db, sql, text, text + afterAll, limit)].flat();
}

function nameHits(db: Db, text: string, limit: number): number[] {
  const sql = 'SELECT id FROM item WHERE folded >= ? AND folded < ? ORDER BY folded, id LIMIT ?';
  return prefixForms(text).flatMap((form) => ids(db, sql, form, form + afterAll, limit));
}

function wordHits(db: Db, text: string, limit: number): number[] {
  const sql = 'SELECT rowid AS id FROM item_words WHERE item_words MATCH ? ORDER BY rowid LIMIT ?';
  const query = matchQuery(text);
  return query === '' ? [] : ids(db, sql, query, limit);
}

/** The full-text query in which every typed word must begin some word of the name. */
function matchQuery(text: string): string {
  const words = typedWords(text).map((forms) => forms.map((form) => `"${form}"*`).join(' OR '));
  return words.map((word) => `(${word})`).join(' AND ');
}

function ids(db: Db, sql: string, ...args: (string | number)[]): number[] {
  return all<{ id: number }>(db, sql, ...args).map(({ id }) => id);
}
