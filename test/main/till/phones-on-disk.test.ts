import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attemptOf, customerPays, openStreet, referenceOf, showCheckout } from './checkout/street.ts';
import { peek } from './rig.ts';
import type { Shop } from './rig.ts';

/** Every byte below the till's folder: database, write-ahead log, shared memory, lock. */
const filesOf = ({ dir }: Shop): string =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'))
    .join('\n');

/** Nine digits of an Uzbek number: the one the cashier typed, and the one Payme says the payer has. */
const typed = '901234567';
const payersOf = (shop: Shop): string[] =>
  shop.payme.ledger.receipts.flatMap(({ clientPhone }) => (clientPhone === null ? [] : [clientPhone.slice(3)]));

const said = (shop: Shop): string => JSON.stringify([shop.log, shop.shell]);

describe('the phone an invoice was sent to', () => {
  test('is on disk while the invoice can be sent, or nobody could send it again after a power cut', async () => {
    const shop = await openStreet();
    await showCheckout(shop, 'payme-invoice');
    expect(filesOf(shop)).toContain(typed);
  });

  test("is in no file and no log when the sale is paid and registered, nor is the payer's own", async () => {
    const shop = await openStreet();
    const attempt = await showCheckout(shop, 'payme-invoice');
    await customerPays(shop, 'payme-invoice', referenceOf(shop, attempt));
    await shop.pass(500, ({ done }) => done?.fiscal.state === 'registered');
    const numbers = [typed, ...payersOf(shop)];
    expect(numbers).toHaveLength(2);
    expect(peek(shop, 'SELECT phone FROM checkout')).toEqual([{ phone: null }]);
    expect(peek(shop, 'SELECT client_phone FROM attempt')).toEqual([{ client_phone: null }]);
    await shop.stop();
    const everything = filesOf(shop) + said(shop);
    expect(numbers.filter((number) => everything.includes(number))).toEqual([]);
  });

  test('is out of the write-ahead log a second later, while the till runs', async () => {
    const shop = await openStreet();
    const attempt = await showCheckout(shop, 'payme-invoice');
    await customerPays(shop, 'payme-invoice', referenceOf(shop, attempt));
    await shop.pass(500, ({ done }) => done?.fiscal.state === 'registered');
    shop.clock.advance(1000);
    const everything = filesOf(shop) + said(shop) + JSON.stringify([shop.view(), shop.customer()]);
    expect([typed, ...payersOf(shop)].filter((number) => everything.includes(number))).toEqual([]);
  });

  test('went to the fiscal box before it was erased', async () => {
    const shop = await openStreet();
    const attempt = await showCheckout(shop, 'payme-invoice');
    await customerPays(shop, 'payme-invoice', referenceOf(shop, attempt));
    await shop.pass(500, ({ done }) => done?.fiscal.state === 'registered');
    const { requests } = shop.box.ledger;
    const order = requests.find(({ path }) => path === '/order/create/');
    expect(JSON.stringify(order)).toContain(`998${payersOf(shop)[0]}`);
  });

  test.each([
    [
      'it was cancelled',
      async (shop: Shop, attemptId: string) => void (await shop.call('cancelAttempt', { attemptId })),
    ],
    ['nobody paid it', async () => {}],
  ])('is in no file and no log when %s', async (_how, end) => {
    const shop = await openStreet();
    const { id } = await showCheckout(shop, 'payme-invoice');
    await end(shop, id);
    const states = ['returned', 'declined', 'expired'];
    await shop.pass(20_000, (view) => states.includes(attemptOf(view)?.state ?? ''));
    expect(peek(shop, 'SELECT phone FROM checkout')).toEqual([{ phone: null }]);
    await shop.stop();
    expect(filesOf(shop) + said(shop)).not.toContain(typed);
  });
});
