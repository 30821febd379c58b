import { expect, test } from 'vitest';
import { bread, openCounter, openPayment, tea } from './rig.ts';
import type { Shop } from './rig.ts';

const charged = ({ box }: Shop): number[] => box.ledger.charges.map(({ amount }) => amount);
const attemptState = (shop: Shop): string | undefined => shop.view().payment?.attempt?.state;

test('a scanned code is charged once and the sale is completed, registered, confirmed and printed', async () => {
  const shop = await openPayment();
  await shop.call('scan', { text: shop.box.issueCode() });
  const view = await shop.pass(500, ({ done }) => done?.print.state === 'printed' && done.confirm === 'done');
  expect(charged(shop)).toEqual([3_950_000]);
  expect(view.done).toMatchObject({ total: 3_950_000, tenders: [{ kind: 'payme-go', amount: 3_950_000 }] });
  expect(shop.box.ledger.confirms).toMatchObject([{ url: view.done?.fiscal.url }]);
});

test('a refusal takes no money and leaves the sale to be paid another way', async () => {
  const shop = await openPayment();
  await shop.call('scan', { text: shop.box.issueCode({ balance: 100 as never }) });
  const view = await shop.until(({ payment }) => payment?.attempt?.state === 'declined');
  expect(charged(shop)).toEqual([]);
  expect(view.message?.code).toBe('payment-declined');
  expect(await shop.call('takeCash', { given: 3_950_000 })).toEqual({ ok: true, value: null });
});

test('a code that could not leave is kept, and sent once by itself when the line is back', async () => {
  const shop = await openPayment();
  await shop.box.setCable('out');
  await shop.call('scan', { text: shop.box.issueCode() });
  const waiting = await shop.until(({ message }) => message?.code === 'payment-queued');
  expect(waiting.strip).toMatchObject({ line: 'down', queued: { count: 1, amount: 3_950_000 } });
  await shop.box.setCable('in');
  await shop.pass(500, ({ done }) => done !== null);
  expect(charged(shop)).toEqual([3_950_000]);
});

test('a code that was never sent expires and is never charged', async () => {
  const shop = await openPayment({ codeLifetimeSeconds: 15 });
  await shop.box.setCable('out');
  await shop.call('scan', { text: shop.box.issueCode() });
  await shop.pass(1000, ({ payment }) => payment?.attempt?.state === 'expired');
  await shop.box.setCable('in');
  shop.clock.advance(60_000);
  expect(attemptState(shop)).toBe('expired');
  expect(charged(shop)).toEqual([]);
});

test('a cashier may take cash while the code has not left, and the code is never sent', async () => {
  const shop = await openPayment();
  await shop.box.setCable('out');
  await shop.call('scan', { text: shop.box.issueCode() });
  await shop.until(({ payment }) => payment?.attempt?.state === 'queued' && payment.attempt.reason !== null);
  expect(await shop.call('takeCash', { given: 3_950_000 })).toEqual({ ok: true, value: null });
  await shop.box.setCable('in');
  await shop.pass(1000, ({ done }) => done?.print.state === 'printed');
  expect(charged(shop)).toEqual([]);
});

test('an answer lost after the charge leaves money in doubt, and nothing is sent again', async () => {
  const shop = await openPayment();
  shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'drop-answer-after' } }]);
  await shop.call('scan', { text: shop.box.issueCode() });
  const view = await shop.until(({ payment }) => payment?.attempt?.state === 'in-doubt');
  expect(view.strip.inDoubt).toMatchObject({ count: 1, amount: 3_950_000 });
  expect(await shop.call('scan', { text: shop.box.issueCode() })).toMatchObject({ error: { code: 'code-not-needed' } });
  expect(await shop.call('takeCash', { given: 3_950_000 })).toMatchObject({ error: { code: 'attempt-live' } });
  expect(await shop.call('back')).toMatchObject({ error: { code: 'attempt-live' } });
  shop.clock.advance(600_000);
  expect(charged(shop)).toEqual([3_950_000]);
  expect(shop.box.ledger.requests.filter(({ path }) => path.startsWith('/payment/payme'))).toHaveLength(1);
});

const badAnswers = ['garbage', 'empty', 'error-200', 'wrong-amount', 'wrong-ids', 'wrong-types'] as const;
test.each(badAnswers)('an answer that cannot be believed (%s) is money in doubt, never paid', async (kind) => {
  const shop = await openPayment();
  shop.box.script([{ on: 'POST /payment/payme', fault: { kind } }]);
  await shop.call('scan', { text: shop.box.issueCode() });
  await shop.until(({ payment }) => payment?.attempt?.state === 'in-doubt');
  expect(shop.view().shift?.sales).toBe(0);
});

test('a doubtful sale is put aside and the next customer is served', async () => {
  const shop = await openPayment();
  shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'drop-answer-after' } }]);
  await shop.call('scan', { text: shop.box.issueCode() });
  await shop.until(({ payment }) => payment?.attempt?.state === 'in-doubt');
  expect(await shop.call('park')).toEqual({ ok: true, value: null });
  await shop.call('scan', { text: bread });
  await shop.call('startPayment');
  expect(await shop.call('takeCash', { given: 400_000 })).toEqual({ ok: true, value: null });
  expect(shop.view()).toMatchObject({ parked: [{ number: 1, attempt: 'in-doubt' }], strip: { inDoubt: { count: 1 } } });
});

test('an answer that comes after the sale was put aside completes it without taking the screen', async () => {
  const shop = await openPayment();
  const script = shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'hang', held: 'answer' } }]);
  await shop.call('scan', { text: shop.box.issueCode() });
  await script.reached;
  await shop.call('park');
  await shop.call('scan', { text: tea });
  script.release();
  const view = await shop.until(({ parked }) => parked.length === 0);
  expect(view).toMatchObject({ done: null, sale: { number: 2, total: 3_150_000 }, shift: { sales: 1 } });
});

test('a code that was sent once is refused for ever on this till', async () => {
  const shop = await openPayment();
  const code = shop.box.issueCode();
  await shop.call('scan', { text: code });
  await shop.until(({ done }) => done !== null);
  await shop.call('scan', { text: bread });
  await shop.call('startPayment');
  expect(await shop.call('scan', { text: code })).toMatchObject({ error: { code: 'code-used-before' } });
  expect(charged(shop)).toEqual([3_950_000]);
});

test('a wallet code scanned before "pay" asks first, and is charged when the cashier says yes', async () => {
  const shop = await openCounter();
  await shop.call('scan', { text: bread });
  await shop.call('scan', { text: shop.box.issueCode() });
  expect(shop.view().payment).toMatchObject({ step: 'confirm-wallet', due: 400_000, attempt: null });
  await shop.call('confirmWallet');
  await shop.until(({ done }) => done !== null);
  expect(charged(shop)).toEqual([400_000]);
});

test('a code held too long before the yes is not sent', async () => {
  const shop = await openCounter();
  await shop.call('scan', { text: bread });
  await shop.call('scan', { text: shop.box.issueCode() });
  shop.clock.advance(20_000);
  expect(await shop.call('confirmWallet')).toMatchObject({ error: { code: 'payment-expired' } });
  expect(charged(shop)).toEqual([]);
});

test('goods scanned while the customer pays are refused and change nothing', async () => {
  const shop = await openPayment();
  expect(await shop.call('scan', { text: bread })).toMatchObject({ error: { code: 'code-is-goods' } });
  expect(shop.view().sale?.total).toBe(3_950_000);
});

test('a sum with tiyin is refused before the network when the box counts in sums', async () => {
  const shop = await openCounter();
  const cucumber = shop.view().quickKeys.find(({ name }) => name === 'Bodring');
  await shop.call('addItem', { itemId: cucumber!.itemId, quantity: 333 });
  await shop.call('startPayment');
  expect(shop.view().payment).toMatchObject({
    due: 411_089,
    tenders: [{}, { kind: 'payme-go', refused: 'not-whole-sums' }],
  });
  expect(await shop.call('scan', { text: shop.box.issueCode() })).toMatchObject({ error: { code: 'not-whole-sums' } });
  expect(shop.box.ledger.requests.some(({ path }) => path.startsWith('/payment'))).toBe(false);
});

test('the same sum is charged when the box counts in tiyin', async () => {
  const shop = await openCounter({ amountUnit: 'tiyin' });
  const cucumber = shop.view().quickKeys.find(({ name }) => name === 'Bodring');
  await shop.call('addItem', { itemId: cucumber!.itemId, quantity: 333 });
  await shop.call('startPayment');
  await shop.call('scan', { text: shop.box.issueCode() });
  await shop.until(({ done }) => done !== null);
  expect(charged(shop)).toEqual([411_089]);
});

test('a code held for one customer is never charged for the next', async () => {
  const shop = await openCounter();
  await shop.call('scan', { text: bread });
  await shop.call('scan', { text: shop.box.issueCode() });
  await shop.call('park');
  await shop.call('scan', { text: tea });
  await shop.call('startPayment');
  expect(shop.view().payment?.step).toBe('choose');
  expect(await shop.call('confirmWallet')).toMatchObject({ error: { code: 'payment-expired' } });
  expect(charged(shop)).toEqual([]);
});

test('three pieces typed before the scan are three pieces on the line', async () => {
  const shop = await openCounter();
  await shop.call('nextQuantity', { quantity: 3000 });
  await shop.call('scan', { text: bread });
  await shop.call('scan', { text: bread });
  expect(shop.view().sale?.lines).toMatchObject([{ quantity: 4000, total: 1_600_000 }]);
});
