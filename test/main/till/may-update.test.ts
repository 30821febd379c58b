import { expect, test } from 'vitest';
import { customerPays, openStreet, referenceOf, showCheckout } from './checkout/street.ts';
import { openCounter, openPayment, peek } from './rig.ts';

test('an update is refused while something waits, with how much', async () => {
  const shop = await openPayment();
  await shop.box.setCable('out');
  await shop.call('takeCash', { given: 3_950_000 });
  expect(await shop.call('mayUpdate')).toEqual({
    ok: false,
    error: { code: 'update-queue-not-empty', facts: { openMoney: 0, owed: 1 } },
  });
});

test('an update is refused while money is in doubt', async () => {
  const shop = await openPayment();
  shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'drop-answer-after' } }]);
  await shop.call('scan', { text: shop.box.issueCode() });
  await shop.until(({ payment }) => payment?.attempt?.state === 'in-doubt');
  expect(await shop.call('mayUpdate')).toMatchObject({
    error: { code: 'update-queue-not-empty', facts: { openMoney: 1 } },
  });
});

test('an update is refused while a checkout stands before a customer', async () => {
  const shop = await openStreet();
  await showCheckout(shop, 'flitt');
  expect(await shop.call('mayUpdate')).toMatchObject({
    error: { code: 'update-queue-not-empty', facts: { openMoney: 1 } },
  });
});

test('an update is refused while the money of a refund is on its way, and while a manager is waited for', async () => {
  const shop = await openStreet();
  await customerPays(shop, 'flitt', referenceOf(shop, await showCheckout(shop, 'flitt')));
  const { done, staff } = await shop.pass(500, (view) => view.done?.print.state === 'printed');
  shop.clock.advance(1500);
  const aziz = staff.find(({ name }) => name === 'Aziz');
  const flitt = shop.others!.flitt;
  await flitt.setCable('out');
  await shop.call('refundSale', { saleId: done!.saleId, approval: { staffId: aziz!.id, pin: '2222' } });
  const refused = { error: { code: 'update-queue-not-empty' } };
  expect(await shop.call('mayUpdate')).toMatchObject(refused);
  flitt.script([{ on: 'reverse/order_id', fault: { kind: 'reversal-declined' } }]);
  await flitt.setCable('in');
  await shop.pass(
    1000,
    () => peek(shop, `SELECT 1 FROM outbox WHERE state = 'waiting' AND kind <> 'match'`).length === 0,
  );
  expect(peek(shop, 'SELECT state FROM refund_payment')).toEqual([{ state: 'refused' }]);
  expect(await shop.call('mayUpdate')).toMatchObject(refused);
});

test('an update is refused while a shift is open', async () => {
  const shop = await openCounter();
  expect(await shop.call('mayUpdate')).toMatchObject({ error: { code: 'update-shift-open' } });
});

test('with the shift closed and nothing waiting the program may be updated', async () => {
  const shop = await openCounter();
  await shop.call('closeShift', { counted: 20_000_000 });
  await shop.pass(500, ({ closedShift }) => closedShift?.fiscal.state === 'closed');
  expect(await shop.call('mayUpdate')).toEqual({ ok: true, value: null });
});
