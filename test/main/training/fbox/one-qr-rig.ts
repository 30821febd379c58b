import type { Rig } from './rig.ts';

/** What the till asks an invoice for. */
export const invoice = { external_id: '0abc', amount: '100.01' };

/** A fresh invoice of 100.01 sums, unless `changes` say otherwise. */
export async function invoiceIn({ post }: Rig, changes: object = {}): Promise<{ invoice_id: string; qr_text: string }> {
  return (await post('/payment/one_qr/create', { ...invoice, ...changes })).data;
}

/** The payment of a fresh invoice. */
export async function paidIn(rig: Rig): Promise<string> {
  rig.fbox.oneQr.pay((await invoiceIn(rig)).invoice_id);
  return rig.fbox.oneQr.book.payments[0]!.id;
}
