import { describe, expect, test } from 'vitest';
import { openPayment, peek } from '../rig.ts';
import type { Shop } from '../rig.ts';
import { attemptOf, customerPays, openStreet, referenceOf, showCheckout } from '../checkout/street.ts';
import { caller, openListening, showLink } from '../listener/shop.ts';

const evidence = 'the customer’s phone shows no payment';

/** A manager says that nothing was taken. */
function closeNotTaken(shop: Shop, attemptId: string) {
  const staffId = shop.view().staff.find(({ name }) => name === 'Aziz')!.id;
  return shop.call('closeAttempt', {
    attemptId,
    verdict: 'not-taken',
    evidence,
    approval: { staffId, pin: '2222' },
  });
}

const done = { ok: true, value: null };
const findings = (shop: Shop) => peek(shop, 'SELECT kind, amount FROM match_finding WHERE settled_at IS NULL');
const paidThere = [{ kind: 'paid-there', amount: 3_950_000 }];
const isAsked = (shop: Shop): boolean =>
  peek(shop, `SELECT 1 FROM outbox WHERE kind = 'ask' AND state = 'waiting'`).length > 0;

describe('a payment that a manager closed as not taken', () => {
  test('and that the provider calls paid in an answer already on its way is a manager’s again', async () => {
    const shop = await openPayment({ payme: 'subscribe' });
    shop.payme.script([{ on: 'receipts.pay', fault: { kind: 'drop-answer-after' } }]);
    const question = shop.payme.script([{ on: 'receipts.get', fault: { kind: 'hang', held: 'answer' } }]);
    await shop.call('scan', { text: shop.payme.issueCode() });
    await shop.pass(250, () => question.left() === 0);
    await question.reached;
    expect(await closeNotTaken(shop, shop.view().payment!.attempt!.id)).toEqual(done);
    question.release();
    await shop.until(() => findings(shop).length > 0);
    expect(findings(shop)).toEqual(paidThere);
  });
});

describe.each(['flitt', 'uzqr', 'payme-invoice', 'smartpay'] as const)('a QR by %s that a manager closed', (kind) => {
  const cable = (shop: Shop, way: 'in' | 'out') => {
    if (kind === 'flitt') return shop.others!.flitt.setCable(way);
    if (kind === 'smartpay') return shop.others!.smartpay.setCable(way);
    return kind === 'uzqr' ? shop.box.setCable(way) : shop.payme.setCable(way);
  };

  test('as not taken while the line was down, and that was paid before it died, is found when the line is back', async () => {
    const shop = await openStreet();
    const attempt = await showCheckout(shop, kind);
    const reference = referenceOf(shop, attempt);
    await cable(shop, 'out');
    await customerPays(shop, kind, reference);
    await shop.pass(10_000, ({ payment }) => payment?.attempt?.state === 'in-doubt');
    expect(await closeNotTaken(shop, attempt.id)).toEqual(done);
    await shop.call('takeCash', { given: 3_950_000 });
    await cable(shop, 'in');
    await shop.pass(5000, () => findings(shop).length > 0 || !isAsked(shop));
    expect(findings(shop)).toEqual(paidThere);
  });
});

describe('a QR that can still be paid', () => {
  test('is not closed as not taken; after its time it is', async () => {
    const shop = await openStreet();
    const { id } = await showCheckout(shop, 'flitt');
    await shop.others!.flitt.setCable('out');
    await shop.call('cancelAttempt', { attemptId: id });
    expect(await closeNotTaken(shop, id)).toMatchObject({ ok: false, error: { code: 'checkout-still-payable' } });
    const began = shop.clock.steady();
    await shop.pass(60_000, () => shop.clock.steady() - began > 1_200_000);
    expect(await closeNotTaken(shop, id)).toEqual(done);
  });
});

test('a provider that calls about a payment which a manager closed is asked at once', async () => {
  const shop = await openListening();
  const id = await showLink(shop, 'flitt');
  const street = await caller(shop);
  await shop.others!.flitt.setCable('out');
  await customerPays(shop, 'flitt', referenceOf(shop, attemptOf(shop.view())!));
  await shop.pass(10_000, ({ payment }) => payment?.attempt?.state === 'in-doubt');
  await closeNotTaken(shop, id);
  const began = shop.clock.steady();
  await shop.pass(60_000, () => shop.clock.steady() - began > 7_200_000);
  await shop.others!.flitt.setCable('in');
  const heard = shop.clock.steady();
  const call = { body: shop.others!.flitt.callbackText(id)!, headers: { 'content-type': 'application/json' } };
  await street.send('/flitt', call);
  await shop.pass(500, () => findings(shop).length > 0);
  expect(shop.clock.steady() - heard).toBeLessThan(5000);
});
