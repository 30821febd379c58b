import { expect, test } from 'vitest';
import { readCodes } from '../../scripts/read-code.ts';
import { openTenders, scanGoods, sharedShop, waitForCode } from './shop.ts';
import { bread, cheese, tea } from './street.ts';
import { tiyin } from '../../main/domain/money.ts';

const shop = sharedShop();

test('a Payme sale ends with a receipt whose QR is the address the fiscal box returned', async () => {
  const { scanner, box, printer, shows, page, id } = shop();
  await scanGoods(shop(), tea);
  await waitForCode(shop());
  await scanner.scan(box.issueCode());
  await shows('done-tender', 'kind', 'payme-go');
  await shows('fiscal-state', 'state', 'registered');
  await shows('print-state', 'state', 'printed');
  await shows('confirm-state', 'state', 'done');
  const url = box.ledger.receipts.at(-1)?.url ?? 'none';
  await shows('receipt-preview', 'url', url);
  const shown = await id('receipt-preview').getAttribute('src');
  const preview = Buffer.from(shown?.split(',')[1] ?? '', 'base64');
  expect(await readCodes(printer.jobs.at(-1)?.png() ?? new Uint8Array())).toEqual([url]);
  expect(await readCodes(preview)).toEqual([url]);
  expect(await readCodes(await page.screenshot())).toEqual([url]);
});

test('the fiscal box and the wallet hear of a Payme sale once each', async () => {
  const { scanner, box, shows } = shop();
  const before = box.snapshot();
  await scanGoods(shop(), tea);
  await waitForCode(shop());
  const code = box.issueCode();
  await scanner.scan(code);
  await shows('confirm-state', 'state', 'done');
  const charge = box.ledger.charges.at(-1);
  expect(charge).toMatchObject({ code, amount: 3_150_000, kkmId: '00000011', deviceId: '00000011' });
  expect(box.snapshot().charged.count).toBe(before.charged.count + 1);
  expect(box.ledger.receipts.at(-1)).toMatchObject({ card: 3_150_000, cash: 0, paymentId: charge?.paymentId });
  expect(box.ledger.confirms.filter(({ paymentId }) => paymentId === charge?.paymentId)).toHaveLength(1);
});

test('a wallet without enough money is declined and the next code is taken', async () => {
  const { scanner, box, shows, press } = shop();
  const charges = box.ledger.charges.length;
  await scanGoods(shop(), tea);
  await waitForCode(shop());
  await scanner.scan(box.issueCode({ balance: tiyin(100) }));
  await shows('payment-state', 'state', 'declined');
  await shows('message', 'code', 'payment-declined');
  await press('Enter');
  await shows('payment-state', 'state', 'waiting-code');
  await scanner.scan(box.issueCode());
  await shows('done-tender', 'kind', 'payme-go');
  expect(box.ledger.charges).toHaveLength(charges + 1);
});

test('after a declined code the sale is finished in cash', async () => {
  const { scanner, box, shows, press, id } = shop();
  await scanGoods(shop(), tea);
  await waitForCode(shop());
  await scanner.scan(box.issueCode({ balance: tiyin(100) }));
  await shows('payment-state', 'state', 'declined');
  await press('Escape');
  await id('tender-cash').waitFor();
  await press('Enter');
  await shows('done-tender', 'kind', 'cash');
});

test('a code the wallet does not know takes no money', async () => {
  const { scanner, box, shows } = shop();
  const charges = box.ledger.charges.length;
  await scanGoods(shop(), tea);
  await waitForCode(shop());
  await scanner.scan('50512345678901234567');
  await shows('payment-state', 'state', 'declined');
  expect(box.ledger.refusals.at(-1)).toMatchObject({ reason: 'unknown-code' });
  expect(box.ledger.charges).toHaveLength(charges);
});

test('the same code is not sent twice', async () => {
  const { scanner, box, shows } = shop();
  await scanGoods(shop(), tea);
  await waitForCode(shop());
  const code = box.issueCode();
  await scanner.scan(code);
  await shows('done-tender', 'kind', 'payme-go');
  const requests = box.ledger.requests.filter(({ path }) => path === '/payment/payme').length;
  await scanGoods(shop(), bread);
  await waitForCode(shop());
  await scanner.scan(code);
  await shows('message', 'code', 'code-used-before');
  expect(box.ledger.requests.filter(({ path }) => path === '/payment/payme')).toHaveLength(requests);
});

test('a code scanned before "pay" is charged only when the cashier says yes', async () => {
  const { scanner, box, shows, press } = shop();
  const charges = box.ledger.charges.length;
  await scanGoods(shop(), tea);
  await scanner.scan(box.issueCode());
  await shows('payment-state', 'state', 'waiting-confirm');
  expect(box.ledger.charges).toHaveLength(charges);
  await press('Enter');
  await shows('done-tender', 'kind', 'payme-go');
  expect(box.ledger.charges).toHaveLength(charges + 1);
});

test('a sum that is not whole cannot be paid with Payme Go and the key says why', async () => {
  const { page, press, shows, id, box, scanner } = shop();
  const requests = box.ledger.requests.filter(({ path }) => path === '/payment/payme').length;
  await page.locator('[data-testid="quick-key"]').filter({ hasText: 'Pishloq' }).click();
  await shows('entry', 'for', 'weight');
  await page.keyboard.type('0,333', { delay: 100 });
  await press('Enter');
  await shows('cart-line', 'code', cheese);
  await shows('total', 'amount', 2_993_670);
  await openTenders(shop());
  expect(await id('tender-payme-go').isDisabled()).toBe(true);
  expect(await id('tender-payme-go').innerText()).not.toMatch(/^Payme Go\s*(F3)?$/);
  await scanner.scan(box.issueCode());
  await shows('message', 'code', 'not-whole-sums');
  expect(box.ledger.requests.filter(({ path }) => path === '/payment/payme')).toHaveLength(requests);
});
