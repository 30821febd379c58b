import { fiscalOfRefund, fiscalOfSale, setFiscalState } from '../store/fiscal-documents.ts';
import type { FiscalRow } from '../store/fiscal-documents.ts';
import { refundsOfSale } from '../store/refunds.ts';
import { atomically } from '../store/statement.ts';
import type { Result } from '../../preload/api.ts';
import { ok, refuse } from './context.ts';
import type { Counter, Till } from './context.ts';
import { forgetTries } from './obligations/tries.ts';
import { oweNow } from './owe.ts';
import { audit } from './record.ts';

/**
 * Takes up a parked fiscal document again: a refused one is sent again, for it is proven not to be registered; one in
 * doubt is asked about, and sent again only when the box's own count proves that it never got it. A document that is being
 * worked on anyway becomes due now. None of them overtakes another document that is in doubt.
 */
export function retryFiscal({ till, staff }: Counter, { saleId }: { saleId: string }): Result<null> {
  const row = unregistered(till, saleId) ?? fiscalOfSale(till.db, saleId);
  if (!row) return refuse(till, 'sale-not-found');
  if (row.state === 'registered') return ok(null);
  atomically(till.db, () => {
    if (row.state === 'refused') setFiscalState(till.db, row.id, 'waiting', row.reason);
    oweNow(till, 'fiscal', row.operation === 'sale' ? 'fiscal-sale' : 'fiscal-refund', row.id);
    audit(till, staff.id, 'fiscal-retried', saleId, { state: row.state });
  });
  forgetTries(till, row.id);
  till.memo.message = null;
  till.wake('fiscal');
  return ok(null);
}

/** What the box does not have yet: a sale's own document comes before those of its refunds. */
function unregistered(till: Till, saleId: string): FiscalRow | undefined {
  const ofRefunds = refundsOfSale(till.db, saleId).map(({ id }) => fiscalOfRefund(till.db, id));
  const documents = [fiscalOfSale(till.db, saleId), ...ofRefunds];
  return documents.find((row) => row !== undefined && row.state !== 'registered');
}
