import { expect, test } from 'vitest';
import { speak } from './look.ts';
import { numberOn, openTenders, payExactly, scanGoods, sharedShop } from './shop.ts';
import { bread, tea } from './street.ts';

const shop = sharedShop();

test('while the register asks whether to give a sale up, no other key does anything', async () => {
  const { press, id } = shop();
  await scanGoods(shop(), tea);
  await press('Shift+Delete');
  await id('void-yes').waitFor();
  await press('F12', 'Delete', 'F5', 'F8');
  await press('Escape');
  await id('void-yes').waitFor({ state: 'detached' });
  expect(await numberOn(shop(), 'total', 'amount')).toBe(3_150_000);
  expect(await id('tender-cash').count()).toBe(0);
  await id('pay').waitFor();
});

test('a sale is given up only after a yes', async () => {
  const { press, id, shows } = shop();
  await scanGoods(shop(), tea);
  await id('void-sale').click();
  await id('void-yes').click();
  await id('cart-line').waitFor({ state: 'detached' });
  await shows('total', 'amount', 0);
  await press('F12');
  await shows('total', 'amount', 0);
});

test('a finger that presses "finish" twice takes the money once', async () => {
  const { id, box, shows } = shop();
  const receipts = box.ledger.receipts.length;
  await scanGoods(shop(), bread);
  await openTenders(shop());
  await id('tender-cash').click();
  await id('finish').dblclick();
  await shows('fiscal-state', 'state', 'registered');
  expect(await id('paid').count()).toBe(1);
  expect(box.ledger.receipts).toHaveLength(receipts + 1);
});

test('three times a code is keyed in as "3 * code"', async () => {
  const { page, press, shows } = shop();
  await page.keyboard.type('3', { delay: 100 });
  await press('NumpadMultiply');
  await shows('multiplier', 'quantity', '3000');
  await shop().scanner.scan(bread);
  await shows('cart-line', 'quantity', '3000');
  await shows('total', 'amount', 1_200_000);
});

test('who has chosen a language goes on with Enter: it does not open the languages again', async () => {
  const { press, id } = shop();
  await scanGoods(shop(), bread);
  await payExactly(shop());
  await speak(shop(), 'ru');
  await press('Enter');
  await id('paid').waitFor({ state: 'detached' });
  await speak(shop(), 'uz');
});

test('a sale put aside is taken back with its lines', async () => {
  const { press, id, shows } = shop();
  await scanGoods(shop(), tea);
  await press('F5');
  await id('cart-line').waitFor({ state: 'detached' });
  await press('F6');
  await id('recall').first().waitFor();
  await press('Enter');
  await shows('cart-line', 'code', tea);
});
