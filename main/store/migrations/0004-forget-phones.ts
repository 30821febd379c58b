import type { Migration } from '../migrate.ts';

/** An invoice whose attempt has ended is sent to nobody any more. */
const invoices = `
  UPDATE checkout SET phone = NULL WHERE phone IS NOT NULL AND attempt_id IN
    (SELECT id FROM attempt WHERE state IN ('paid', 'declined', 'expired', 'abandoned', 'returned', 'closed-by-manager'));`;

/** The payer's phone goes to the fiscal box with the sale's document and nowhere else: it is needed until that is registered. */
const payers = `
  UPDATE attempt SET client_phone = NULL WHERE client_phone IS NOT NULL AND
    (state IN ('declined', 'expired', 'abandoned', 'returned') OR verdict IN ('not-taken', 'given-back') OR sale_id IN
      (SELECT sale_id FROM fiscal_document WHERE operation = 'sale' AND state = 'registered'));
  CREATE TRIGGER registered_sale_forgets_its_payer AFTER UPDATE OF state ON fiscal_document
    WHEN new.state = 'registered' AND new.operation = 'sale'
    BEGIN UPDATE attempt SET client_phone = NULL WHERE sale_id = new.sale_id AND client_phone IS NOT NULL; END;`;

/** Customers' phones go as soon as nothing needs them; what older versions kept goes now. */
export const forgetPhones: Migration = {
  version: 4,
  name: '0004-forget-phones',
  up: (db) => void db.exec([invoices, payers].join('\n')),
};
