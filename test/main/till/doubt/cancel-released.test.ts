import { expect, test } from 'vitest';
import { openPayment } from '../rig.ts';

const release = { enabled: true, perSale: 30_000_000, total: 300_000_000, count: 10, maxAgeMinutes: 120 };

test('a cashier alone cannot send back the money of goods that have left the shop', async () => {
  const shop = await openPayment({ payme: 'subscribe', release });
  shop.payme.script([{ on: 'receipts.pay', fault: { kind: 'drop-answer-after' } }]);
  await shop.call('scan', { text: shop.payme.issueCode() });
  await shop.until(({ payment }) => payment?.attempt?.state === 'in-doubt');
  await shop.payme.setCable('out');
  const attemptId = shop.view().payment!.attempt!.id;
  const staffId = shop.view().staff.find(({ name }) => name === 'Aziz')!.id;
  expect(
    await shop.call('releaseGoods', { attemptId, phone: '+998901234567', approval: { staffId, pin: '2222' } }),
  ).toEqual({ ok: true, value: null });
  shop.clock.advance(20_000);
  expect(await shop.call('cancelAttempt', { attemptId })).toMatchObject({ error: { code: 'manager-needed' } });
});
