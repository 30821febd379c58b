import { expect, test } from 'vitest';
import { startTillProcess } from '../kill/till-process.ts';
import { runProgram } from './program.ts';
import { closeNotice, crashTill, powerCut, signIn, startRegister } from './register.ts';
import { linesShown, openShop, openTenders, payExactly, scanGoods, sharedShop } from './shop.ts';
import { bread, openStreet, tea } from './street.ts';

const shop = sharedShop();

test('a till that crashes in mid-sale is back within three seconds with the lines and the cashier', async () => {
  const { page, id, scanner, shows } = shop();
  await scanGoods(shop(), bread, 2);
  await crashTill(shop());
  const crashed = performance.now();
  await page.locator('[data-screen="restarting"]').waitFor();
  await shows('cart-line', 'quantity', '2000');
  expect(performance.now() - crashed).toBeLessThan(3000);
  expect(await id('pay').isVisible()).toBe(true);
  await scanner.scan(tea);
  await shows('cart-line', 'code', tea);
});

test('a till that crashes while a tender is chosen comes back to that choice', async () => {
  const { page, id } = shop();
  await scanGoods(shop(), tea);
  await openTenders(shop());
  await crashTill(shop());
  await page.locator('[data-screen="restarting"]').waitFor();
  await id('tender-cash').waitFor();
  await payExactly(shop());
});

test('a second start on the same data shows the first window and ends with code 3', async () => {
  const second = await runProgram([`--user-data-dir=${shop().dataDir}`]);
  expect(second).toEqual({
    code: 3,
    said: ['already running with this data folder; its window was brought to the front'],
  });
  await scanGoods(shop(), bread);
});

test('after a power cut the lines are back once the cashier has signed in', async () => {
  const own = await openShop();
  await scanGoods(own, tea);
  await scanGoods(own, bread, 3);
  const lines = await linesShown(own);
  await powerCut(own);
  const again = await startRegister(own);
  expect(await again.id('cart-line').count()).toBe(0);
  await signIn(again);
  await again.shows('total', 'amount', 3_150_000 + 3 * 400_000);
  expect(await linesShown(again)).toEqual(lines);
});

test('a power cut between a cash sale and its receipt registers and prints it once after the next start', async () => {
  const own = await openShop();
  await scanGoods(own, tea);
  const held = own.box.script([{ on: 'POST /order/create', fault: { kind: 'hang', held: 'answer' } }]);
  await payExactly(own);
  await held.reached;
  await powerCut(own);
  held.release();
  const again = await startRegister(own);
  await again.shows('unsent-fiscal', 'count', '0');
  await expect.poll(() => own.printer.jobs.length, { timeout: 10_000 }).toBe(1);
  expect(own.box.ledger.receipts).toHaveLength(1);
});

test('a register whose data another program holds says so, changes nothing, and ends with code 4', async () => {
  const street = await openStreet();
  const other = await startTillProcess(street.dataDir, street.provisionFile);
  const register = await startRegister(street);
  await register.shows('message', 'code', 'data-folder-in-use');
  expect(await closeNotice(register)).toBe(4);
  await other.kill();
});
