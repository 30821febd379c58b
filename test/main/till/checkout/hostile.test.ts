import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { bread, peek, tea } from '../rig.ts';
import type { Shop } from '../rig.ts';
import { keptOf } from './kept.ts';
import { attemptOf, attemptRows, customerPays, openStreet, referenceOf, saleRows, showCheckout } from './street.ts';

const uzqrQuestions = ({ box }: Shop): number =>
  box.ledger.requests.filter(({ path }) => path.startsWith('/payment/one_qr/status')).length;

test('a cancelled UzQR is closed at once, though the box would hold back its answer for two minutes', async () => {
  const shop = await openStreet();
  const attempt = await showCheckout(shop, 'uzqr');
  await shop.pass(250, () => uzqrQuestions(shop) > 0);
  await shop.call('cancelAttempt', { attemptId: attempt.id });
  const since = shop.clock.steady();
  await shop.pass(100, () => shop.box.oneQr.book.invoices[0]?.ended?.why === 'cancelled');
  expect(shop.clock.steady() - since).toBeLessThan(2000);
  expect(shop.view().strip.line).toBe('up');
});

test('a UzQR cancelled by a till that died right after is closed within seconds of the next start', async () => {
  const shop = await openStreet();
  const attempt = await showCheckout(shop, 'uzqr');
  const slow = shop.box.script([{ on: 'POST /payment/one_qr/cancel', fault: { kind: 'drop-request-before' } }]);
  await shop.call('cancelAttempt', { attemptId: attempt.id });
  await shop.pass(100, () => slow.left() === 0);
  await shop.restart();
  const since = shop.clock.steady();
  await shop.pass(250, () => shop.box.oneQr.book.invoices[0]?.ended?.why === 'cancelled');
  expect(shop.clock.steady() - since).toBeLessThan(10_000);
});

test('two payments of one sale that go back each keep their own kind away', async () => {
  const shop = await openStreet();
  for (const kind of ['uzqr', 'flitt'] as const) {
    const attempt = await showCheckout(shop, kind);
    await shop.box.setCable('out');
    await shop.others!.flitt.setCable('out');
    await shop.call('cancelAttempt', { attemptId: attempt.id });
    await shop.others!.flitt.setCable('in');
  }
  const refused = (shop.view().payment?.tenders ?? []).filter((tender) => tender.refused === 'attempt-cancelling');
  expect(refused.map(({ kind }) => kind)).toEqual(['uzqr', 'flitt']);
});

test('a checkout whose provider was taken out of the settings is a manager’s, who may say that it was paid', async () => {
  const shop = await openStreet();
  const attempt = await showCheckout(shop, 'flitt');
  await customerPays(shop, 'flitt', referenceOf(shop, attempt));
  await shop.stop();
  forgetFlitt(shop);
  await shop.start('boot-1');
  const { ok } = await shop.call('closeAttempt', {
    attemptId: attempt.id,
    verdict: 'taken',
    evidence: 'Flitt portal, 12:04, Aziz',
    approval: { staffId: shop.view().staff.find(({ name }) => name === 'Aziz')!.id, pin: '2222' },
  });
  expect(ok).toBe(true);
  expect(saleRows(shop)).toEqual([{ state: 'completed', paidBy: 'flitt' }]);
});

/** What the manager did in the settings while the till stood still. */
function forgetFlitt({ folder }: Shop): void {
  const db = new Database(join(folder, 'kassa.db'));
  const row = db
    .prepare<[], { key: string; value: string }>(`SELECT key, value FROM setting WHERE value LIKE '%"flitt"%'`)
    .get()!;
  const value = JSON.parse(row.value) as { checkout: Record<string, unknown> };
  delete value.checkout['flitt'];
  db.prepare('UPDATE setting SET value = ? WHERE key = ?').run(JSON.stringify(value), row.key);
  db.close();
}

test('a provider that answers with the payment of another customer shows nobody that QR', async () => {
  const shop = await openStreet();
  const first = await showCheckout(shop, 'smartpay');
  await shop.call('park');
  for (const text of [bread, bread, tea]) await shop.call('scan', { text });
  await shop.call('startPayment');
  shop.others!.smartpay.script([{ on: 'sessions.create', fault: { kind: 'previous-answer' } }]);
  await shop.call('startCheckout', { kind: 'smartpay', charged: 480 });
  await shop.until((view) => attemptOf(view)?.state === 'declined');
  await customerPays(shop, 'smartpay', referenceOf(shop, first));
  await shop.pass(500, () => attemptRows(shop)[0]?.state === 'paid');
  expect(attemptRows(shop)).toEqual([
    { kind: 'smartpay', state: 'paid', reason: null },
    { kind: 'smartpay', state: 'declined', reason: 'payment-id-known' },
  ]);
});

test('two sales with standing QRs, one of them put aside, are each paid by their own customer', async () => {
  const shop = await openStreet();
  const first = await showCheckout(shop, 'uzqr');
  await shop.call('park');
  for (const text of [bread, tea]) await shop.call('scan', { text });
  await shop.call('startPayment');
  const second = await showCheckout(shop, 'uzqr');
  await customerPays(shop, 'uzqr', referenceOf(shop, first));
  await shop.pass(500, ({ parked }) => parked.length === 0);
  expect({ done: shop.view().done, qr: attemptOf(shop.view())?.checkout?.qr }).toEqual({
    done: null,
    qr: second.checkout?.qr,
  });
  await customerPays(shop, 'uzqr', referenceOf(shop, second));
  await shop.pass(500, ({ done }) => done !== null);
  expect(saleRows(shop)).toEqual([
    { state: 'completed', paidBy: 'uzqr' },
    { state: 'completed', paidBy: 'uzqr' },
  ]);
});

test('a QR put aside and called back stands on the panel again', async () => {
  const shop = await openStreet();
  const attempt = await showCheckout(shop, 'flitt');
  const saleId = shop.view().sale!.id;
  await shop.call('park');
  await shop.call('recall', { saleId });
  expect({ step: shop.view().payment?.step, qr: attemptOf(shop.view())?.checkout?.qr }).toEqual({
    step: 'flitt',
    qr: attempt.checkout?.qr,
  });
});

test('a QR whose time ends while the line is down is gone from the screen, in doubt, and paid when the line tells so', async () => {
  const shop = await openStreet();
  const attempt = await showCheckout(shop, 'flitt');
  await shop.others!.flitt.setCable('out');
  await customerPays(shop, 'flitt', referenceOf(shop, attempt));
  await shop.pass(20_000, ({ payment }) => payment?.attempt?.state === 'in-doubt');
  expect(attemptOf(shop.view())?.checkout?.qr).toBeNull();
  await shop.others!.flitt.setCable('in');
  await shop.pass(2000, ({ done }) => done !== null);
  const row = peek<{ id: string; name: string }>(shop, 'SELECT id, provider_payment_id AS name FROM attempt')[0]!;
  expect(keptOf(shop, 'flitt', row)).toEqual({ taken: 1, kept: 3_950_000 });
});

test.each([3_600_000, -3_600_000])(
  'a clock set back by %i ms neither kills a QR nor lets it live longer',
  async (by) => {
    const shop = await openStreet();
    await showCheckout(shop, 'smartpay');
    const since = shop.clock.steady();
    shop.clock.turnBack(by);
    await shop.pass(5000, () => attemptRows(shop)[0]?.state !== 'sending');
    expect(attemptRows(shop)[0]?.state).toBeOneOf(['cancelling', 'returned']);
    expect(Math.abs(shop.clock.steady() - since - 900_000)).toBeLessThan(30_000);
  },
);

test('a sale paid by a link waits for no wallet to hear of its receipt', async () => {
  const shop = await openStreet();
  const attempt = await showCheckout(shop, 'payme-link');
  await customerPays(shop, 'payme-link', referenceOf(shop, attempt));
  const view = await shop.pass(500, ({ done }) => done?.fiscal.state === 'registered');
  expect(view.done?.confirm).toBe('none');
});

test('a link whose payment Payme began and never came back about is closed after its time, and cannot be paid any more', async () => {
  const shop = await openStreet();
  const attempt = await showCheckout(shop, 'payme-link');
  let goOn = (): void => {};
  const forgotten = new Promise<void>((resolve) => (goOn = resolve));
  const pause = (before: string): Promise<unknown> => (before === 'perform' ? forgotten : Promise.resolve());
  const paying = shop.payme.pay(referenceOf(shop, attempt), { pause });
  await shop.pass(10_000, () => attemptRows(shop)[0]?.state === 'returned');
  goOn();
  expect((await paying).kind).toBe('refused');
  expect(shop.payme.ledger.receipts.map(({ state }) => state)).toEqual([50]);
});

test('a link cancelled while Payme works on it is closed at once, and Payme lets the money go', async () => {
  const shop = await openStreet();
  const attempt = await showCheckout(shop, 'payme-link');
  let goOn = (): void => {};
  const waits = new Promise<void>((resolve) => (goOn = resolve));
  let begun = (): void => {};
  const created = new Promise<void>((resolve) => (begun = resolve));
  const pause = (before: string): Promise<unknown> => {
    if (before !== 'perform') return Promise.resolve();
    begun();
    return waits;
  };
  const paying = shop.payme.pay(referenceOf(shop, attempt), { pause });
  await created;
  await shop.call('cancelAttempt', { attemptId: attempt.id });
  await shop.until(() => attemptRows(shop)[0]?.state === 'returned');
  goOn();
  expect((await paying).kind).toBe('refused');
});
