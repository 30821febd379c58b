import type { BookPage } from './provider.ts';

type Page<Row> = { kind: 'page'; rows: Row[]; more: boolean };

/** Why a book could not be read to its end. */
export type Unread = Exclude<BookPage, { kind: 'page' }>;

/**
 * All rows of a period of a book, page by page: `page` reads the one that begins at `offset`. A payment may stand on two pages
 * when the book grows meanwhile. A book that goes on after `mostPages` is unclear: "not found" may be said only of one that was
 * read to its end, and an endless one would never be put down.
 */
export async function wholeBook<Row>(
  page: (offset: number) => Promise<Page<Row> | Unread>,
  mostPages: number,
): Promise<{ kind: 'read'; rows: Row[] } | Unread> {
  const rows: Row[] = [];
  for (let pages = 0; pages < mostPages; pages += 1) {
    const next = await page(rows.length);
    if (next.kind !== 'page') return next;
    rows.push(...next.rows);
    if (!next.more || next.rows.length === 0) return { kind: 'read', rows };
  }
  return { kind: 'unclear', reason: 'book-too-long', message: '' };
}
