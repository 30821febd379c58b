import { expect, test } from 'vitest';
import { bread, openCounter, peek } from './rig.ts';
import type { Shop } from './rig.ts';

const sales = 6;
const many = 200;
const ms = (shop: Shop): Promise<unknown> => shop.pass(500, () => true);

/** Cash sales made while the box is out of reach. */
async function sellOffline(count = sales, options: Parameters<typeof openCounter>[0] = {}): Promise<Shop> {
  const shop = await openCounter(options);
  await shop.box.setCable('out');
  for (let n = 0; n < count; n++) {
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

/** Half a second of the shop every two of ours: sockets keep up, and no answer that comes is taken for late. */
async function hurry({ clock }: Shop, over: Promise<unknown>): Promise<void> {
  const ticking = setInterval(() => clock.advance(500), 2);
  await over.finally(() => clearInterval(ticking));
}

/**
 * Puts the cable in and pulls it in the very call after which exactly `k` receipts have arrived, when `k - 1` had: at an odd `k`
 * the till never hears of the last one, at an even one it does, and the next is lost on its way there.
 */
async function dropAfter(shop: Shop, k: number): Promise<void> {
  const heard = k % 2 === 0;
  const create = 'POST /order/create/';
  const fault = { kind: heard ? 'drop-request-before' : 'drop-answer-after' } as const;
  const struck = shop.box.script([{ on: create, nth: heard && k > 0 ? 2 : 1, fault }]);
  await shop.box.setCable('in');
  await hurry(shop, k === many ? shop.until(({ strip }) => strip.unsentFiscal.count === 0) : struck.reached);
  await shop.box.setCable('out');
}

test('a line that drops after every single one of two hundred receipts loses none, doubles none and keeps their order', async () => {
  const shop = await sellOffline(many, { printer: false });
  const arrived: number[] = [];
  for (let k = 0; k <= many; k++) {
    await dropAfter(shop, k);
    arrived.push(shop.box.ledger.receipts.length);
  }
  expect(arrived).toEqual(Array.from({ length: many + 1 }, (_, k) => k));
  const made = peek<{ id: string; state: string }>(
    shop,
    `SELECT fiscal_document.id, fiscal_document.state FROM fiscal_document JOIN sale ON sale.id = sale_id ORDER BY sale.number`,
  );
  expect(shop.box.ledger.receipts.map(({ uuid }) => uuid)).toEqual(made.map(({ id }) => id));
  expect(new Set(made.map(({ id, state }) => `${id} ${state}`)).size).toBe(many);
  expect(registered(shop)).toHaveLength(many);
}, 240_000);

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
