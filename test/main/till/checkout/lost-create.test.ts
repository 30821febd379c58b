import { describe, expect, test } from 'vitest';
import type { CheckoutKind } from '../../../../main/domain/tender.ts';
import type { Script, WireFault } from '../../../../main/training/wire/faults.ts';
import { peek } from '../rig.ts';
import type { Shop } from '../rig.ts';
import { attemptOf, attemptRows, customerPays, openStreet, referenceOf, said, saleRows } from './street.ts';

/** Kinds whose checkout is made by a call. */
const called = ['uzqr', 'flitt', 'payme-invoice', 'smartpay'] as const satisfies readonly CheckoutKind[];

type Called = (typeof called)[number];

/** The next `times` calls that make a checkout meet `fault`. */
function spoilCreate(shop: Shop, kind: Called, fault: WireFault, times = 1): Script {
  switch (kind) {
    case 'uzqr':
      return shop.box.script([{ on: 'POST /payment/one_qr/create', times, fault }]);
    case 'flitt':
      return shop.others!.flitt.script([{ on: 'checkout/url', times, fault }]);
    case 'smartpay':
      return shop.others!.smartpay.script([{ on: 'sessions.create', times, fault }]);
    case 'payme-invoice':
      return shop.payme.script([{ on: 'receipts.create', times, fault }]);
  }
}

/** Everything of this kind that stands in the provider's book, by the name it is paid by. */
function ordersOf(shop: Shop, kind: Called): string[] {
  switch (kind) {
    case 'uzqr':
      return shop.box.oneQr.book.invoices.filter(({ ended }) => ended === null).map(({ id }) => id);
    case 'flitt':
      return shop
        .others!.flitt.ledger.orders.filter(({ status }) => status === 'created')
        .map((order) => order.orderId);
    case 'smartpay':
      return shop
        .others!.smartpay.ledger.orders.filter((order) => order.status === 'requires_authorization')
        .map(({ id }) => id);
    case 'payme-invoice':
      return shop.payme.ledger.receipts.filter(({ state }) => state === 0).map(({ id }) => id);
  }
}

/** What a customer was ever shown or told of. */
const shownNames = (shop: Shop): string[] =>
  peek<{ name: string }>(
    shop,
    `SELECT provider_payment_id AS name FROM attempt JOIN checkout ON checkout.attempt_id = attempt.id WHERE shown_at IS NOT NULL`,
  ).map(({ name }) => name);

const faults = {
  'its answer is lost': { kind: 'drop-answer-after' },
  'the request is lost': { kind: 'drop-request-before' },
  'its answer breaks off': { kind: 'cut', afterBytes: 40 },
  'an error page comes and it was made': { kind: 'http-status', status: 502, work: 'done' },
  'an error page comes and nothing was made': { kind: 'http-status', status: 500, work: 'none' },
  'its answer is garbage': { kind: 'garbage', work: 'done' },
  'its answer is empty': { kind: 'empty', work: 'done' },
} as const satisfies Record<string, WireFault>;

/** Flitt tells the page of an order once; the others tell it again, or make another one nobody knew of. */
const oneInTheBook: readonly Called[] = ['flitt', 'smartpay'];

/** What pays the sale once the customer has paid what stands. */
async function paidBy(shop: Shop, kind: Called): Promise<string | null | undefined> {
  await customerPays(shop, kind, referenceOf(shop, attemptOf(shop.view())!));
  await shop.pass(500, ({ done }) => done !== null);
  return saleRows(shop)[0]?.paidBy;
}

async function madeAgain(shop: Shop, kind: Called): Promise<string> {
  const { ok } = await shop.call('startCheckout', { kind, ...said[kind] });
  return ok ? 'a second order' : 'refused';
}

describe.each(called)('a checkout of %s', (kind) => {
  test.each(Object.entries(faults))('stands once for its sale when %s', async (_, fault) => {
    const shop = await openStreet();
    spoilCreate(shop, kind, fault);
    await shop.call('startCheckout', { kind, ...said[kind] });
    await shop.pass(500, (view) => ['sending', 'cancelling'].includes(attemptOf(view)?.state ?? ''));
    const attempt = attemptOf(shop.view())!;
    const orders = ordersOf(shop, kind);
    expect(oneInTheBook.includes(kind) ? orders : [orders.at(-1)]).toHaveLength(1);
    expect(shownNames(shop)).toEqual(attempt.state === 'sending' ? orders.slice(-1) : []);
    const next = attempt.state === 'sending' ? await paidBy(shop, kind) : await madeAgain(shop, kind);
    expect(next).toBe(attempt.state === 'sending' ? kind : 'refused');
  });

  test('is made once when its key is pressed twice', async () => {
    const shop = await openStreet();
    const slow = spoilCreate(shop, kind, { kind: 'hang', held: 'answer' });
    await shop.call('startCheckout', { kind, ...said[kind] });
    await slow.reached;
    expect((await shop.call('startCheckout', { kind, ...said[kind] })).ok).toBe(true);
    slow.release();
    await shop.until((view) => attemptOf(view)?.state === 'sending');
    expect(ordersOf(shop, kind)).toHaveLength(1);
    expect(attemptRows(shop)).toHaveLength(1);
  });

  test('that was given up while it was being made is shown to nobody, and closed where that is possible', async () => {
    const shop = await openStreet();
    const slow = spoilCreate(shop, kind, { kind: 'hang', held: 'answer' });
    await shop.call('startCheckout', { kind, ...said[kind] });
    await slow.reached;
    await shop.call('takeCash', { given: 4_000_000 });
    slow.release();
    if (kind !== 'flitt') await shop.pass(100, () => ordersOf(shop, kind).length === 0);
    expect(shownNames(shop)).toEqual([]);
    expect(attemptRows(shop)).toEqual([{ kind, state: 'abandoned', reason: 'other-tender' }]);
    expect(saleRows(shop)).toEqual([{ state: 'completed', paidBy: 'cash' }]);
  });

  test('whose answer meets a till that has stopped is made at the next start, and nothing is said to be broken', async () => {
    const shop = await openStreet();
    const slow = spoilCreate(shop, kind, { kind: 'hang', held: 'answer' });
    await shop.call('startCheckout', { kind, ...said[kind] });
    await slow.reached;
    await shop.stop();
    slow.release();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(shop.log.filter((line) => /"event":"(fault|obligation-failed)"/.test(line))).toEqual([]);
    await shop.start('boot-1');
    await shop.pass(500, (view) => ['sending', 'cancelling'].includes(attemptOf(view)?.state ?? ''));
    expect(oneInTheBook.includes(kind) ? ordersOf(shop, kind).length : 1).toBe(1);
  });

  test('waits while the line is down, and stands once when it is back', async () => {
    const shop = await openStreet();
    const plug = kind === 'uzqr' ? shop.box : kind === 'payme-invoice' ? shop.payme : shop.others![kind];
    await plug.setCable('out');
    await shop.call('startCheckout', { kind, ...said[kind] });
    await shop.until(({ message }) => message?.code === 'checkout-waits-for-line');
    await plug.setCable('in');
    await shop.pass(500, (view) => attemptOf(view)?.state === 'sending');
    expect(ordersOf(shop, kind)).toHaveLength(1);
  });
});
