import { expect, test } from 'vitest';
import { letDaysPass, openPayment, peek } from '../rig.ts';

test('a payment given up after a day of doubt is taken back until it is back, not tried once', async () => {
  const shop = await openPayment({ payme: 'subscribe' });
  shop.payme.script([
    { on: 'receipts.pay', fault: { kind: 'drop-answer-after' } },
    { on: 'receipts.get', times: 300, fault: { kind: 'garbage' } },
    { on: 'receipts.get_all', times: 300, fault: { kind: 'garbage' } },
  ]);
  await shop.call('scan', { text: shop.payme.issueCode() });
  await shop.until(({ payment }) => payment?.attempt?.state === 'in-doubt');
  await letDaysPass(shop, () => peek(shop, `SELECT 1 FROM outbox WHERE kind = 'ask' AND state = 'dead'`).length > 0);
  const attemptId = shop.view().payment!.attempt!.id;
  expect(await shop.call('cancelAttempt', { attemptId })).toEqual({ ok: true, value: null });
  const since = shop.clock.steady();
  await shop.pass(5000, () => shop.clock.steady() - since > 900_000);
  expect(peek(shop, `SELECT state FROM outbox WHERE kind = 'ask'`)).not.toEqual([{ state: 'dead' }]);
});
