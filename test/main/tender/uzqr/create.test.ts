import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { externalId } from '../../../../main/tender/uzqr/external-id.ts';
import { createUzqrFbox } from '../../../../main/tender/uzqr/uzqr.ts';
import { attemptId, request, useShop } from './shop.ts';

const shop = useShop();
const route = 'POST /payment/one_qr/create';
const invoices = () => shop().box.oneQr.book.invoices;

test.each([
  [1, '0.01'],
  [100, '1.00'],
  [9_900, '99.00'],
  [10_000, '100.00'],
  [10_001, '100.01'],
  [1_234_567_890, '12345678.90'],
])('%i tiyin are asked for as "%s"', async (amount, text) => {
  const made = await shop().uzqr.create(request(amount));
  const [invoice] = invoices();
  expect(made).toEqual({ kind: 'ready', shown: { providerPaymentId: invoice?.id, qr: invoice?.qrText } });
  expect(invoice?.amount).toBe(amount);
  expect(JSON.parse(shop().box.ledger.requests[0]!.body)).toEqual({
    external_id: '0d219b440123456789ab',
    amount: text,
    print: false,
  });
});

test('an attempt names its invoices with twenty characters, each try with others', () => {
  fc.assert(
    fc.property(fc.uuid({ version: 7 }), fc.integer({ min: 0, max: 3 }), (id, round) => {
      expect(externalId(id, round)).toMatch(/^[0-9a-f]{20}$/);
      expect(externalId(id, round)).not.toBe(externalId(id, round + 1));
    }),
  );
});

test('another currency and nothing at all are refused before anything is sent', () => {
  const { uzqr } = shop();
  expect(uzqr.refuses({ amount: 100, currency: 'JPY' })).toBe('currency-differs');
  expect(uzqr.refuses({ amount: 0, currency: 'UZS' })).toBe('amount-too-small');
  expect(uzqr.refuses({ amount: 1, currency: 'UZS' })).toBeUndefined();
});

test('after a lost answer the same name is asked for again, and the same invoice comes', async () => {
  const { box, uzqr } = shop();
  box.oneQr.setTerms({ duplicates: 'same' });
  box.script([{ on: route, fault: { kind: 'drop-answer-after' } }]);
  expect(await uzqr.create(request(100))).toEqual({ kind: 'again', reason: 'closed' });
  expect(await uzqr.create(request(100, { again: true }))).toMatchObject({ kind: 'ready' });
  expect(invoices()).toHaveLength(1);
});

test('where a name is refused the second time, the unseen invoice is left to die and another one shown', async () => {
  const { box, uzqr } = shop();
  box.script([{ on: route, fault: { kind: 'drop-answer-after' } }]);
  await uzqr.create(request(100));
  const made = await uzqr.create(request(100, { again: true }));
  const [unseen, second] = invoices();
  expect(made).toEqual({ kind: 'ready', shown: { providerPaymentId: second?.id, qr: second?.qrText } });
  expect([unseen?.externalId, second?.externalId]).toEqual([externalId(attemptId, 0), externalId(attemptId, 1)]);
});

test('every lost answer costs one name, and five are enough of them', async () => {
  const { box, uzqr } = shop();
  for (let lost = 0; lost < 5; lost += 1) {
    box.script([{ on: route, nth: lost + 1, fault: { kind: 'drop-answer-after' } }]);
    expect(await uzqr.create(request(100, { again: lost > 0 }))).toMatchObject({ kind: 'again' });
  }
  expect(await uzqr.create(request(100, { again: true }))).toMatchObject({
    kind: 'declined',
    reason: 'request-refused',
  });
  expect(invoices()).toHaveLength(5);
});

test('a name refused at the first try is refused for good', async () => {
  shop().box.script([{ on: route, fault: { kind: 'refuse', code: 2003, message: 'no' } }]);
  expect(await shop().uzqr.create(request(100))).toEqual({
    kind: 'declined',
    reason: 'request-refused',
    message: 'no',
  });
});

test.each([
  [104, 'UzQR endpoint not configured', 'fbox-104'],
  [1001, 'auth', 'shop-refused'],
  [1002, 'blocked', 'shop-refused'],
  [2001, 'params', 'request-refused'],
  [2002, 'amount', 'request-refused'],
  [2004, 'module', 'shop-refused'],
  [7, '{"amount":["Not a valid string."]}', 'request-refused'],
])('%i (%s) declines the checkout', async (code, message, reason) => {
  shop().box.script([{ on: route, fault: { kind: 'refuse', code, message } }]);
  expect(await shop().uzqr.create(request(100))).toEqual({ kind: 'declined', reason, message });
});

test.each([
  [{ kind: 'refuse', code: 6001, message: 'slow down' }, 'fbox-6001'],
  [{ kind: 'refuse', code: 9001, message: 'later' }, 'fbox-9001'],
  [{ kind: 'garbage' }, 'not-json'],
  [{ kind: 'error-200' }, 'contradiction'],
  [{ kind: 'http-status', status: 502 }, 'http-status'],
  [{ kind: 'cut', afterBytes: 20 }, 'body-lost'],
  [{ kind: 'wrong-types' }, 'wrong-shape'],
] as const)('after %j it is tried again', async (fault, reason) => {
  shop().box.script([{ on: route, fault }]);
  expect(await shop().uzqr.create(request(100))).toEqual({ kind: 'again', reason });
});

test('a box that is switched off has made nothing, and a foreign address is never called in training', async () => {
  const { box } = shop();
  await box.setCable('out');
  expect(await shop().uzqr.create(request(100))).toEqual({ kind: 'again', reason: 'refused' });
  const astray = createUzqrFbox({ baseUrl: box.url, lifetimeSeconds: 300, onlyOrigin: 'http://127.0.0.1:1' });
  expect(await astray.create(request(100))).toEqual({ kind: 'again', reason: 'wrong-origin' });
});
