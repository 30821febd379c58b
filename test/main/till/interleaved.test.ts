import { expect, test } from 'vitest';
import { bread, openCounter, openPayment, peek, tea } from './rig.ts';
import type { Shop } from './rig.ts';

const charged = ({ box }: Shop): number[] => box.ledger.charges.map(({ amount }) => amount);

test('a sale put aside in one shift is not paid while no shift is open', async () => {
  const shop = await openCounter();
  await shop.call('scan', { text: bread });
  await shop.call('park');
  await shop.call('closeShift', { counted: 20_000_000 });
  const [parked] = shop.view().parked;
  expect(await shop.call('recall', { saleId: parked!.id })).toMatchObject({ error: { code: 'no-shift' } });
});

test('a shift is not closed while a code waits for the line', async () => {
  const shop = await openPayment();
  await shop.box.setCable('out');
  await shop.call('scan', { text: shop.box.issueCode() });
  await shop.until(({ message }) => message?.code === 'payment-queued');
  await shop.call('park');
  expect(await shop.call('closeShift', { counted: 0 })).toMatchObject({ error: { code: 'attempt-live' } });
});

test("an answer with another customer's payment is doubt, never this customer's payment", async () => {
  const shop = await openPayment();
  await shop.call('scan', { text: shop.box.issueCode() });
  await shop.pass(500, ({ done }) => done?.print.state === 'printed');
  for (const text of [bread, bread, tea]) await shop.call('scan', { text });
  await shop.call('startPayment');
  shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'previous-answer' } }]);
  await shop.call('scan', { text: shop.box.issueCode() });
  const view = await shop.until(({ payment }) => payment?.attempt?.state === 'in-doubt');
  expect(view.payment?.attempt?.reason).toBe('payment-id-known');
  expect(shop.view().shift?.sales).toBe(1);
});

test('a till at work is not turned into a training till', async () => {
  const shop = await openCounter();
  expect(await shop.call('startTraining')).toMatchObject({ error: { code: 'already-set-up' } });
  expect(shop.shell).toEqual([]);
});

test('a code that waited through a restart is never sent when the clock went back behind its scan', async () => {
  const shop = await openPayment({ codeLifetimeSeconds: 60 });
  await shop.box.setCable('out');
  await shop.call('scan', { text: shop.box.issueCode() });
  await shop.until(({ message }) => message?.code === 'payment-queued');
  await shop.box.setCable('in');
  shop.clock.turnBack(3_600_000);
  await shop.restart();
  await shop.pass(500, ({ payment }) => payment?.attempt?.state === 'expired');
  expect(charged(shop)).toEqual([]);
});

test('a clock set back while a code waits neither kills it nor makes it live longer', async () => {
  const shop = await openPayment({ codeLifetimeSeconds: 60 });
  await shop.box.setCable('out');
  await shop.call('scan', { text: shop.box.issueCode() });
  await shop.until(({ message }) => message?.code === 'payment-queued');
  shop.clock.turnBack(3_600_000);
  shop.clock.advance(30_000);
  expect(shop.view().payment?.attempt?.state).toBe('queued');
  await shop.pass(1000, ({ payment }) => payment?.attempt?.state === 'expired');
  expect(charged(shop)).toEqual([]);
});

test('one code scanned for two sales is charged for the first only', async () => {
  const shop = await openPayment();
  await shop.box.setCable('out');
  const code = shop.box.issueCode();
  await shop.call('scan', { text: code });
  await shop.until(({ message }) => message?.code === 'payment-queued');
  await shop.call('park');
  await shop.call('scan', { text: tea });
  await shop.call('startPayment');
  expect(await shop.call('scan', { text: code })).toMatchObject({ error: { code: 'code-used-before' } });
});

test('the answer for a sale put aside does not sound like the payment of the customer now served', async () => {
  const shop = await openPayment();
  const script = shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'hang', held: 'answer' } }]);
  await shop.call('scan', { text: shop.box.issueCode() });
  await script.reached;
  await shop.call('park');
  await shop.call('scan', { text: tea });
  await shop.call('startPayment');
  script.release();
  const view = await shop.until(({ message }) => message?.code === 'parked-sale-paid');
  expect(view).toMatchObject({ message: { facts: { number: 1 } }, sound: { kind: 'attention' }, sale: { number: 2 } });
});

test('the change of the sale just finished stays on the screen when a sale put aside is paid', async () => {
  const shop = await openPayment();
  const script = shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'hang', held: 'answer' } }]);
  await shop.call('scan', { text: shop.box.issueCode() });
  await script.reached;
  await shop.call('park');
  await shop.call('scan', { text: tea });
  await shop.call('startPayment');
  await shop.call('takeCash', { given: 5_000_000 });
  script.release();
  await shop.until(({ parked }) => parked.length === 0);
  expect(shop.view().done).toMatchObject({ number: 2, change: 1_850_000 });
});

test('cash belongs to the person who took it, not to the one who scanned', async () => {
  const shop = await openPayment();
  const aziz = shop.view().staff.find(({ name }) => name === 'Aziz')!.id;
  await shop.call('signOut');
  await shop.call('signIn', { staffId: aziz, pin: '2222' });
  await shop.call('takeCash', { given: 3_950_000 });
  expect(peek(shop, `SELECT staff_id FROM cash_movement WHERE kind = 'sale'`)).toEqual([{ staff_id: aziz }]);
});

test('too little cash does not give up a code that still waits for the line', async () => {
  const shop = await openPayment();
  await shop.box.setCable('out');
  await shop.call('scan', { text: shop.box.issueCode() });
  await shop.until(({ message }) => message?.code === 'payment-queued');
  expect(await shop.call('takeCash', { given: 100 })).toMatchObject({ error: { code: 'cash-not-enough' } });
  expect(shop.view().payment?.attempt?.state).toBe('queued');
});

test('a number typed before a scan is not the next cashier’s', async () => {
  const shop = await openCounter();
  await shop.call('nextQuantity', { quantity: 5000 });
  await shop.call('signOut');
  expect(shop.view().nextQuantity).toBeNull();
});

test('two loaves of two kinds without a code are two lines', async () => {
  const shop = await openCounter({
    goods: [
      ';Patir;500000;dona;12;01905001001000000;1500001;;0;0;;;',
      ';Somsa;500000;dona;12;01905001002000000;1500001;;0;0;;;',
    ],
  });
  const keys = shop.view().quickKeys.filter(({ name }) => name === 'Patir' || name === 'Somsa');
  for (const { itemId } of keys) await shop.call('addItem', { itemId });
  expect(
    shop
      .view()
      .sale?.lines.map(({ name }) => name)
      .toSorted(),
  ).toEqual(['Patir', 'Somsa']);
});

test('weighed goods scanned without a weight ask for it', async () => {
  const shop = await openCounter();
  expect(await shop.call('scan', { text: '00123' })).toMatchObject({
    error: { code: 'weight-needed', facts: { name: 'Pomidor' } },
  });
  expect(shop.view().sale).toBeNull();
});
