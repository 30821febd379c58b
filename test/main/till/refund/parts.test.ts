import { describe, expect, test } from 'vitest';
import type { FboxProduct } from '../../../../main/fiscal/fbox/order.ts';
import type { Approval, RefundLines } from '../../../../preload/api.ts';
import { openCounter, openPayment, peek } from '../rig.ts';
import type { Shop } from '../rig.ts';

const aziz = (shop: Shop): Approval => {
  const manager = shop.view().staff.find(({ name }) => name === 'Aziz');
  return { staffId: manager!.id, pin: '2222' };
};
const lineOf = (shop: Shop, name: string): string =>
  peek<{ id: string }>(shop, `SELECT id FROM line WHERE name = '${name}'`)[0]!.id;
const slips = (shop: Shop): { state: string; document: string }[] =>
  peek(shop, `SELECT state, document FROM receipt WHERE document ->> '$.kind' = 'refund' ORDER BY rowid`);

async function paid(shop: Shop, given: number): Promise<string> {
  await shop.call('takeCash', { given });
  const view = await shop.pass(500, ({ done }) => done?.print.state === 'printed');
  shop.clock.advance(1500);
  return view.done!.saleId;
}

/** Gives lines back and waits for the slip. */
async function giveBack(shop: Shop, saleId: string, lines?: RefundLines): Promise<void> {
  const before = slips(shop).length;
  expect(await shop.call('refundSale', { saleId, lines, approval: aziz(shop) })).toEqual({ ok: true, value: null });
  await shop.pass(500, () => slips(shop).length > before && slips(shop).every(({ state }) => state === 'printed'));
  shop.clock.advance(1500);
}

const refundsInBox = ({ box }: Shop): unknown =>
  box.ledger.receipts
    .filter(({ operation }) => operation === 'refund')
    .map(({ cash, card, originalSeq, order }) => ({
      cash,
      card,
      originalSeq,
      lines: (order.products as FboxProduct[]).map(({ name, amount, price, discount, vat }) => ({
        name,
        amount,
        price,
        discount,
        vat,
      })),
    }));

describe('a sale of two loaves and a tea, given back in parts', () => {
  test('has a document and a slip for each part, with only the lines given back', async () => {
    const shop = await openPayment();
    const saleId = await paid(shop, 3_950_000);
    await giveBack(shop, saleId, [{ lineId: lineOf(shop, 'Non'), quantity: 1000 }]);
    expect(shop.view().done?.refund).toEqual({
      fiscal: 'registered',
      money: 'returned',
      amount: 400_000,
      whole: false,
    });
    await giveBack(shop, saleId);
    expect(shop.view().done?.refund).toMatchObject({ amount: 3_950_000, whole: true });
    expect(refundsInBox(shop)).toEqual([
      {
        cash: 400_000,
        card: 0,
        originalSeq: 1,
        lines: [{ name: 'Non', amount: 1000, price: 400_000, discount: 0, vat: 0 }],
      },
      {
        cash: 3_550_000,
        card: 0,
        originalSeq: 1,
        lines: [
          { name: 'Non', amount: 1000, price: 400_000, discount: 0, vat: 0 },
          { name: 'Choy', amount: 1000, price: 3_150_000, discount: 0, vat: 337_500 },
        ],
      },
    ]);
    expect(slips(shop).map(({ document }) => JSON.parse(document) as object)).toMatchObject([
      {
        total: 400_000,
        vat: 0,
        lines: [{ name: 'Non', quantity: 1000 }],
        tenders: [{ kind: 'cash', amount: 400_000 }],
      },
      { total: 3_550_000, vat: 337_500, tenders: [{ kind: 'cash', amount: 3_550_000 }], fiscal: { receiptSeq: '3' } },
    ]);
  });

  test('counts each refund in its shift, and the shift closes on what the drawer holds', async () => {
    const shop = await openPayment();
    const saleId = await paid(shop, 3_950_000);
    await giveBack(shop, saleId, [{ lineId: lineOf(shop, 'Non'), quantity: 1000 }]);
    await giveBack(shop, saleId, [{ lineId: lineOf(shop, 'Choy'), quantity: 1000 }]);
    expect(await shop.call('xReport')).toMatchObject({
      value: { refunds: { count: 2, amount: 3_550_000 }, expectedCash: 20_400_000 },
    });
    expect(await shop.call('closeShift', { counted: 20_400_000 })).toMatchObject({ value: { difference: 0 } });
  });
});

test('a weighed line is given back in parts that add up to what was paid for it', async () => {
  const shop = await openCounter();
  await shop.call('scan', { text: '2100124013332' });
  const sale = shop.view().sale;
  const total = sale?.total ?? 0;
  expect(sale?.lines).toMatchObject([{ name: 'Bodring', quantity: 1333 }]);
  await shop.call('startPayment');
  const saleId = await paid(shop, Math.ceil(total / 100) * 100);
  const lineId = lineOf(shop, 'Bodring');
  for (const quantity of [333, 333, 333]) await giveBack(shop, saleId, [{ lineId, quantity }]);
  await giveBack(shop, saleId);
  const amounts = peek<{ amount: number }>(shop, 'SELECT amount FROM refund ORDER BY rowid').map(
    ({ amount }) => amount,
  );
  expect(amounts.reduce((a, b) => a + b, 0)).toBe(total);
  expect(peek(shop, `SELECT count(*) AS n FROM fiscal_document WHERE state = 'registered'`)).toEqual([{ n: 5 }]);
});

test('a slip that never came out is printed by the key for the last receipt, before any copy', async () => {
  const shop = await openPayment();
  const saleId = await paid(shop, 3_950_000);
  shop.printer.change({ paper: 'out' });
  await shop.call('refundSale', { saleId, approval: aziz(shop) });
  await shop.pass(60_000, () => slips(shop)[0]?.state === 'failed');
  shop.printer.change({ paper: 'ok' });
  expect(await shop.call('reprint', { saleId })).toEqual({ ok: true, value: null });
  expect(slips(shop)).toMatchObject([{ state: 'printed' }]);
  expect(peek(shop, `SELECT count(*) AS n FROM audit WHERE action = 'receipt-copied'`)).toEqual([{ n: 0 }]);
});
