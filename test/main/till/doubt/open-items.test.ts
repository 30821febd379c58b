import { expect, test } from 'vitest';
import { openPayment } from '../rig.ts';
import type { Shop } from '../rig.ts';

async function items(shop: Shop) {
  const answer = await shop.call('openItems');
  return answer.ok ? answer.value.items : [];
}

test('a shop where all is settled has nothing open', async () => {
  const shop = await openPayment();
  await shop.call('takeCash', { given: 3_950_000 });
  await shop.pass(500, ({ done, strip }) => done?.print.state === 'printed' && strip.unsentFiscal.count === 0);
  expect(await items(shop)).toEqual([]);
});

test('money in doubt tells what was heard last, what happens next and when, and what a person may do', async () => {
  const shop = await openPayment({ payme: 'subscribe' });
  shop.payme.script([
    { on: 'receipts.pay', fault: { kind: 'drop-answer-after' } },
    { on: 'receipts.get', times: 50, fault: { kind: 'http-status', status: 502 } },
  ]);
  await shop.call('scan', { text: shop.payme.issueCode() });
  await shop.pass(500, ({ payment }) => payment?.attempt?.reason === 'http-status');
  expect(await items(shop)).toMatchObject([
    {
      kind: 'in-doubt',
      needsPerson: false,
      saleNumber: 1,
      amount: 3_950_000,
      cashier: 'Dilnoza',
      last: { reason: 'http-status' },
      next: { what: 'ask' },
      actions: ['check-now', 'cancel', 'close', 'recall'],
    },
  ]);
});

test('what nobody can be asked about waits for a person and stands first', async () => {
  const shop = await openPayment();
  shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'drop-answer-after' } }]);
  await shop.call('scan', { text: shop.box.issueCode() });
  await shop.until(({ payment }) => payment?.attempt?.state === 'in-doubt');
  expect(await items(shop)).toMatchObject([
    { kind: 'in-doubt', needsPerson: true, next: { what: 'person', at: null }, actions: ['cancel', 'close', 'recall'] },
  ]);
});

test('a receipt the box refused can be sent again from the list', async () => {
  const shop = await openPayment();
  shop.box.script([{ on: 'POST /order/create/', fault: { kind: 'refuse', code: 401, message: 'bad IKPU' } }]);
  await shop.call('takeCash', { given: 3_950_000 });
  await shop.pass(500, ({ done }) => done?.fiscal.state === 'refused');
  const [item] = await items(shop);
  expect(item).toMatchObject({ kind: 'fiscal-refused', needsPerson: true, actions: ['retry-fiscal'] });
  await shop.call('retryFiscal', { saleId: item!.saleId! });
  await shop.pass(500, ({ done }) => done?.print.state === 'printed');
  expect(await items(shop)).toEqual([]);
});

test('a confirmation the wallet refused can be sent again from the list', async () => {
  const shop = await openPayment();
  const refusal = { kind: 'refuse', code: 7, message: '{"qr_code":["bad"]}' } as const;
  shop.box.script([{ on: 'POST /payment/payme_confirm', fault: refusal }]);
  await shop.call('scan', { text: shop.box.issueCode() });
  await shop.pass(500, ({ done }) => done?.confirm === 'refused');
  const [item] = await items(shop);
  expect(item).toMatchObject({ kind: 'not-confirmed', needsPerson: true, actions: ['retry'] });
  expect(await shop.call('retryObligation', { obligationId: item!.obligationId! })).toEqual({ ok: true, value: null });
  await shop.pass(500, ({ done }) => done?.confirm === 'done');
});

test('only what may be repeated is sent again from the list', async () => {
  const shop = await openPayment();
  expect(await shop.call('retryObligation', { obligationId: 1 })).toMatchObject({
    error: { code: 'nothing-to-retry' },
  });
});

test('a code that waits for the line is on the list with the moment it dies', async () => {
  const shop = await openPayment();
  await shop.box.setCable('out');
  await shop.call('scan', { text: shop.box.issueCode() });
  await shop.until(({ message }) => message?.code === 'payment-queued');
  expect(await items(shop)).toMatchObject([
    { kind: 'queued', needsPerson: false, next: { what: 'send', at: shop.clock.now() + 20_000 } },
  ]);
});
