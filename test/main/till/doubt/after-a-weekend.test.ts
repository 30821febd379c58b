import { expect, test } from 'vitest';
import { openPayment, peek } from '../rig.ts';

test('money that was being taken back goes back after a weekend, although the till starts before its line does', async () => {
  const shop = await openPayment({ payme: 'subscribe' });
  const charge = shop.payme.script([{ on: 'receipts.pay', fault: { kind: 'hang', held: 'answer' } }]);
  await shop.call('scan', { text: shop.payme.issueCode() });
  await charge.reached;
  await shop.payme.setCable('out');
  await shop.until(({ payment }) => payment?.attempt?.state === 'in-doubt');
  shop.clock.advance(20_000);
  await shop.call('cancelAttempt', { attemptId: shop.view().payment!.attempt!.id });
  await shop.call('takeCash', { given: 3_950_000 });
  await shop.stop();
  shop.clock.advance(2 * 86_400_000);
  await shop.start('boot-1');
  const started = shop.clock.steady();
  await shop.pass(500, () => shop.clock.steady() - started > 5000);
  await shop.payme.setCable('in');
  await shop.pass(20_000, () => peek<{ state: string }>(shop, 'SELECT state FROM attempt')[0]?.state === 'returned');
  expect([shop.payme.ledger.charges.length, shop.payme.ledger.returns.length]).toEqual([1, 1]);
});
