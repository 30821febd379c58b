import { expect, test } from 'vitest';
import { beer, bread, openCounter, openPayment } from './rig.ts';

test('a cash sale gives change, opens the drawer, gets a fiscal receipt and is printed', async () => {
  const shop = await openPayment();
  expect(await shop.call('takeCash', { given: 5_000_000 })).toEqual({ ok: true, value: null });
  const view = await shop.pass(500, ({ done }) => done?.print.state === 'printed');
  expect(view.done).toMatchObject({ number: 1, total: 3_950_000, change: 1_050_000, confirm: 'none' });
  expect(view.done?.fiscal.url).toMatch(/^https:\/\/ofd\.soliq\.uz\/check\?t=ZZ000000000000&r=1&c=\d{14}&s=\d{12}$/);
  expect(shop.box.ledger.receipts).toHaveLength(1);
  expect(shop.printer.jobs).toHaveLength(1);
  expect(shop.printer.pulses).toEqual([2]);
});

test('the drawer expects the float and what was taken, not what was handed over', async () => {
  const shop = await openPayment();
  await shop.call('takeCash', { given: 5_000_000 });
  const report = await shop.call('xReport');
  expect(report).toMatchObject({
    ok: true,
    value: { expectedCash: 23_950_000, total: 3_950_000, sales: 1, vat: 337_500 },
  });
});

test('too little cash is refused and the sale stays to be paid', async () => {
  const shop = await openPayment();
  expect(await shop.call('takeCash', { given: 3_949_999 })).toMatchObject({
    ok: false,
    error: { code: 'cash-not-enough' },
  });
  expect(shop.view().payment?.due).toBe(3_950_000);
});

test('goods the law refuses to sell for cash cannot be paid in cash', async () => {
  const shop = await openCounter();
  await shop.call('scan', { text: beer });
  await shop.call('startPayment');
  expect(shop.view().payment?.tenders).toContainEqual({ kind: 'cash', refused: 'cash-not-allowed-goods' });
  expect(await shop.call('takeCash', { given: 1_500_000 })).toMatchObject({
    ok: false,
    error: { code: 'cash-not-allowed-goods' },
  });
});

test('finish pressed twice is one sale', async () => {
  const shop = await openPayment();
  const answers = await Promise.all([
    shop.call('takeCash', { given: 3_950_000 }),
    shop.call('takeCash', { given: 3_950_000 }),
  ]);
  expect(answers.map(({ ok }) => ok)).toEqual([true, false]);
  expect(shop.view().shift).toMatchObject({ sales: 1, taken: 3_950_000 });
});

test('a sale without the box completes; its document waits and is registered when the box is back', async () => {
  const shop = await openPayment();
  await shop.box.setCable('out');
  await shop.call('takeCash', { given: 3_950_000 });
  const waiting = await shop.until(({ message }) => message?.code === 'fiscal-unreachable');
  expect(waiting.strip).toMatchObject({ line: 'down', unsentFiscal: { count: 1 } });
  await shop.box.setCable('in');
  const done = await shop.pass(1000, (view) => view.done?.print.state === 'printed');
  expect(done.strip).toMatchObject({ line: 'up', unsentFiscal: { count: 0 } });
  expect(shop.box.ledger.receipts).toHaveLength(1);
});

test('a sale without a printer completes; the receipt waits and comes out when the printer is back', async () => {
  const shop = await openPayment();
  shop.printer.change({ paper: 'out' });
  await shop.call('takeCash', { given: 3_950_000 });
  const waiting = await shop.pass(200, ({ message }) => message?.code === 'printer-paper-out');
  expect(waiting.strip.notPrinted).toEqual({ count: 1 });
  shop.printer.change({ paper: 'ok' });
  await shop.pass(1000, (view) => view.done?.print.state === 'printed');
  expect(shop.printer.jobs).toHaveLength(1);
});

test('a reprint says that it is a copy', async () => {
  const shop = await openPayment();
  await shop.call('takeCash', { given: 3_950_000 });
  await shop.pass(500, ({ done }) => done?.print.state === 'printed');
  expect(await shop.call('reprint', {})).toEqual({ ok: true, value: null });
  expect(shop.printer.jobs).toHaveLength(2);
  expect(shop.printer.jobs[1]!.bytes.length).toBeGreaterThan(shop.printer.jobs[0]!.bytes.length);
});

test('a lost answer of the box is asked about and never registered twice', async () => {
  const shop = await openPayment();
  shop.box.script([{ on: 'POST /order/create', fault: { kind: 'drop-answer-after' } }]);
  await shop.call('takeCash', { given: 3_950_000 });
  await shop.pass(500, ({ done }) => done?.print.state === 'printed');
  expect(shop.box.ledger.receipts).toHaveLength(1);
});

test('the next scan after a finished sale starts the next sale', async () => {
  const shop = await openPayment();
  await shop.call('takeCash', { given: 3_950_000 });
  await shop.call('scan', { text: bread });
  expect(shop.view()).toMatchObject({ done: null, sale: { number: 2, total: 400_000 } });
});
