import { isCheckout } from '../domain/tender.ts';
import { liveAttempt } from '../store/attempts.ts';
import { writeDesk } from '../store/desk.ts';
import type { Desk } from '../store/desk.ts';
import { linesOf } from '../store/lines.ts';
import { currentSale, endSale, findSale, setParked } from '../store/sales.ts';
import type { SaleRow } from '../store/sales.ts';
import { openShiftRow } from '../store/shifts.ts';
import { atomically } from '../store/statement.ts';
import type { Result } from '../../preload/api.ts';
import { ok, refuse } from './context.ts';
import type { Counter } from './context.ts';
import { audit, recordSale } from './record.ts';

/** Puts the sale on the counter aside, also while its payment is not certain: the next customer is served. */
export function park({ till, staff }: Counter): Result<null> {
  const sale = currentSale(till.db);
  if (!sale || linesOf(till.db, sale.id).length === 0) return refuse(till, 'sale-empty');
  atomically(till.db, () => {
    setParked(till.db, sale.id, 1);
    writeDesk(till.db, { selectedLineId: null, lastLineId: null, paymentStep: null });
    audit(till, staff.id, 'sale-parked', sale.id, { number: sale.number });
  });
  till.memo.message = null;
  till.memo.nextQuantity = null;
  till.memo.heldCode = null;
  return ok(null);
}

/** Takes a sale back to the counter; a sale already there must be finished or put aside first. */
export function recall({ till, staff }: Counter, arg: { saleId: string }): Result<null> {
  const sale = findSale(till.db, arg.saleId);
  if (!sale || sale.parked === 0) return refuse(till, 'sale-not-found');
  if (!openShiftRow(till.db)) return refuse(till, 'no-shift');
  const current = currentSale(till.db);
  if (current && linesOf(till.db, current.id).length > 0) return refuse(till, 'sale-not-open');
  atomically(till.db, () => {
    if (current) voidEmpty(current);
    setParked(till.db, sale.id, 0);
    writeDesk(till.db, { ...stepOf(sale), doneSaleId: null });
    audit(till, staff.id, 'sale-recalled', sale.id, { number: sale.number });
  });
  return ok(null);

  function voidEmpty(empty: SaleRow): void {
    endSale(till.db, empty.id, { ...empty, state: 'voided', at: till.world.now() });
    recordSale(till, empty.id);
  }

  /** A sale with money in the air comes back to the panel that watches it. */
  function stepOf({ id, state }: SaleRow): Pick<Desk, 'paymentStep'> {
    if (state !== 'tendering') return { paymentStep: null };
    const live = liveAttempt(till.db, id)?.kind;
    return { paymentStep: live === 'payme-go' || (live && isCheckout(live)) ? live : 'choose' };
  }
}
