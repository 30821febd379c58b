import { expect, test } from 'vitest';
import { auditTrail, openPayment, peek } from '../rig.ts';
import type { Options } from '../baraka.ts';
import type { Shop } from '../rig.ts';

const evidence = 'seen in the Payme cabinet, 21 November, 09:02';
const approvalOf = (shop: Shop) => ({
  staffId: shop.view().staff.find(({ name }) => name === 'Aziz')!.id,
  pin: '2222',
});
const attemptId = (shop: Shop) => peek<{ id: string }>(shop, 'SELECT id FROM attempt')[0]!.id;

/** Money in doubt that nobody can be asked about. */
async function inDoubt(options: Options = {}): Promise<Shop> {
  const shop = await openPayment(options);
  shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'drop-answer-after' } }]);
  await shop.call('scan', { text: shop.box.issueCode() });
  await shop.until(({ payment }) => payment?.attempt?.state === 'in-doubt');
  return shop;
}

test('a manager who found the payment completes the sale with it, and the fiscal receipt carries its id', async () => {
  const shop = await inDoubt();
  const { paymentId } = shop.box.ledger.charges[0]!;
  const closing = { attemptId: attemptId(shop), verdict: 'taken', evidence, paymentId } as const;
  expect(await shop.call('closeAttempt', { ...closing, approval: approvalOf(shop) })).toEqual({
    ok: true,
    value: null,
  });
  await shop.pass(500, ({ done }) => done?.confirm === 'done');
  expect(peek(shop, 'SELECT state, verdict, evidence, provider_payment_id AS paymentId FROM attempt')).toEqual([
    { state: 'closed-by-manager', verdict: 'taken', evidence, paymentId },
  ]);
  expect(shop.box.ledger.confirms).toMatchObject([{ paymentId }]);
  expect(auditTrail(shop).filter(({ action }) => action === 'attempt-closed')).toEqual([
    { action: 'attempt-closed', facts: { verdict: 'taken', evidence } },
  ]);
});

test('a manager who found nothing frees the sale for another tender', async () => {
  const shop = await inDoubt();
  const closing = { attemptId: attemptId(shop), verdict: 'not-taken', evidence } as const;
  await shop.call('closeAttempt', { ...closing, approval: approvalOf(shop) });
  expect(await shop.call('takeCash', { given: 3_950_000 })).toEqual({ ok: true, value: null });
  expect(shop.view().strip).toMatchObject({ inDoubt: { count: 0 }, needsPerson: 0 });
});

test('a cashier cannot settle money alone', async () => {
  const shop = await inDoubt();
  const closing = { attemptId: attemptId(shop), verdict: 'not-taken', evidence } as const;
  expect(await shop.call('closeAttempt', closing)).toMatchObject({ error: { code: 'manager-needed' } });
  const dilnoza = { staffId: shop.view().signedIn!.id, pin: '1111' };
  expect(await shop.call('closeAttempt', { ...closing, approval: dilnoza })).toMatchObject({
    error: { code: 'manager-needed' },
  });
});

test('a wrong manager’s PIN counts towards the lock-out and settles nothing', async () => {
  const shop = await inDoubt();
  const closing = { attemptId: attemptId(shop), verdict: 'not-taken', evidence } as const;
  const wrong = { ...approvalOf(shop), pin: '9999' };
  for (let n = 0; n < 4; n++) await shop.call('closeAttempt', { ...closing, approval: wrong });
  expect(await shop.call('closeAttempt', { ...closing, approval: wrong })).toMatchObject({ ok: false });
  expect(await shop.call('closeAttempt', { ...closing, approval: approvalOf(shop) })).toMatchObject({
    error: { code: 'pin-locked' },
  });
  expect(shop.view().signedIn?.name).toBe('Dilnoza');
  expect(shop.view().strip.inDoubt.count).toBe(1);
});

test.each([
  [{ verdict: 'taken', evidence }, 'payment-id-needed'],
  [{ verdict: 'taken', evidence: 'ok', paymentId: 'p' }, 'evidence-needed'],
  [{ verdict: 'not-taken', evidence: '    ' }, 'evidence-needed'],
  [{ verdict: 'given-back', evidence }, 'attempt-settled'],
] as const)('a verdict needs its grounds: %j is refused', async (closing, code) => {
  const shop = await inDoubt();
  const answer = await shop.call('closeAttempt', {
    attemptId: attemptId(shop),
    ...closing,
    approval: approvalOf(shop),
  });
  expect(answer).toMatchObject({ error: { code } });
  expect(shop.view().strip.inDoubt.count).toBe(1);
});

test('a payment that belongs to another customer settles nobody else’s doubt', async () => {
  const shop = await openPayment();
  await shop.call('scan', { text: shop.box.issueCode() });
  await shop.pass(500, ({ done }) => done?.confirm === 'done');
  const { paymentId } = shop.box.ledger.charges[0]!;
  await shop.call('scan', { text: '4780000000014' });
  await shop.call('startPayment');
  shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'drop-answer-after' } }]);
  await shop.call('scan', { text: shop.box.issueCode() });
  await shop.until(({ payment }) => payment?.attempt?.state === 'in-doubt');
  const { id } = shop.view().payment!.attempt!;
  const closing = { attemptId: id, verdict: 'taken', evidence, paymentId, approval: approvalOf(shop) } as const;
  expect(await shop.call('closeAttempt', closing)).toMatchObject({ error: { code: 'payment-id-known' } });
});

test('money a manager gave back by hand is settled, and the sale stays as it was paid', async () => {
  const shop = await inDoubt();
  shop.clock.advance(15_000);
  const id = attemptId(shop);
  await shop.call('cancelAttempt', { attemptId: id });
  await shop.call('takeCash', { given: 3_950_000 });
  const closing = { attemptId: id, verdict: 'given-back', evidence, approval: approvalOf(shop) } as const;
  expect(await shop.call('closeAttempt', closing)).toEqual({ ok: true, value: null });
  expect(shop.view().strip).toMatchObject({ inDoubt: { count: 0 }, needsPerson: 0 });
});
