import { catalogueSchema } from '../catalogue/schema.ts';
import type { Migration } from '../migrate.ts';
import { attempts } from './0001-first-sale/attempts.ts';
import { documents } from './0001-first-sale/documents.ts';
import { journal } from './0001-first-sale/journal.ts';
import { people } from './0001-first-sale/people.ts';
import { sales } from './0001-first-sale/sales.ts';

/** Everything the first sale needs, from the catalogue to the hash-chained journal. */
export const firstSale: Migration = {
  version: 1,
  name: '0001-first-sale',
  up: (db) => {
    db.pragma(`application_id = ${0x4b535341}`);
    db.exec([people, catalogueSchema, sales, attempts, documents, journal].join('\n'));
  },
};
