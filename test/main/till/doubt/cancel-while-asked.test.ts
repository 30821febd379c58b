import { expect, test } from 'vitest';
import { openPayment, peek } from '../rig.ts';

test('who cancels an old doubt while it is being asked about waits for no rhythm: the money goes back at once', async () => {
  const shop = await openPayment({ payme: 'subscribe' });
  shop.payme.script([{ on: 'receipts.pay', fault: { kind: 'drop-answer-after' } }]);
  const deaf = shop.payme.script([{ on: 'receipts.get', times: 500, fault: { kind: 'http-status', status: 502 } }]);
  await shop.call('scan', { text: shop.payme.issueCode() });
  await shop.until(({ payment }) => payment?.attempt?.state === 'in-doubt');
  const began = shop.clock.steady();
  await shop.pass(5000, () => shop.clock.steady() - began > 1_300_000);
  const attemptId = shop.view().payment!.attempt!.id;
  await shop.until(() => peek(shop, 'SELECT 1 FROM outbox WHERE locked_by IS NOT NULL').length === 0);
  deaf.drop();
  const question = shop.payme.script([{ on: 'receipts.get', fault: { kind: 'hang', held: 'request' } }]);
  await shop.call('checkNow', { attemptId });
  await question.reached;
  const cancelled = shop.clock.steady();
  await shop.call('cancelAttempt', { attemptId });
  await shop.pass(500, () => peek<{ state: string }>(shop, 'SELECT state FROM attempt')[0]?.state === 'returned');
  question.release();
  expect(shop.clock.steady() - cancelled).toBeLessThan(10_000);
});
