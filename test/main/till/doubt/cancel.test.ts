import { expect, test } from 'vitest';
import { openPayment, peek } from '../rig.ts';
import type { Shop } from '../rig.ts';

const subscribe = { payme: 'subscribe', timeoutSeconds: 75 } as const;
const attempt = (shop: Shop) => shop.view().payment!.attempt!;
const states = (shop: Shop) => peek<{ state: string }>(shop, 'SELECT state FROM attempt').map(({ state }) => state);
const cancel = (shop: Shop) => shop.call('cancelAttempt', { attemptId: attempt(shop).id });

/** A payment of which nothing is heard: Payme will take the money `ms` from now. */
async function chargedLate(ms: number): Promise<Shop> {
  const shop = await openPayment(subscribe);
  shop.payme.script([{ on: 'receipts.pay', fault: { kind: 'charge-late', ms, state: 1, told: 'lost' } }]);
  await shop.call('scan', { text: shop.payme.issueCode() });
  await shop.until(() => attempt(shop).state === 'in-doubt');
  return shop;
}

test('a payment is not taken back in its first fifteen seconds, while its answer may still be on its way', async () => {
  const shop = await chargedLate(90_000);
  expect(await cancel(shop)).toMatchObject({ error: { code: 'cancel-too-early' } });
  shop.clock.advance(15_000);
  expect(await cancel(shop)).toEqual({ ok: true, value: null });
});

test('money taken ninety seconds late, after the customer paid cash, goes back by itself', async () => {
  const shop = await chargedLate(90_000);
  shop.clock.advance(15_000);
  await cancel(shop);
  expect(await shop.call('takeCash', { given: 3_950_000 })).toEqual({ ok: true, value: null });
  await shop.pass(2000, ({ strip }) => strip.inDoubt.count === 0 && strip.unsentFiscal.count === 0);
  const { charges, returns } = shop.payme.ledger;
  expect(charges.length - returns.length).toBe(0);
  expect(states(shop)).toEqual(['returned']);
  expect(shop.box.ledger.receipts).toMatchObject([{ operation: 'sale' }]);
  expect(peek(shop, `SELECT kind, amount FROM tender`)).toEqual([{ kind: 'cash', amount: 3_950_000 }]);
});

test('money already taken goes back when the cashier had given the payment up', async () => {
  const shop = await openPayment(subscribe);
  const script = shop.payme.script([{ on: 'receipts.pay', fault: { kind: 'hang', held: 'answer' } }]);
  shop.payme.script([
    { on: 'receipts.check', times: 20, fault: { kind: 'http-status', status: 502 } },
    { on: 'receipts.get', times: 20, fault: { kind: 'http-status', status: 502 } },
  ]);
  await shop.call('scan', { text: shop.payme.issueCode() });
  await script.reached;
  shop.clock.advance(15_000);
  expect(await cancel(shop)).toEqual({ ok: true, value: null });
  await shop.call('takeCash', { given: 3_950_000 });
  script.release();
  await shop.pass(3000, ({ strip }) => strip.inDoubt.count === 0);
  expect([shop.payme.ledger.charges.length, shop.payme.ledger.returns.length, states(shop)]).toEqual([
    1,
    1,
    ['returned'],
  ]);
});

test('a refusal that comes after the payment was given up ends it: nothing was taken', async () => {
  const shop = await openPayment();
  const fault = { kind: 'refuse', code: -31_630, message: 'no money' } as const;
  const held = shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'delay', ms: 20_000, held: 'request' } }]);
  await shop.call('scan', { text: shop.box.issueCode({ balance: 100 as never }) });
  await held.reached;
  expect(fault.code).toBeLessThan(0);
  shop.clock.advance(15_000);
  expect(await cancel(shop)).toEqual({ ok: true, value: null });
  held.release();
  await shop.until(() => states(shop)[0] === 'declined');
});

test('while its money goes back, no second code is charged for the same sale', async () => {
  const shop = await chargedLate(90_000);
  shop.clock.advance(15_000);
  await cancel(shop);
  expect(shop.view().payment?.tenders).toMatchObject([{ refused: null }, { refused: 'attempt-cancelling' }]);
  expect(await shop.call('scan', { text: shop.payme.issueCode() })).toMatchObject({
    error: { code: 'attempt-cancelling' },
  });
});

test('a payment Payme will not give back is a manager’s', async () => {
  const shop = await openPayment(subscribe);
  shop.payme.script([
    { on: 'receipts.pay', fault: { kind: 'drop-answer-after' } },
    { on: 'receipts.cancel', times: 50, fault: { kind: 'refuse', code: -31_630, message: 'cannot be cancelled' } },
    { on: 'receipts.check', times: 8, fault: { kind: 'http-status', status: 502 } },
    { on: 'receipts.get', times: 8, fault: { kind: 'http-status', status: 502 } },
  ]);
  await shop.call('scan', { text: shop.payme.issueCode() });
  await shop.until(() => attempt(shop).state === 'in-doubt');
  shop.clock.advance(15_000);
  await cancel(shop);
  const view = await shop.pass(2000, ({ strip }) => strip.needsPerson === 1);
  expect(view.strip.inDoubt.count).toBe(1);
});

test('without anybody to ask, the money of a given-up payment is a manager’s from the first moment', async () => {
  const shop = await openPayment();
  shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'drop-answer-after' } }]);
  await shop.call('scan', { text: shop.box.issueCode() });
  await shop.until(() => attempt(shop).state === 'in-doubt');
  shop.clock.advance(15_000);
  expect(await cancel(shop)).toEqual({ ok: true, value: null });
  expect(await shop.call('takeCash', { given: 3_950_000 })).toEqual({ ok: true, value: null });
  expect(shop.view().strip).toMatchObject({ needsPerson: 1, inDoubt: { count: 1, amount: 3_950_000 } });
});

test('a till killed while money goes back takes it back after its start', async () => {
  const shop = await chargedLate(20_000);
  shop.clock.advance(15_000);
  await cancel(shop);
  await shop.call('takeCash', { given: 3_950_000 });
  await shop.restart();
  await shop.pass(2000, () => states(shop)[0] === 'returned');
  expect(shop.payme.ledger.charges.length).toBe(shop.payme.ledger.returns.length);
});

test('a payment that has ended cannot be taken back', async () => {
  const shop = await openPayment(subscribe);
  await shop.call('scan', { text: shop.payme.issueCode() });
  await shop.pass(500, ({ done }) => done !== null);
  const [paid] = peek<{ attemptId: string }>(shop, 'SELECT id AS attemptId FROM attempt');
  const { id: staffId } = shop.view().staff.find(({ name }) => name === 'Aziz')!;
  expect(await shop.call('cancelAttempt', { ...paid!, approval: { staffId, pin: '2222' } })).toMatchObject({
    error: { code: 'attempt-settled' },
  });
  expect(states(shop)).toEqual(['paid']);
});
