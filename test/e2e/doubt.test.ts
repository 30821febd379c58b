import { expect, test } from 'vitest';
import { crashTill, powerCut, signIn, startRegister } from './register.ts';
import { openShop, payExactly, scanGoods, waitForCode } from './shop.ts';
import type { Shop } from './shop.ts';
import { bread, tea } from './street.ts';

/** A customer was charged, but the answer never reached the register. */
async function chargeInDoubt(shop: Shop): Promise<void> {
  await scanGoods(shop, tea);
  await waitForCode(shop);
  shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'drop-answer-after' } }]);
  await shop.scanner.scan(shop.box.issueCode());
  await shop.shows('payment-state', 'state', 'in-doubt');
}

async function showsOneDoubt(shop: Pick<Shop, 'shows'>): Promise<void> {
  await shop.shows('in-doubt-count', 'count', '1');
  await shop.shows('in-doubt-count', 'amount', '3150000');
}

test('money in doubt is put aside, the next customer is served, and nobody is charged twice', async () => {
  const shop = await openShop();
  await chargeInDoubt(shop);
  await showsOneDoubt(shop);
  await shop.shows('message', 'code', 'payment-in-doubt');
  await shop.press('Escape');
  expect(await shop.id('tender-cash').count()).toBe(0);
  await shop.press('F5');
  await shop.id('cart-line').waitFor({ state: 'detached' });
  await scanGoods(shop, bread);
  await payExactly(shop);
  await shop.shows('fiscal-state', 'state', 'registered');
  await showsOneDoubt(shop);
  expect(shop.box.ledger.charges).toHaveLength(1);
});

test('a code scanned for a sale in doubt is refused', async () => {
  const shop = await openShop();
  await chargeInDoubt(shop);
  await shop.scanner.scan(shop.box.issueCode());
  await shop.shows('message', 'code', 'code-not-needed');
  expect(shop.box.ledger.charges).toHaveLength(1);
});

test('a till that crashes while a charge is in the air comes back with it in doubt and charges nobody again', async () => {
  const shop = await openShop();
  await scanGoods(shop, tea);
  await waitForCode(shop);
  const held = shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'hang', held: 'answer' } }]);
  await shop.scanner.scan(shop.box.issueCode());
  await held.reached;
  await shop.shows('payment-state', 'state', 'sending');
  await crashTill(shop);
  await shop.shows('payment-state', 'state', 'in-doubt');
  await showsOneDoubt(shop);
  held.release();
  expect(shop.box.ledger.charges).toHaveLength(1);
});

test('a power cut while a charge is in the air leaves it in doubt for the next start', async () => {
  const shop = await openShop();
  await scanGoods(shop, tea);
  await waitForCode(shop);
  const held = shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'hang', held: 'answer' } }]);
  await shop.scanner.scan(shop.box.issueCode());
  await held.reached;
  await powerCut(shop);
  held.release();
  const again = await startRegister(shop);
  await showsOneDoubt(again);
  await signIn(again);
  await again.shows('payment-state', 'state', 'in-doubt');
  expect(shop.box.ledger.charges).toHaveLength(1);
});
