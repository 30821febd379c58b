import Database from 'better-sqlite3';

const open = new Set<Database.Database>();
let room: number | null = null;

/** Lets every database of this process grow by `pages` more pages and no further; null is a disk with room again. */
export function leaveRoom(pages: number | null): void {
  room = pages;
  for (const db of open) if (db.open) limit(db);
}

/** Knows every database from its first pragma or statement on. */
export function watchDisk(): void {
  const pragma = Database.prototype.pragma;
  Database.prototype.pragma = function (source: string, options?: Database.PragmaOptions) {
    const value: unknown = pragma.call(this, source, options);
    if (!open.has(this) && source.startsWith('quick_check')) {
      open.add(this);
      limit(this);
    }
    return value;
  };
}

/** SQLite refuses the page beyond the limit with SQLITE_FULL, exactly as for a full disk. */
function limit(db: Database.Database): void {
  const used = Number(db.prepare('PRAGMA page_count').pluck().get());
  db.prepare(`PRAGMA max_page_count = ${room === null ? 1_073_741_823 : used + room}`)
    .pluck()
    .get();
}
