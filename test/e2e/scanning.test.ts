import { expect, test } from 'vitest';
import { numberOn, openTenders, scanGoods, sharedShop } from './shop.ts';
import { bread, tea } from './street.ts';
import { wedge } from './wedge.ts';

const shop = sharedShop();

const twentyScans = Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? bread : tea));

test('twenty scans in two seconds are all counted', async () => {
  const { scanner, shows, id } = shop();
  await scanner.scan(...twentyScans);
  await shows('total', 'amount', 10 * 400_000 + 10 * 3_150_000);
  expect(await id('cart-line').count()).toBe(20);
});

test('twenty scans of a keyboard scanner are all counted', async () => {
  const { shows, id } = shop();
  await wedge(shop(), ...twentyScans);
  await shows('total', 'amount', 10 * 400_000 + 10 * 3_150_000);
  expect(await id('cart-line').count()).toBe(20);
});

test('a scan while the search field has the focus counts and leaves nothing in the field', async () => {
  const { press, id, shows } = shop();
  await press('F2');
  await id('search').waitFor();
  await wedge(shop(), bread);
  await shows('cart-line', 'code', bread);
  expect(await id('search').inputValue()).toBe('');
});

test('the Enter of a scan presses no button, not even the one that has the focus', async () => {
  const { id, shows } = shop();
  await scanGoods(shop(), tea);
  await id('void-sale').focus();
  await wedge(shop(), bread);
  await shows('cart-line', 'code', bread);
  expect(await id('void-yes').count()).toBe(0);
  expect(await id('cart-line').count()).toBe(2);
});

test('goods scanned while the tender is chosen finish nothing', async () => {
  const { id, shows } = shop();
  await scanGoods(shop(), tea);
  await openTenders(shop());
  await wedge(shop(), bread);
  await shows('message', 'code', 'code-is-goods');
  expect(await id('paid').count()).toBe(0);
  expect(await numberOn(shop(), 'total', 'amount')).toBe(3_150_000);
});

test('a scan while cash is counted does not become the sum given', async () => {
  const { press, id, shows } = shop();
  await scanGoods(shop(), tea);
  await openTenders(shop());
  await press('F1');
  await id('cash-given').waitFor();
  await wedge(shop(), bread);
  await shows('message', 'code', 'code-is-goods');
  expect(await id('cash-given').inputValue()).toBe('');
  expect(await id('paid').count()).toBe(0);
});

test('a code nobody knows is said and adds nothing', async () => {
  const { scanner, shows, id } = shop();
  await scanner.scan('4780000000007');
  await shows('message', 'code', 'code-unknown');
  expect(await id('cart-line').count()).toBe(0);
});

test('a code with a wrong check digit is called misread', async () => {
  const { scanner, shows, id } = shop();
  await scanner.scan('4780000000015');
  await shows('message', 'code', 'code-check-digit');
  expect(await id('cart-line').count()).toBe(0);
});

test('a customer’s code without goods charges nobody', async () => {
  const { scanner, shows, box } = shop();
  const charges = box.ledger.charges.length;
  await scanner.scan(box.issueCode());
  await shows('message', 'code', 'code-is-wallet');
  expect(box.ledger.charges).toHaveLength(charges);
});

test('a scanner pulled out is told, and sells again when it is plugged in', async () => {
  const { scanner, id, page } = shop();
  await scanner.unplug();
  await id('scanner-trouble').waitFor();
  await scanner.plugIn();
  await id('scanner-trouble').waitFor({ state: 'detached' });
  await scanGoods(shop(), bread);
  expect(await page.getByTestId('cart-line').count()).toBe(1);
});
