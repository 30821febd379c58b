import { expect, test } from 'vitest';
import { customerPays, openStreet, referenceOf, showCheckout } from './checkout/street.ts';
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

test.each(['uzqr', 'payme-invoice'] as const)(
  'the receipt of a sale by %s is handed to who took the money',
  async (kind) => {
    const shop = await openStreet();
    await customerPays(shop, kind, referenceOf(shop, await showCheckout(shop, kind)));
    await shop.pass(500, ({ done }) => done?.confirm === 'done');
    const [document] = peek<{ url: string }>(shop, 'SELECT url FROM fiscal_document');
    const handed = { uzqr: shop.box.oneQr.book.receipts, 'payme-invoice': shop.payme.ledger.fiscalData };
    expect(JSON.stringify(handed[kind])).toContain(JSON.stringify(document!.url));
    expect(handed[kind]).toHaveLength(1);
  },
);
