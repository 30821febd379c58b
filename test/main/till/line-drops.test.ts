import { expect, test } from 'vitest';
import { bread, openCounter, peek } from './rig.ts';
import type { Shop } from './rig.ts';

const sales = 6;
const ms = (shop: Shop): Promise<unknown> => shop.pass(500, () => true);

/** Cash sales made while the box is out of reach. */
async function sellOffline(): Promise<Shop> {
  const shop = await openCounter();
  await shop.box.setCable('out');
  for (let n = 0; n < sales; n++) {
    await shop.call('scan', { text: bread });
    await shop.call('startPayment');
    await shop.call('takeCash', { given: 400_000 });
  }
  return shop;
}

const registered = (shop: Shop): string[] =>
  peek<{ uuid: string }>(shop, `SELECT id AS uuid FROM fiscal_document WHERE state = 'registered' ORDER BY id`).map(
    ({ uuid }) => uuid,
  );

test.each(Array.from({ length: sales + 1 }, (_, k) => k))(
  'a line that drops after %i of six receipts loses none, doubles none and keeps their order',
  async (k) => {
    const shop = await sellOffline();
    const offline = await shop.pass(500, ({ strip }) => strip.line === 'down');
    expect(offline.strip.unsentFiscal.count).toBe(sales);
    await shop.box.setCable('in');
    if (k > 0) await shop.pass(500, () => shop.box.ledger.receipts.length >= k);
    await shop.box.setCable('out');
    await ms(shop);
    await shop.box.setCable('in');
    await shop.pass(500, ({ strip }) => strip.unsentFiscal.count === 0);
    expect(shop.box.ledger.receipts.map(({ seq }) => seq)).toEqual(Array.from({ length: sales }, (_, n) => n + 1));
    expect(registered(shop)).toHaveLength(sales);
  },
);

test('five receipts the box refuses among many stand aside with their reasons, and all the others arrive', async () => {
  const shop = await openCounter();
  const refusal = { kind: 'refuse', code: 401, message: 'bad IKPU' } as const;
  await shop.box.setCable('out');
  for (let n = 0; n < 15; n++) {
    await shop.call('scan', { text: bread });
    await shop.call('startPayment');
    await shop.call('takeCash', { given: 400_000 });
  }
  shop.box.script([2, 4, 7, 8, 12].map((nth) => ({ on: 'POST /order/create/', nth, fault: refusal })));
  await shop.box.setCable('in');
  await shop.pass(500, ({ strip }) => shop.box.ledger.receipts.length === 10 && strip.notPrinted.count === 0);
  const open = await shop.call('openItems');
  const items = open.ok ? open.value.items : [];
  expect(items.map(({ kind, last }) => [kind, last?.reason])).toEqual(
    Array.from({ length: 5 }, () => ['fiscal-refused', '401']),
  );
  for (const { saleId } of items) await shop.call('retryFiscal', { saleId: saleId! });
  await shop.pass(500, ({ strip }) => strip.unsentFiscal.count === 0);
  expect(shop.box.ledger.receipts).toHaveLength(15);
});
