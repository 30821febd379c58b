import { expect, test } from 'vitest';
import { numberOn, openShop, payExactly, scanGoods, sharedShop, waitForCode } from './shop.ts';
import type { Shop } from './shop.ts';
import { bread, tea } from './street.ts';

const shop = sharedShop();

const paymeCalls = ({ box }: Shop): number =>
  box.ledger.requests.filter(({ path }) => path === '/payment/payme').length;

test('without the fiscal box a cash sale is complete and is registered when the box is back', async () => {
  const { box, shows } = shop();
  await scanGoods(shop(), tea);
  await box.setCable('out');
  await payExactly(shop());
  await shows('unsent-fiscal', 'count', '1');
  await shows('line-status', 'state', 'down');
  await shows('fiscal-state', 'state', 'waiting');
  const receipts = box.ledger.receipts.length;
  await box.setCable('in');
  await shows('unsent-fiscal', 'count', '0');
  await shows('fiscal-state', 'state', 'registered');
  await shows('print-state', 'state', 'printed');
  await shows('line-status', 'state', 'up');
  expect(box.ledger.receipts.slice(receipts)).toMatchObject([{ cash: 3_150_000 }]);
});

test('a Payme code scanned while the line is down is charged once when it is back', async () => {
  const { box, scanner, shows } = shop();
  const charges = box.ledger.charges.length;
  await scanGoods(shop(), tea);
  await waitForCode(shop());
  await box.setCable('out');
  await scanner.scan(box.issueCode());
  await shows('payment-state', 'state', 'queued');
  await shows('queue-count', 'count', '1');
  expect(await numberOn(shop(), 'queue-count', 'amount')).toBe(3_150_000);
  await box.setCable('in');
  await shows('done-tender', 'kind', 'payme-go');
  await shows('queue-count', 'count', '0');
  await shows('confirm-state', 'state', 'done');
  expect(box.ledger.charges).toHaveLength(charges + 1);
});

test('a customer whose code waits for the line may pay in cash, and the code is never sent', async () => {
  const { box, scanner, shows, press, id } = shop();
  const calls = paymeCalls(shop());
  await scanGoods(shop(), bread);
  await waitForCode(shop());
  await box.setCable('out');
  await scanner.scan(box.issueCode());
  await shows('payment-state', 'state', 'queued');
  await press('Escape');
  await id('tender-cash').waitFor();
  await press('Enter');
  await shows('done-tender', 'kind', 'cash');
  await box.setCable('in');
  await shows('fiscal-state', 'state', 'registered');
  await shows('queue-count', 'count', '0');
  expect(paymeCalls(shop())).toBe(calls);
});

test('a refused receipt is told and the next sale is registered', async () => {
  const { box, shows } = shop();
  box.script([{ on: 'POST /order/create', fault: { kind: 'refuse', code: 401, message: 'IKPU' } }]);
  await scanGoods(shop(), bread);
  await payExactly(shop());
  await shows('fiscal-state', 'state', 'refused');
  await scanGoods(shop(), tea);
  await payExactly(shop());
  await shows('fiscal-state', 'state', 'registered');
});

test('a code that outlives the line is never sent', async () => {
  const own = await openShop({ codeLifetimeSeconds: 3 });
  await scanGoods(own, tea);
  await waitForCode(own);
  await own.box.setCable('out');
  await own.scanner.scan(own.box.issueCode());
  await own.shows('payment-state', 'state', 'queued');
  await own.shows('payment-state', 'state', 'expired');
  await own.box.setCable('in');
  await own.press('Enter');
  await own.shows('payment-state', 'state', 'waiting-code');
  await own.scanner.scan(own.box.issueCode());
  await own.shows('done-tender', 'kind', 'payme-go');
  expect(paymeCalls(own)).toBe(1);
});
