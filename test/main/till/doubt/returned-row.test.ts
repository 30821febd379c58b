import { expect, test } from 'vitest';
import { openPayment, peek } from '../rig.ts';

const states = (shop: Parameters<typeof peek>[0]) =>
  peek<{ state: string }>(shop, 'SELECT state FROM attempt ORDER BY created_at').map(({ state }) => state);

test('a payment that went back ends one attempt, and not the next of the same sum as well', async () => {
  const shop = await openPayment({ payme: 'fbox-and-cashbox', codeLifetimeSeconds: 60 });
  shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'drop-answer-after' } }]);
  await shop.call('scan', { text: shop.box.issueCode() });
  await shop.until(() => shop.payme.ledger.receipts.length === 1);
  shop.payme.setState(shop.payme.ledger.receipts[0]!.id, 50);
  await shop.pass(500, () => states(shop)[0] === 'returned');
  const again = shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'delay', ms: 20_000, held: 'request' } }]);
  await shop.call('scan', { text: shop.box.issueCode() });
  await again.reached;
  await shop.pass(1000, () => states(shop)[1] !== 'sending' || shop.view().done !== null);
  const paidCash = await shop.call('takeCash', { given: 3_950_000 });
  again.release();
  await shop.pass(1000, () => shop.payme.ledger.receipts.length === 2 && shop.payme.ledger.receipts[1]!.state === 4);
  const since = shop.clock.steady();
  await shop.pass(5000, () => shop.clock.steady() - since > 600_000);
  expect({ paidCash: paidCash.ok, second: shop.payme.ledger.receipts[1]!.state, states: states(shop) }).toEqual({
    paidCash: false,
    second: 4,
    states: ['returned', 'paid'],
  });
});
