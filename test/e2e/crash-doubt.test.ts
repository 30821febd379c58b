import { expect, test } from 'vitest';
import { crashTill, powerCut, signIn, startRegister } from './register.ts';
import { linesShown, openShop, payByCode, scanGoods, showsDoubt, waitForCode } from './shop.ts';
import type { Shop } from './shop.ts';
import { bread, tea } from './street.ts';

/** The register after a power cut, with the same cashier signed in again. */
async function comeBack(shop: Shop): Promise<Shop> {
  await powerCut(shop);
  const again = await startRegister(shop);
  await signIn(again);
  return { ...shop, ...again };
}

/** The customer's code is on its way to the fiscal box, and no answer comes. */
async function chargeInTheAir(shop: Shop) {
  await scanGoods(shop, tea);
  const held = shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'hang', held: 'answer' } }]);
  await payByCode(shop);
  await held.reached;
  return held;
}

test('a till that crashes while a charge is in the air comes back with it in doubt and charges nobody again', async () => {
  const shop = await openShop();
  const held = await chargeInTheAir(shop);
  await shop.shows('payment-state', 'state', 'sending');
  await crashTill(shop);
  await shop.shows('payment-state', 'state', 'in-doubt');
  await showsDoubt(shop, 1, 3_150_000);
  held.release();
  expect(shop.box.ledger.charges).toHaveLength(1);
});

test('a power cut while a charge is in the air leaves it in doubt for the next start', async () => {
  const shop = await openShop();
  const held = await chargeInTheAir(shop);
  const again = await comeBack(shop);
  held.release();
  await again.shows('payment-state', 'state', 'in-doubt');
  await showsDoubt(again, 1, 3_150_000);
  expect(shop.box.ledger.charges).toHaveLength(1);
});

test('a power cut while money is in doubt brings its panel back, and it is asked about until it is found', async () => {
  const shop = await openShop({ payme: 'fbox-and-cashbox' });
  await scanGoods(shop, bread, 2);
  await scanGoods(shop, tea);
  const lines = await linesShown(shop);
  await shop.payme.setCable('out');
  shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'drop-answer-after' } }]);
  await payByCode(shop);
  await shop.shows('payment-state', 'state', 'in-doubt');
  const again = await comeBack(shop);
  await again.shows('payment-state', 'state', 'in-doubt');
  await showsDoubt(again, 1, 3_950_000);
  expect(await linesShown(again)).toEqual(lines);
  await shop.payme.setCable('in');
  await again.shows('done-tender', 'kind', 'payme-go');
  await again.shows('print-state', 'state', 'printed');
  await showsDoubt(again, 0, 0);
  expect(shop.payme.ledger.charges).toHaveLength(1);
  expect(shop.box.ledger.receipts).toHaveLength(1);
});

test('a power cut while a code waits for the line keeps the code, and it is charged once', async () => {
  const shop = await openShop({ payme: 'subscribe' });
  await scanGoods(shop, tea);
  const lines = await linesShown(shop);
  await waitForCode(shop);
  await shop.payme.setCable('out');
  await shop.scanner.scan(shop.payme.issueCode());
  await shop.shows('payment-state', 'state', 'queued');
  const again = await comeBack(shop);
  await again.shows('payment-state', 'state', 'queued');
  await again.shows('queue-count', 'count', '1');
  expect(await linesShown(again)).toEqual(lines);
  await shop.payme.setCable('in');
  await again.shows('done-tender', 'kind', 'payme-go');
  await again.shows('queue-count', 'count', '0');
  expect(shop.payme.ledger.charges).toHaveLength(1);
});
