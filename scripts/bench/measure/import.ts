import { join } from 'node:path';
import { importItems } from '../../../main/store/catalogue/import-items.ts';
import { openDatabase } from '../../../main/store/database.ts';
import type { Db } from '../../../main/store/database.ts';
import { readCatalogue } from '../../../main/till/provision/catalogue-csv.ts';
import { terminal } from '../../terminal.ts';
import type { Measured } from '../report.ts';
import type { Shop } from '../shop.ts';

/** Reads the shop's catalogue file and writes it into an empty database, then once more over itself, as a price list comes. */
export function imports({ dir, catalogue }: Shop): Measured[] {
  const opened = openDatabase(join(dir, 'import.db'));
  if (!opened.ok) throw new Error(opened.fault.detail);
  const { db } = opened;
  const began = performance.now();
  const { items, faults } = readCatalogue(catalogue);
  if (faults.length > 0) throw new Error(`the bench's own catalogue has faults: ${JSON.stringify(faults[0])}`);
  const read = performance.now() - began;
  const first = write(db, items);
  const again = write(db, items);
  db.close();
  return [
    row('import of the catalogue, CSV file to database', read + first),
    row('import of the catalogue, importItems alone', first),
    row('import of the catalogue over itself', again),
  ];
}

function write(db: Db, items: Parameters<typeof importItems>[1]): number {
  const began = performance.now();
  importItems(db, items, { onProgress: (done, total) => terminal.progress(`  ${done} of ${total} goods written`) });
  return performance.now() - began;
}

function row(name: string, ms: number): Measured {
  return { name, samples: [ms], unit: 'ms', budget: 40_000, floor: 'fsynced-insert' };
}
