import type { CheckoutKind } from '../../../../main/domain/tender.ts';
import type { AttemptView, TillView } from '../../../../preload/api.ts';
import { merchantApi } from '../other-side.ts';
import { openPayment, peek } from '../rig.ts';
import type { Shop } from '../rig.ts';

/** Every checkout whose customer this street can play. */
export const everyKind: readonly CheckoutKind[] = ['uzqr', 'payme-link', 'flitt', 'payme-invoice', 'smartpay'];

/** What the cashier says for a kind, beside its name: a phone, or the yen the customer agreed to. */
export const said: Record<CheckoutKind, { phone?: string; charged?: number }> = {
  uzqr: {},
  'payme-link': {},
  flitt: {},
  'payme-invoice': { phone: '+998 90 123 45 67' },
  smartpay: { charged: 480 },
};

/** A shop with every checkout, 39 500 sums on the counter and the payment panel open; Payme knows where to call. */
export async function openStreet(): Promise<Shop> {
  const shop = await openPayment({ checkouts: true, payme: 'fbox-and-cashbox' });
  await connectPayme(shop);
  return shop;
}

/** Payme learns where this till's listener is; a till started anew has another port. */
export async function connectPayme(shop: Shop): Promise<void> {
  shop.payme.setMerchant({ url: `http://127.0.0.1:${await listenerPort(shop)}/payme`, ...merchantApi });
}

/** Where the till's listener is. */
export async function listenerPort(shop: Shop): Promise<number> {
  for (;;) {
    const callers = await shop.call('callers');
    if (callers.ok && callers.value.state === 'listening') return callers.value.port ?? 0;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** The attempt on the counter. */
export const attemptOf = (view: TillView): AttemptView | null => view.payment?.attempt ?? null;

/** A checkout of this kind stands before the customer. */
export async function showCheckout(shop: Shop, kind: CheckoutKind): Promise<AttemptView> {
  const started = await shop.call('startCheckout', { kind, ...said[kind] });
  if (!started.ok) throw new Error(started.error.code);
  const view = await shop.until((now) => attemptOf(now)?.state === 'sending');
  return attemptOf(view)!;
}

/** What the customer's phone reads: the QR, or the invoice in the message. */
export function referenceOf(shop: Shop, attempt: AttemptView): string {
  const [row] = peek<{ name: string }>(
    shop,
    `SELECT provider_payment_id AS name FROM attempt WHERE id = '${attempt.id}'`,
  );
  return attempt.checkout?.qr ?? row?.name ?? '';
}

/** The customer pays, whatever the till knows of it. */
export async function customerPays(shop: Shop, kind: CheckoutKind, reference: string): Promise<unknown> {
  switch (kind) {
    case 'uzqr':
      return shop.box.oneQr.pay(reference);
    case 'payme-link':
    case 'payme-invoice':
      return shop.payme.pay(reference);
    case 'flitt':
      return shop.others?.flitt.pay(reference);
    case 'smartpay':
      return shop.others?.smartpay.pay(reference);
  }
}

/** How the attempts of the shop ended, oldest first. */
export function attemptRows(shop: Shop): { kind: string; state: string; reason: string | null }[] {
  return peek(shop, 'SELECT kind, state, reason FROM attempt ORDER BY created_at, id');
}

/** How the sales of the shop ended and what paid them. */
export function saleRows(shop: Shop): { state: string; paidBy: string | null }[] {
  return peek(
    shop,
    `SELECT sale.state, tender.kind AS paidBy FROM sale LEFT JOIN tender ON tender.sale_id = sale.id ORDER BY number`,
  );
}
