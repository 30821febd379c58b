import type { CheckoutKind } from '../../../../main/domain/tender.ts';
import { refundedOf } from '../../../../main/training/smartpay/book.ts';
import type { Shop } from '../rig.ts';

/** What a provider's own book says of one attempt: how often money was taken, and how much of it the shop still has. */
export type Kept = { taken: number; kept: number };

const sum = (rows: readonly { amount: number }[]): number => rows.reduce((all, { amount }) => all + amount, 0);

/** Reads the book of the provider about an attempt; in tiyin, Smartpay's in yen. `name` is what the provider calls it. */
export function keptOf(shop: Shop, kind: CheckoutKind, attempt: { id: string; name: string }): Kept {
  switch (kind) {
    case 'uzqr': {
      const { payments, refunds } = shop.box.oneQr.book;
      const taken = payments.filter(({ invoiceId }) => invoiceId === attempt.name);
      const back = refunds.filter(({ paymentId, status }) => status === 2 && taken.some(({ id }) => id === paymentId));
      return { taken: taken.length, kept: sum(taken) - sum(back) };
    }
    case 'flitt': {
      const { taken, reversals } = shop.others!.flitt.ledger;
      const own = taken.filter(({ orderId }) => orderId === attempt.id);
      const back = reversals.filter(({ orderId, status }) => orderId === attempt.id && status === 'approved');
      return { taken: own.length, kept: sum(own) - sum(back) };
    }
    case 'smartpay': {
      const book = shop.others!.smartpay.ledger;
      const taken = book.payments.filter(({ orderId }) => orderId === attempt.name);
      return {
        taken: taken.length,
        kept: taken.reduce((all, { id, amount }) => all + amount - refundedOf(book, id), 0),
      };
    }
    case 'payme-link':
    case 'payme-invoice': {
      const { receipts, charges, returns } = shop.payme.ledger;
      const own = new Set(receipts.filter(({ account }) => account['order_id'] === attempt.id).map(({ id }) => id));
      const taken = charges.filter(({ receiptId }) => own.has(receiptId));
      const back = returns.filter(({ receiptId }) => own.has(receiptId));
      return { taken: taken.length - (kind === 'payme-link' ? back.length : 0), kept: sum(taken) - sum(back) };
    }
  }
}
