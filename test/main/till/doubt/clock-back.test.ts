import { expect, test } from 'vitest';
import { openPayment, peek } from '../rig.ts';

test('a clock set back an hour does not keep a payment from being taken back', async () => {
  const shop = await openPayment({ payme: 'subscribe', timeoutSeconds: 75 });
  shop.payme.script([{ on: 'receipts.pay', fault: { kind: 'charge-late', ms: 90_000, state: 1, told: 'lost' } }]);
  await shop.call('scan', { text: shop.payme.issueCode() });
  await shop.until(({ payment }) => payment?.attempt?.state === 'in-doubt');
  const attemptId = shop.view().payment!.attempt!.id;
  shop.clock.advance(20_000);
  shop.clock.turnBack(3_600_000);
  expect(await shop.call('cancelAttempt', { attemptId })).toEqual({ ok: true, value: null });
});

test('money that is to go back goes back although the clock was set back an hour', async () => {
  const shop = await openPayment({ payme: 'subscribe', timeoutSeconds: 75 });
  shop.payme.script([
    { on: 'receipts.pay', fault: { kind: 'drop-answer-after' } },
    { on: 'receipts.get', times: 8, fault: { kind: 'http-status', status: 502 } },
  ]);
  await shop.call('scan', { text: shop.payme.issueCode() });
  await shop.until(({ payment }) => payment?.attempt?.state === 'in-doubt');
  const attemptId = shop.view().payment!.attempt!.id;
  shop.clock.advance(16_000);
  expect(await shop.call('cancelAttempt', { attemptId })).toEqual({ ok: true, value: null });
  await shop.call('takeCash', { given: 3_950_000 });
  shop.clock.turnBack(3_600_000);
  const since = shop.clock.steady();
  await shop.pass(2000, () => shop.clock.steady() - since > 600_000);
  const cancels = shop.payme.ledger.requests.filter(({ method }) => method === 'receipts.cancel').length;
  expect({
    asked: cancels > 0,
    reason: peek<{ reason: string }>(shop, 'SELECT reason FROM attempt')[0]!.reason,
  }).toEqual({
    asked: true,
    reason: 'cancelled-there',
  });
});
