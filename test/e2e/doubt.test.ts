import { expect, test } from 'vitest';
import { type } from './register.ts';
import { openShop, payByCode, payExactly, scanGoods, showsDoubt } from './shop.ts';
import type { Shop } from './shop.ts';
import { bread, tea } from './street.ts';

/** A customer was charged, but the answer never reached the register, and nobody can be asked about it. */
async function chargeInDoubt(shop: Shop): Promise<void> {
  await scanGoods(shop, tea);
  shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'drop-answer-after' } }]);
  await payByCode(shop);
  await shop.shows('payment-state', 'state', 'in-doubt');
}

test('money in doubt is put aside, the next customer is served, and nobody is charged twice', async () => {
  const shop = await openShop();
  await chargeInDoubt(shop);
  await showsDoubt(shop, 1, 3_150_000);
  await shop.shows('message', 'code', 'payment-needs-manager');
  await shop.press('Escape');
  expect(await shop.id('tender-cash').count()).toBe(0);
  await shop.press('F5');
  await shop.id('cart-line').waitFor({ state: 'detached' });
  await scanGoods(shop, bread);
  await payExactly(shop);
  await shop.shows('fiscal-state', 'state', 'registered');
  await showsDoubt(shop, 1, 3_150_000);
  expect(shop.box.ledger.charges).toHaveLength(1);
});

test('a code scanned for a sale in doubt is refused', async () => {
  const shop = await openShop();
  await chargeInDoubt(shop);
  await shop.scanner.scan(shop.box.issueCode());
  await shop.shows('message', 'code', 'code-not-needed');
  expect(shop.box.ledger.charges).toHaveLength(1);
});

/** The manager reads the payment in Payme's cabinet and says that the money is there. */
async function sayTaken({ press, id, shows, ...shop }: Shop, paymentId: string): Promise<void> {
  await press('F11');
  await shows('open-item', 'kind', 'in-doubt');
  await id('open-item-close').click();
  await id('verdict-taken').click();
  await id('close-payment-id').click();
  await type(shop, paymentId);
  await id('close-evidence').click();
  await type(shop, 'Payme kabineti');
  await press('Enter');
  await id('approval-pin').waitFor();
}

test('a manager who knows that the money is there completes the sale on the spot, with a fiscal receipt', async () => {
  const shop = await openShop();
  const { press, id, shows, box } = shop;
  await chargeInDoubt(shop);
  await shows('needs-person', 'count', '1');
  const paymentId = box.ledger.charges[0]?.paymentId ?? '';
  await sayTaken(shop, paymentId);
  await type(shop, '9999');
  await press('Enter');
  await shows('message', 'code', 'pin-wrong');
  await showsDoubt(shop, 1, 3_150_000);
  await type(shop, '2222');
  await press('Enter');
  await shows('done-tender', 'kind', 'payme-go');
  await shows('print-state', 'state', 'printed');
  await shows('confirm-state', 'state', 'done');
  await showsDoubt(shop, 0, 0);
  await id('needs-person').waitFor({ state: 'detached' });
  expect(box.ledger.receipts).toMatchObject([{ operation: 'sale', card: 3_150_000, cash: 0, paymentId }]);
  expect(box.ledger.charges).toHaveLength(1);
});

test('a manager who knows that no money was taken frees the sale for cash', async () => {
  const shop = await openShop();
  const { press, id, shows, box } = shop;
  await scanGoods(shop, tea);
  box.script([{ on: 'POST /payment/payme', fault: { kind: 'garbage', work: 'none' } }]);
  await payByCode(shop);
  await shows('payment-state', 'state', 'in-doubt');
  await id('open-items-from-payment').click();
  await id('open-item-close').click();
  await id('verdict-not-taken').click();
  await id('close-evidence').click();
  await type(shop, 'Payme kabineti');
  await id('close-confirm').click();
  await id('approval-pin').waitFor();
  await type(shop, '2222');
  await press('Enter');
  await id('open-items-empty').waitFor();
  await press('F11');
  await shows('payment-state', 'state', 'closed-by-manager');
  await press('Escape');
  await id('tender-cash').waitFor();
  await press('Enter');
  await shows('done-tender', 'kind', 'cash');
  expect(box.ledger.charges).toEqual([]);
  await waitForNothingOpen(shop);
});

async function waitForNothingOpen(shop: Shop): Promise<void> {
  await showsDoubt(shop, 0, 0);
  await shop.shows('queue-count', 'count', '0');
  await shop.shows('unsent-fiscal', 'count', '0');
}
