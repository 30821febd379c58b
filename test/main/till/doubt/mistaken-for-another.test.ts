import { expect, test } from 'vitest';
import { bread, openPayment, peek, tea } from '../rig.ts';

test('a payment made while the book is being read is never given to an earlier customer of the same sum', async () => {
  const shop = await openPayment({ payme: 'fbox-and-cashbox', timeoutSeconds: 75 });
  shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'drop-request-before' } }]);
  const slow = shop.payme.script([
    { on: 'receipts.get_all', fault: { kind: 'http-status', status: 502 } },
    { on: 'receipts.get_all', fault: { kind: 'hang', held: 'request' } },
  ]);
  await shop.call('scan', { text: shop.box.issueCode() });
  await shop.until(({ payment }) => payment?.attempt?.state === 'in-doubt');
  await shop.call('park');
  for (const text of [bread, bread, tea]) await shop.call('scan', { text });
  await shop.call('startPayment');
  await shop.pass(500, () => slow.left() === 0);
  await slow.reached;
  const second = shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'hang', held: 'answer' } }]);
  await shop.call('scan', { text: shop.box.issueCode() });
  await second.reached;
  await shop.until(() => shop.payme.ledger.charges.length === 1);
  slow.release();
  const since = shop.clock.steady();
  await shop.pass(100, () => shop.clock.steady() - since > 3000);
  const rows = peek<{ state: string; paid: number }>(
    shop,
    'SELECT state, provider_payment_id IS NOT NULL AS paid FROM attempt ORDER BY created_at',
  );
  second.release();
  expect(rows[0]).toEqual({ state: 'in-doubt', paid: 0 });
});
