import { expect, test } from 'vitest';
import { bread, letDaysPass, openPayment, peek } from '../rig.ts';
import type { Shop } from '../rig.ts';

const subscribe = { payme: 'subscribe' } as const;
const attemptState = (shop: Shop): string | undefined => shop.view().payment?.attempt?.state;
const payCalls = ({ payme }: Shop): number =>
  payme.ledger.requests.filter(({ method }) => method === 'receipts.pay').length;

test('a code is charged once through Payme itself, and the sale is registered, handed over and printed', async () => {
  const shop = await openPayment(subscribe);
  await shop.call('scan', { text: shop.payme.issueCode() });
  const view = await shop.pass(500, ({ done }) => done?.print.state === 'printed' && done.confirm === 'done');
  expect(shop.payme.ledger.charges).toMatchObject([{ amount: 3_950_000 }]);
  expect(view.done).toMatchObject({ total: 3_950_000, tenders: [{ kind: 'payme-go', amount: 3_950_000 }] });
  expect(shop.payme.ledger.fiscalData).toHaveLength(1);
});

test('the receipt at Payme names the till and the attempt, and is in the database before it is paid', async () => {
  const shop = await openPayment(subscribe);
  const script = shop.payme.script([{ on: 'receipts.pay', fault: { kind: 'hang', held: 'request' } }]);
  await shop.call('scan', { text: shop.payme.issueCode() });
  await script.reached;
  const [row] = peek<{ id: string; receipt: string; state: string; cipher: unknown }>(
    shop,
    'SELECT id, provider_payment_id AS receipt, state, code_cipher AS cipher FROM attempt',
  );
  expect(row).toEqual({ id: row!.id, receipt: shop.payme.ledger.receipts[0]!.id, state: 'sending', cipher: null });
  expect(shop.payme.ledger.receipts[0]!.account).toEqual({
    kkm_id: '00000011',
    device_id: '00000011',
    document: row!.id,
  });
  script.release();
});

test('when Payme charges and the answer is lost, the sale is paid within eight seconds, with one fiscal receipt', async () => {
  const shop = await openPayment(subscribe);
  shop.payme.script([{ on: 'receipts.pay', fault: { kind: 'drop-answer-after' } }]);
  await shop.call('scan', { text: shop.payme.issueCode() });
  await shop.until(() => attemptState(shop) === 'in-doubt');
  const lostAt = shop.clock.now();
  await shop.pass(250, ({ done }) => done !== null);
  expect(shop.clock.now() - lostAt).toBeLessThanOrEqual(8000);
  await shop.pass(250, ({ done }) => done?.print.state === 'printed');
  expect([shop.payme.ledger.charges.length, shop.box.ledger.receipts.length, payCalls(shop)]).toEqual([1, 1, 1]);
});

test('with the line down after the charge, it is found within eight seconds of its return', async () => {
  const shop = await openPayment(subscribe);
  const script = shop.payme.script([{ on: 'receipts.pay', fault: { kind: 'hang', held: 'answer' } }]);
  await shop.call('scan', { text: shop.payme.issueCode() });
  await script.reached;
  await shop.payme.setCable('out');
  await shop.until(() => attemptState(shop) === 'in-doubt');
  for (let n = 0; n < 120; n++) await shop.pass(5000, () => true);
  await shop.payme.setCable('in');
  const back = shop.clock.now();
  await shop.pass(500, ({ done }) => done !== null);
  expect(shop.clock.now() - back).toBeLessThanOrEqual(8000);
});

test('a request that never arrived is closed at Payme once its code is dead, and the customer pays otherwise', async () => {
  const shop = await openPayment(subscribe);
  shop.payme.script([{ on: 'receipts.pay', fault: { kind: 'drop-request-before' } }]);
  await shop.call('scan', { text: shop.payme.issueCode() });
  await shop.until(() => attemptState(shop) === 'in-doubt');
  await shop.pass(1000, () => attemptState(shop) === 'returned');
  const { payment, message } = shop.view();
  expect([payment?.attempt?.reason, message?.code]).toEqual(['never-begun', 'payment-never-begun']);
  expect(shop.payme.ledger).toMatchObject({ charges: [], receipts: [{ state: 50 }] });
  expect(await shop.call('takeCash', { given: 3_950_000 })).toEqual({ ok: true, value: null });
});

test('while the code lives, "nobody has begun to pay" is no answer', async () => {
  const shop = await openPayment({ ...subscribe, codeLifetimeSeconds: 60 });
  shop.payme.script([{ on: 'receipts.pay', fault: { kind: 'drop-request-before' } }]);
  await shop.call('scan', { text: shop.payme.issueCode() });
  await shop.until(() => attemptState(shop) === 'in-doubt');
  const since = shop.clock.now();
  await shop.pass(1000, () => shop.clock.now() - since > 85_000);
  expect(shop.view().payment?.attempt).toMatchObject({ state: 'in-doubt', reason: 'unpaid' });
});

test('a payment Payme has paused for a person is a manager’s, and a second charge is impossible', async () => {
  const shop = await openPayment(subscribe);
  const path = [
    { state: 30, afterMs: 0 },
    { state: 20, afterMs: 10_000 },
  ] as const;
  shop.payme.script([{ on: 'receipts.pay', fault: { kind: 'states', path, takes: 'at-sight', told: 'lost' } }]);
  await shop.call('scan', { text: shop.payme.issueCode() });
  await shop.pass(1000, ({ payment }) => payment?.attempt?.needsManager === true);
  expect(attemptState(shop)).toBe('in-doubt');
  expect(await shop.call('scan', { text: shop.payme.issueCode() })).toMatchObject({
    error: { code: 'code-not-needed' },
  });
  expect(shop.payme.ledger.charges).toHaveLength(1);
});

test('an answer meant for another customer changes nothing for this one', async () => {
  const shop = await openPayment(subscribe);
  shop.payme.script([{ on: 'receipts.pay', fault: { kind: 'swap' } }]);
  await shop.call('scan', { text: shop.payme.issueCode() });
  await shop.until(() => attemptState(shop) === 'sending');
  await shop.call('park');
  await shop.call('scan', { text: bread });
  await shop.call('startPayment');
  await shop.call('scan', { text: shop.payme.issueCode() });
  await shop.pass(500, ({ shift }) => shift?.sales === 2);
  const paid = peek<{ amount: number; receipt: string }>(
    shop,
    `SELECT amount, provider_payment_id AS receipt FROM attempt`,
  );
  const booked = shop.payme.ledger.receipts.map(({ amount, id }) => ({ amount, receipt: id }));
  expect(paid).toEqual(booked);
});

test('after a day without a word the till stops asking and a manager decides', async () => {
  const shop = await openPayment(subscribe);
  shop.payme.script([
    { on: 'receipts.pay', fault: { kind: 'drop-answer-after' } },
    { on: 'receipts.get_all', times: 1000, fault: { kind: 'garbage' } },
    { on: 'receipts.get', times: 1000, fault: { kind: 'garbage' } },
  ]);
  await shop.call('scan', { text: shop.payme.issueCode() });
  await shop.until(() => attemptState(shop) === 'in-doubt');
  await letDaysPass(shop, () => peek(shop, `SELECT 1 FROM outbox WHERE kind = 'ask' AND state = 'dead'`).length > 0);
  expect([shop.view().payment?.attempt?.needsManager, payCalls(shop)]).toEqual([true, 1]);
});

test('a till that was killed while the payment was on its way asks at once after its start', async () => {
  const shop = await openPayment(subscribe);
  const script = shop.payme.script([{ on: 'receipts.pay', fault: { kind: 'hang', held: 'answer' } }]);
  await shop.call('scan', { text: shop.payme.issueCode() });
  await script.reached;
  await shop.restart();
  expect(attemptState(shop)).toBe('in-doubt');
  await shop.pass(500, ({ done }) => done !== null);
  expect([shop.payme.ledger.charges.length, payCalls(shop)]).toEqual([1, 1]);
});

test('a cashier who is sure that somebody knows by now asks at once', async () => {
  const shop = await openPayment(subscribe);
  shop.payme.script([
    { on: 'receipts.pay', fault: { kind: 'drop-answer-after' } },
    { on: 'receipts.get', fault: { kind: 'http-status', status: 502 } },
  ]);
  await shop.call('scan', { text: shop.payme.issueCode() });
  await shop.until(({ payment }) => payment?.attempt?.reason === 'http-status');
  await shop.until(({ payment }) => (payment?.attempt?.asks?.nextAt ?? 0) > shop.clock.now());
  await shop.call('checkNow', { attemptId: shop.view().payment!.attempt!.id });
  expect(await shop.until(({ done }) => done !== null)).toMatchObject({ done: { total: 3_950_000 } });
});

test('through the fiscal box, money in doubt is found in Payme’s book when the shop has a cashbox there', async () => {
  const shop = await openPayment({ payme: 'fbox-and-cashbox' });
  shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'drop-answer-after' } }]);
  await shop.call('scan', { text: shop.box.issueCode() });
  await shop.until(() => attemptState(shop) === 'in-doubt');
  await shop.pass(500, ({ done }) => done?.confirm === 'done');
  expect([shop.box.ledger.charges.length, shop.box.ledger.receipts.length]).toEqual([1, 1]);
});

test('through the fiscal box alone nobody can be asked, so a manager decides at once', async () => {
  const shop = await openPayment();
  shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'drop-answer-after' } }]);
  await shop.call('scan', { text: shop.box.issueCode() });
  const view = await shop.until(() => attemptState(shop) === 'in-doubt');
  expect(view.payment?.attempt).toMatchObject({ needsManager: true, asks: null });
  expect(view.strip.needsPerson).toBe(1);
});

test('two lost payments of the same sum are never taken for one another: a manager tells them apart', async () => {
  const shop = await openPayment({ payme: 'fbox-and-cashbox' });
  shop.box.script([{ on: 'POST /payment/payme', times: 2, fault: { kind: 'drop-answer-after' } }]);
  await shop.payme.setCable('out');
  await shop.call('scan', { text: shop.box.issueCode() });
  await shop.until(() => attemptState(shop) === 'in-doubt');
  await shop.call('park');
  for (const text of [bread, bread, '4780000000021']) await shop.call('scan', { text });
  await shop.call('startPayment');
  await shop.call('scan', { text: shop.box.issueCode() });
  await shop.until(() => attemptState(shop) === 'in-doubt');
  await shop.payme.setCable('in');
  const view = await shop.pass(1000, ({ strip }) => strip.needsPerson === 2);
  expect(view).toMatchObject({ shift: { sales: 0 }, strip: { inDoubt: { count: 2 } } });
});
