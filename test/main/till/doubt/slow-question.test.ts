import { expect, test } from 'vitest';
import { bread, openPayment, peek } from '../rig.ts';

test('a question nobody answers does not hold up the question about another payment', async () => {
  const shop = await openPayment({ payme: 'subscribe' });
  shop.payme.script([
    { on: 'receipts.pay', fault: { kind: 'charge-late', ms: 3_600_000, state: 1, told: 'lost' } },
    { on: 'receipts.pay', fault: { kind: 'charge-late', ms: 10_000, state: 1, told: 'lost' } },
  ]);
  await shop.call('scan', { text: shop.payme.issueCode() });
  await shop.until(({ payment }) => payment?.attempt?.state === 'in-doubt');
  const hung = shop.payme.script([{ on: 'receipts.get', fault: { kind: 'hang', held: 'request' } }]);
  await shop.pass(250, () => hung.left() === 0);
  await hung.reached;
  await shop.call('park');
  await shop.call('scan', { text: bread });
  await shop.call('startPayment');
  await shop.call('scan', { text: shop.payme.issueCode() });
  await shop.until(({ payment }) => payment?.attempt?.state === 'in-doubt');
  const since = shop.clock.steady();
  await shop.pass(500, () => shop.clock.steady() - since > 60_000);
  const [row] = peek<{ state: string }>(shop, `SELECT state FROM attempt WHERE amount = 400000`);
  hung.release();
  expect(row).toEqual({ state: 'paid' });
});
