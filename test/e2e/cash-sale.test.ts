import { expect, test } from 'vitest';
import { numberOn, openTenders, payExactly, scanGoods, sharedShop } from './shop.ts';
import { bread, tea } from './street.ts';

const shop = sharedShop();

test('a cash sale is made without touching the screen', async () => {
  const { page, press, shows, id, box, printer } = shop();
  const receipts = box.ledger.receipts.length;
  const pulses = printer.pulses.length;
  await scanGoods(shop(), tea);
  await openTenders(shop());
  await press('F1');
  await id('cash-given').waitFor();
  await page.keyboard.type('50000', { delay: 100 });
  await shows('change', 'amount', 1_850_000);
  await press('Enter');
  await shows('done-tender', 'kind', 'cash');
  await shows('change', 'amount', 1_850_000);
  await shows('print-state', 'state', 'printed');
  expect(box.ledger.receipts.slice(receipts)).toMatchObject([{ operation: 'sale', cash: 3_150_000, card: 0 }]);
  expect(printer.pulses.slice(pulses)).toEqual([2]);
});

test('a cash sale is made without touching the keyboard', async () => {
  const { page, shows, id, box } = shop();
  const receipts = box.ledger.receipts.length;
  await scanGoods(shop(), bread, 2);
  await id('pay').click();
  await id('tender-cash').click();
  await page.locator('[data-testid="note"][data-amount="1000000"]').click();
  await shows('change', 'amount', 200_000);
  await id('finish').click();
  await id('paid').waitFor();
  await shows('fiscal-state', 'state', 'registered');
  expect(box.ledger.receipts.slice(receipts)).toMatchObject([{ cash: 800_000 }]);
});

test('the exact sum needs one key', async () => {
  const { press, shows } = shop();
  await scanGoods(shop(), bread);
  await openTenders(shop());
  await press('Enter');
  await shows('done-tender', 'amount', 400_000);
  expect(await numberOn(shop(), 'change', 'amount')).toBe(0);
});

test('less cash than is due finishes nothing', async () => {
  const { page, press, shows, id } = shop();
  await scanGoods(shop(), tea);
  await openTenders(shop());
  await press('F1');
  await id('cash-given').waitFor();
  await page.keyboard.type('30000', { delay: 100 });
  await shows('missing', 'amount', 150_000);
  await press('Enter');
  await shows('message', 'code', 'cash-not-enough');
  expect(await id('paid').count()).toBe(0);
  expect(await id('cash-given').count()).toBe(1);
});

test('goods are found by a part of their name and sold', async () => {
  const { press, page, shows, id } = shop();
  await press('F2');
  await id('search').waitFor();
  await page.keyboard.type('чой', { delay: 100 });
  await shows('hit', 'code', tea);
  await press('Enter');
  await shows('cart-line', 'code', tea);
  await shows('total', 'amount', 3_150_000);
});

test('a quantity is set, lessened and taken back to nothing', async () => {
  const { press, page, shows, id } = shop();
  await scanGoods(shop(), bread);
  await page.keyboard.type('3', { delay: 100 });
  await press('F3');
  await shows('cart-line', 'quantity', 3000);
  await press('NumpadSubtract');
  await shows('cart-line', 'quantity', 2000);
  await press('Delete');
  await id('cart-line').waitFor({ state: 'detached' });
  await shows('total', 'amount', 0);
});

test('after a sale the next customer is one press away', async () => {
  const { id, press } = shop();
  await scanGoods(shop(), bread);
  await payExactly(shop());
  await press('Enter');
  await id('pay').waitFor();
});
