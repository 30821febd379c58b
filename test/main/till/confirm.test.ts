import { expect, test } from 'vitest';
import { bread, openPayment, peek } from './rig.ts';
import type { Shop } from './rig.ts';

const confirms = (shop: Shop): { state: string }[] =>
  peek(shop, "SELECT state FROM outbox WHERE kind = 'wallet-confirm' ORDER BY id");
const asked = ({ box }: Shop): number =>
  box.ledger.requests.filter(({ path }) => path === '/payment/payme_confirm').length;

const payByCode = async (shop: Shop): Promise<void> => {
  await shop.call('scan', { text: shop.box.issueCode() });
  await shop.until(({ done }) => done !== null);
};

test('a receipt the wallet never takes is set aside after ten answers, and the next customer gets theirs', async () => {
  const shop = await openPayment();
  const refusal = { kind: 'refuse', code: -31602, message: 'not found' } as const;
  shop.box.script([{ on: 'POST /payment/payme_confirm', times: 10, fault: refusal }]);
  await payByCode(shop);
  await shop.pass(5000, ({ done }) => done?.confirm === 'refused');
  await shop.call('scan', { text: bread });
  await shop.call('startPayment');
  await payByCode(shop);
  await shop.pass(5000, ({ done }) => done?.confirm === 'done');
  expect([confirms(shop), asked(shop)]).toEqual([[{ state: 'dead' }, { state: 'done' }], 11]);
});

test('a wallet that nobody can reach is asked until it answers, however long that takes', async () => {
  const shop = await openPayment();
  shop.box.script([{ on: 'POST /payment/payme_confirm', times: 15, fault: { kind: 'drop-request-before' } }]);
  await payByCode(shop);
  await shop.pass(5000, ({ done }) => done?.confirm === 'done');
  expect(asked(shop)).toBe(16);
});
