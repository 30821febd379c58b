import { expect, test } from 'vitest';
import { signIn, startRegister } from './register.ts';
import { numberOn, payExactly, scanGoods, waitForCode } from './shop.ts';
import type { Shop } from './shop.ts';
import { bread, openStreet, tea } from './street.ts';

/** A register with 100 000 sums in the drawer. */
async function shopWithFloat(): Promise<Shop> {
  const street = await openStreet();
  const register = await startRegister(street);
  await signIn(register);
  await register.id('float').waitFor();
  await register.page.keyboard.type('100000', { delay: 100 });
  await register.press('Enter');
  await register.id('pay').waitFor();
  return { ...street, ...register };
}

test('a shift goes from its float over the X report to a counted Z report', async () => {
  const shop = await shopWithFloat();
  await scanGoods(shop, tea);
  await payExactly(shop);
  await scanGoods(shop, bread);
  await waitForCode(shop);
  await shop.scanner.scan(shop.box.issueCode());
  await shop.shows('confirm-state', 'state', 'done');
  await shop.press('F10');
  await shop.shows('x-report', 'sales', '2');
  expect(await numberOn(shop, 'x-report', 'total')).toBe(3_550_000);
  expect(await numberOn(shop, 'x-report', 'expected')).toBe(13_150_000);
  await shop.page.keyboard.type('131500', { delay: 100 });
  await shop.press('Enter');
  await shop.shows('z-report', 'sales', '2');
  expect(await numberOn(shop, 'z-report', 'total')).toBe(3_550_000);
  await expect.poll(() => shop.box.ledger.zReports.length, { timeout: 10_000 }).toBe(1);
  expect(shop.box.ledger.zReports[0]?.receipts).toHaveLength(2);
  await shop.press('Escape');
  await shop.id('open-shift').waitFor();
});

test('a shift is not closed over a sale that lies on the counter', async () => {
  const shop = await shopWithFloat();
  await scanGoods(shop, tea);
  await shop.press('F10');
  await shop.id('counted').waitFor();
  await shop.page.keyboard.type('100000', { delay: 100 });
  await shop.press('Enter');
  await shop.shows('message', 'code', 'shift-has-open-sale');
  await shop.press('Escape');
  await shop.shows('cart-line', 'code', tea);
});
