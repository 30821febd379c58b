import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../../../main/store/database.ts';
import { peek } from '../rig.ts';
import type { Shop } from '../rig.ts';
import { attemptRows, openStreet, referenceOf, saleRows, showCheckout } from './street.ts';

const minute = 60_000;
const status = 'GET /payment/one_qr/status';
const refund = 'POST /payment/one_qr/refund';

type Closed = { shop: Shop; qr: string; attemptId: string };

/** A shop that took cash after it closed the customer's QR of UzQR, at an UzQR where a customer who was paying still pays. */
async function closed(): Promise<Closed> {
  const shop = await openStreet();
  shop.box.oneQr.setTerms({ lateWins: true });
  const { id: attemptId, ...shown } = await showCheckout(shop, 'uzqr');
  const qr = referenceOf(shop, { id: attemptId, ...shown });
  await shop.call('cancelAttempt', { attemptId });
  await shop.call('takeCash', { given: 3_950_000 });
  await shop.pass(200, () => attemptRows(shop)[0]?.state === 'returned' && !atWork(shop));
  return { shop, qr, attemptId };
}

const atWork = (shop: Shop): boolean => peek(shop, `SELECT 1 FROM outbox WHERE locked_until IS NOT NULL`).length > 0;

const watched = (shop: Shop): boolean =>
  peek(shop, `SELECT 1 FROM outbox WHERE kind = 'ask' AND state = 'waiting'`).length > 0;

const path =
  ([method, route]: [string, string]) =>
  (request: { method: string; path: string }) =>
    request.method === method && request.path.startsWith(route);

const calls = ({ box }: Shop, call: string): number =>
  box.ledger.requests.filter(path(call.split(' ') as [string, string])).length;

const refunds = ({ box }: Shop) => box.oneQr.book.refunds.map(({ amount, status: was }) => ({ amount, status: was }));

const findings = (shop: Shop) => peek(shop, 'SELECT kind, amount FROM match_finding WHERE settled_at IS NULL');

const history = (shop: Shop): string[] =>
  peek<{ what: string }>(
    shop,
    `SELECT state || coalesce(' ' || reason, '') AS what FROM attempt_event ORDER BY id`,
  ).map(({ what }) => what);

/** Time passes until nobody looks at the closed QR any more. */
const pass = (shop: Shop, step = 5000) => shop.pass(step, () => !watched(shop));

const backOnce = { refunds: [{ amount: 3_950_000, status: 2 }], attempt: 'cancelled-there', findings: [] as unknown[] };
const managers = { attempt: 'refund-unanswered', findings: [{ kind: 'paid-there', amount: 3_950_000 }] };

const ended = (shop: Shop) => ({
  refunds: refunds(shop),
  attempt: attemptRows(shop)[0]?.reason,
  findings: findings(shop),
});

describe('a QR of UzQR that was closed before anybody paid', () => {
  test('and is paid after all goes back by itself, and the history says so', async () => {
    const { shop, qr } = await closed();
    shop.clock.advance(2 * minute);
    expect(shop.box.oneQr.pay(qr)).toEqual({ ok: true });
    await pass(shop);
    expect(ended(shop)).toEqual(backOnce);
    expect(history(shop).slice(-4)).toEqual([
      'cancelling cashier',
      'returned never-begun',
      'returned paid-after-cancel',
      'returned cancelled-there',
    ]);
    expect(saleRows(shop)).toEqual([{ state: 'completed', paidBy: 'cash' }]);
    expect(shop.view().message).toMatchObject({ code: 'payment-returned', facts: { number: 1 } });
  });

  test('is watched until its own time and a quarter of an hour are over', async () => {
    const { shop, qr } = await closed();
    shop.clock.advance(14 * minute);
    await shop.pass(100, () => !atWork(shop) && calls(shop, status) > 1);
    expect(watched(shop)).toBe(true);
    shop.box.oneQr.pay(qr);
    await pass(shop);
    expect(ended(shop)).toEqual(backOnce);
  });

  test('and is not paid is asked about no more after that, and nobody is bothered', async () => {
    const { shop } = await closed();
    const { message } = shop.view();
    await pass(shop, 2000);
    const asked = calls(shop, status);
    shop.clock.advance(60 * minute);
    await shop.until(() => !atWork(shop));
    expect({ more: calls(shop, status) - asked, cancels: calls(shop, 'POST /payment/one_qr/cancel') }).toEqual({
      more: 0,
      cancels: 1,
    });
    expect(asked).toBeGreaterThan(20);
    expect(asked).toBeLessThan(45);
    expect({ ...ended(shop), message: shop.view().message }).toEqual({
      refunds: [],
      attempt: 'never-begun',
      findings: [],
      message,
    });
  });

  test('is looked at once more when the box was gone for all that time', async () => {
    const { shop, qr } = await closed();
    await shop.box.setCable('out');
    shop.box.oneQr.pay(qr);
    shop.clock.advance(40 * minute);
    await shop.pass(5000, ({ strip }) => strip.line === 'down');
    expect(watched(shop)).toBe(true);
    await shop.box.setCable('in');
    await pass(shop);
    expect(ended(shop)).toEqual(backOnce);
  });

  test('is watched as well when the answer to the cancellation was lost and its status told', async () => {
    const shop = await openStreet();
    shop.box.oneQr.setTerms({ lateWins: true });
    const shown = await showCheckout(shop, 'uzqr');
    shop.box.script([{ on: 'POST /payment/one_qr/cancel', fault: { kind: 'drop-answer-after' } }]);
    await shop.call('cancelAttempt', { attemptId: shown.id });
    await shop.pass(500, () => attemptRows(shop)[0]?.state === 'returned');
    shop.box.oneQr.pay(referenceOf(shop, shown));
    await pass(shop);
    expect(ended(shop)).toEqual(backOnce);
  });

  test('and whose money UzQR will not give back is a manager’s', async () => {
    const { shop, qr } = await closed();
    shop.box.oneQr.setTerms({ refundsEnd: 'failed' });
    shop.box.oneQr.pay(qr);
    await pass(shop);
    const { attempt, findings: open } = ended(shop);
    expect({ attempt, open }).toEqual({ attempt: 'cancel-refused', open: managers.findings });
    const items = await shop.call('openItems');
    expect(items.ok && items.value.items).toMatchObject([{ kind: 'finding', needsPerson: true, tender: 'uzqr' }]);
  });
});

/** A till that died right after it wrote down who had paid the closed QR. */
async function stoppedAfterPaid(): Promise<Shop> {
  const { shop, qr, attemptId } = await closed();
  shop.box.oneQr.pay(qr);
  await shop.stop();
  const paid = `UPDATE attempt SET reason = 'paid-after-cancel', transaction_id = '${payId(shop)}' WHERE id = ?`;
  write(shop, paid, attemptId);
  return shop;
}

describe('a till that is killed', () => {
  test('right after it closed the QR still sees who pays', async () => {
    const { shop, qr } = await closed();
    await shop.restart();
    shop.box.oneQr.pay(qr);
    await pass(shop);
    expect(ended(shop)).toEqual(backOnce);
  });

  test.each(['request', 'answer'] as const)('while it asks (%s) asks again', async (held) => {
    const { shop, qr } = await closed();
    shop.box.oneQr.pay(qr);
    const question = shop.box.script([{ on: status, fault: { kind: 'hang', held } }]);
    await shop.pass(500, () => question.left() === 0);
    await question.reached;
    await shop.restart();
    question.release();
    await pass(shop);
    expect(ended(shop)).toEqual(backOnce);
  });

  test('after it wrote down who paid gives it back at its next start', async () => {
    const shop = await stoppedAfterPaid();
    await shop.start('boot-1');
    await pass(shop);
    expect(ended(shop)).toEqual(backOnce);
  });

  test('after it noted that it sends the refund sends none any more: a manager looks', async () => {
    const shop = await stoppedAfterPaid();
    write(shop, 'INSERT INTO sent_refund (payment_id, refund_id, at) VALUES (?, NULL, 1)', payId(shop));
    await shop.start('boot-1');
    await pass(shop);
    expect(ended(shop)).toEqual({ ...managers, refunds: [] });
  });

  test.each(['request', 'answer'] as const)('while the refund is on its way (%s) sends it once', async (held) => {
    const { shop, qr } = await closed();
    shop.box.oneQr.pay(qr);
    const sending = shop.box.script([{ on: refund, fault: { kind: 'hang', held } }]);
    await shop.pass(500, () => sending.left() === 0);
    await sending.reached;
    await shop.restart();
    sending.release();
    await pass(shop);
    expect({ ...ended(shop), refunds: calls(shop, refund) }).toEqual({ ...managers, refunds: 1 });
  });

  test('after UzQR has taken the refund asks what became of it', async () => {
    const { shop, qr } = await closed();
    shop.box.oneQr.setTerms({ refundMs: 10 * minute });
    shop.box.oneQr.pay(qr);
    await shop.pass(500, () => refunds(shop).length === 1 && !atWork(shop));
    await shop.restart();
    await pass(shop);
    expect({ ...ended(shop), sent: calls(shop, refund) }).toEqual({ ...backOnce, sent: 1 });
  });

  test.each(['cancelled-there', 'refund-unanswered'])('after the last word (%s) does nothing more', async (reason) => {
    const { shop, qr, attemptId } = await closed();
    shop.box.oneQr.pay(qr);
    await shop.stop();
    write(shop, 'UPDATE attempt SET reason = ? WHERE id = ?', reason, attemptId);
    const asked = shop.box.ledger.requests.length;
    await shop.start('boot-1');
    await pass(shop, 100);
    const made = shop.box.ledger.requests.slice(asked).filter(({ path: of }) => of.startsWith('/payment'));
    expect({ made, ...ended(shop) }).toEqual({ made: [], refunds: [], attempt: reason, findings: [] });
  });
});

const payId = ({ box }: Shop): string => box.oneQr.book.payments[0]!.id;

/** Writes into the file of a till that does not run, as it stands when the till is killed between two commits. */
function write(shop: Shop, sql: string, ...args: string[]): void {
  const opened = openDatabase(`${shop.folder}/kassa.db`);
  if (!opened.ok) throw new Error(opened.fault.code);
  opened.db.prepare(sql).run(...args);
  opened.db.close();
}
