import { chargedOfSlice, handOut } from '../../../main/domain/hand-out.ts';
import type { Tiyin } from '../../../main/domain/money.ts';
import type { Foreign, PastSaleView } from '../../../preload/api.ts';

/**
 * What of `amount` tiyin more of a sale goes back in other currencies, tender by tender, as the till will share it out
 * (main/till/refund/ways.ts).
 */
export function foreignBack({ sale, tenders }: PastSaleView, amount: Tiyin): NonNullable<Foreign>[] {
  return handOut(tenders, sale.refunded, amount).flatMap((slice) => {
    const { charged } = slice.tender;
    return charged === null ? [] : [{ ...charged, amount: chargedOfSlice(slice, charged.amount) }];
  });
}
