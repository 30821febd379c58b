import type { CheckoutKind } from '../domain/tender.ts';
import type { Db } from './database.ts';
import { theOne, run } from './statement.ts';

/** Where the cashier was: kept on disk so that a killed till comes back to the same screen. */
export type Desk = {
  bootId: string | null;
  staffId: string | null;
  selectedLineId: string | null;
  lastLineId: string | null;
  paymentStep: 'choose' | 'cash' | 'payme-go' | CheckoutKind | null;
  doneSaleId: string | null;
};

/** The desk as it was left. */
export function readDesk(db: Db): Desk {
  return theOne<Desk>(
    db,
    `SELECT boot_id AS bootId, staff_id AS staffId, selected_line_id AS selectedLineId, last_line_id AS lastLineId,
       payment_step AS paymentStep, done_sale_id AS doneSaleId FROM desk`,
  );
}

/** Keeps the parts given; the rest stays. */
export function writeDesk(db: Db, part: Partial<Desk>): void {
  const desk = { ...readDesk(db), ...part };
  run(
    db,
    `UPDATE desk SET boot_id = ?, staff_id = ?, selected_line_id = ?, last_line_id = ?, payment_step = ?, done_sale_id = ?`,
    desk.bootId,
    desk.staffId,
    desk.selectedLineId,
    desk.lastLineId,
    desk.paymentStep,
    desk.doneSaleId,
  );
}
