import { describe, expect, test } from 'vitest';
import type { CheckoutKind } from '../../../../main/domain/tender.ts';
import type { Approval, PastSaleView } from '../../../../preload/api.ts';
import { foreignBack } from '../../../../renderer/screens/history/foreign-back.ts';
import { keptOf } from '../checkout/kept.ts';
import {
  attemptOf,
  connectPayme,
  customerPays,
  everyKind,
  openStreet,
  referenceOf,
  showCheckout,
} from '../checkout/street.ts';
import { caller, openListening, showLink } from '../listener/shop.ts';
import { merchantApi } from '../other-side.ts';
import { peek } from '../rig.ts';
import type { Shop } from '../rig.ts';

const aziz = (shop: Shop): Approval => {
  const manager = shop.view().staff.find(({ name }) => name === 'Aziz');
  return { staffId: manager!.id, pin: '2222' };
};

type Sold = { shop: Shop; saleId: string; kept: () => number };

/** Two loaves and a tea sold by a QR of this kind, with receipt and everything; `kept` is what the provider's book says. */
async function soldBy(kind: CheckoutKind): Promise<Sold> {
  const shop = await openStreet();
  await showCheckout(shop, kind);
  return paid(shop, kind);
}

/** The same by a link, in a shop whose provision file was changed. */
async function soldByLink(change: Parameters<typeof openListening>[0]): Promise<Sold> {
  const shop = await openListening(change);
  await showLink(shop);
  await connectPayme(shop);
  return paid(shop, 'payme-link');
}

async function paid(shop: Shop, kind: CheckoutKind): Promise<Sold> {
  const attempt = attemptOf(shop.view())!;
  await customerPays(shop, kind, referenceOf(shop, attempt));
  const view = await shop.pass(500, ({ done }) => done?.print.state === 'printed' && done.confirm !== 'waiting');
  shop.clock.advance(1500);
  const [row] = peek<{ id: string; name: string }>(shop, 'SELECT id, provider_payment_id AS name FROM attempt');
  return { shop, saleId: view.done!.saleId, kept: () => keptOf(shop, kind, row!).kept };
}

async function past(shop: Shop, saleId: string): Promise<PastSaleView> {
  const read = await shop.call('pastSale', { saleId });
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

/** Time passes, also at Payme, which gives the money of a link back only after it has told the shop. */
async function untilBack({ shop, kept }: Sold, left: number): Promise<void> {
  await shop.pass(1000, () => {
    for (const { id, state } of shop.payme.ledger.receipts) if (state === 21) void shop.payme.links.goOn(id);
    const open = peek(shop, `SELECT 1 FROM outbox WHERE state = 'waiting'`);
    return kept() === left && open.length === 0;
  });
}

describe('a sale paid on the customer’s own phone', () => {
  test.each(everyKind)('by %s is given back whole to where it came from, and its history says so', async (kind) => {
    const sold = await soldBy(kind);
    const { shop, saleId } = sold;
    expect((await past(shop, saleId)).mayRefund.whole).toBe(true);
    expect(await shop.call('refundSale', { saleId, approval: aziz(shop) })).toEqual({ ok: true, value: null });
    await untilBack(sold, 0);
    const { refunds, steps, mayRefund } = await past(shop, saleId);
    expect([refunds.length, refunds[0]?.amount, refunds[0]?.fiscal?.state]).toEqual([1, 3_950_000, 'registered']);
    expect(mayRefund).toEqual({ whole: false, parts: false });
    expect(steps.some(({ of, state }) => (of === 'refund-payment' || of === 'attempt') && state === 'returned')).toBe(
      true,
    );
  });

  test.each(['uzqr', 'flitt', 'smartpay'] as const)('by %s is given back in part', async (kind) => {
    const sold = await soldBy(kind);
    const { shop, saleId, kept } = sold;
    const { lines } = await past(shop, saleId);
    const before = kept();
    const tea = lines.find(({ price }) => price === 3_150_000);
    const part = { saleId, lines: [{ lineId: tea!.id, quantity: 1000 }], approval: aziz(shop) };
    expect(await shop.call('refundSale', part)).toEqual({ ok: true, value: null });
    await untilBack(sold, Math.round((before * 800_000) / 3_950_000));
    expect((await past(shop, saleId)).refunds.map(({ amount, payments }) => [amount, payments[0]?.state])).toEqual([
      [3_150_000, 'returned'],
    ]);
  });

  test.each(['payme-link', 'payme-invoice'] as const)(
    'by %s goes back whole only, and the history says so before',
    async (kind) => {
      const { shop, saleId } = await soldBy(kind);
      const { mayRefund, lines } = await past(shop, saleId);
      expect(mayRefund).toEqual({ whole: true, parts: false });
      const part = { saleId, lines: [{ lineId: lines[0]!.id, quantity: 1000 }], approval: aziz(shop) };
      expect(await shop.call('refundSale', part)).toMatchObject({ error: { code: 'refund-parts-not-possible' } });
    },
  );
});

test('whoever gives yen back, or has to look for them at Smartpay, is told how many, before and after', async () => {
  const { shop, saleId } = await soldBy('smartpay');
  await shop.others?.smartpay.setCable('out');
  const before = await past(shop, saleId);
  const tea = before.lines.find(({ price }) => price === 3_150_000);
  const part = { saleId, lines: [{ lineId: tea!.id, quantity: 1000 }], approval: aziz(shop) };
  await shop.call('refundSale', part);
  const open = await shop.call('openItems');
  const item = open.ok && open.value.items.find(({ kind }) => kind === 'refund-payment');
  const { tenders, refunds } = await past(shop, saleId);
  const back = { amount: 383, currency: 'JPY' };
  expect(foreignBack(before, tea!.total)).toEqual([back]);
  expect([item, tenders[0]?.charged, refunds[0]?.payments[0]]).toMatchObject([
    { amount: 3_150_000, charged: back },
    { amount: 480, currency: 'JPY' },
    { charged: back },
  ]);
});

describe('a sale paid by a link', () => {
  test('goes back from here although Payme’s cabinet may not take back what was sold', async () => {
    const sold = await soldByLink({ listener: { merchantApi: { ...merchantApi, cancelAfterSale: 'refuse' } } });
    expect(await sold.shop.call('refundSale', { saleId: sold.saleId, approval: aziz(sold.shop) })).toMatchObject({
      ok: true,
    });
    await untilBack(sold, 0);
  });

  test('that no cashbox of the shop knows is a manager’s, who is told where to return it, and does so', async () => {
    const { shop, saleId } = await soldByLink({
      checkout: { invoice: undefined },
      listener: { merchantApi: { ...merchantApi, cancelAfterSale: 'refuse' } },
    });
    await shop.call('refundSale', { saleId, approval: aziz(shop) });
    await shop.pass(1000, () => peek(shop, 'SELECT 1 FROM attempt WHERE manager_since IS NOT NULL').length === 1);
    const open = await shop.call('openItems');
    expect(open.ok && open.value.items.find(({ kind }) => kind === 'cancelling')).toMatchObject({
      needsPerson: true,
      last: { reason: 'cabinet-only' },
    });
    const [begun] = peek<{ id: string }>(shop, 'SELECT payme_id AS id FROM payme_transaction WHERE state = 2');
    const payme = await caller(shop);
    expect((await payme.rpc('CancelTransaction', { id: begun!.id, reason: 5 })).result.state).toBe(-2);
    expect(peek(shop, 'SELECT state FROM attempt')).toEqual([{ state: 'returned' }]);
  });
});
