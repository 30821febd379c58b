import { expect, test } from 'vitest';
import { provisionSchema } from '../../../../main/till/provision/schema.ts';
import { joinSecrets, splitSecrets } from '../../../../main/till/provision/secrets.ts';
import { goodProvision, laterParts } from './files.ts';

const full = provisionSchema.parse({
  ...goodProvision(),
  ...laterParts(),
  paymeGo: { kind: 'subscribe', baseUrl: 'https://checkout.paycom.uz/api', cashboxId: 'c', key: 'go-key' },
});

const secrets = {
  'paymeGo.key': 'go-key',
  'checkout.flitt.secret': 'flitt-secret',
  'checkout.invoice.key': 'invoice-key',
  'checkout.smartpay.secretKey': 'sk_test_smartSecret',
  'checkout.smartpay.webhook.secret': 'webhookSecret',
  'listener.merchantApi.key': 'merchant-key',
  'listener.merchantApi.testKey': 'merchant-test-key',
};

test('every secret leaves the settings, each by its place', () => {
  expect(splitSecrets(full).secrets).toEqual(secrets);
});

test('what is stored in the open holds no secret, no person and no PIN', () => {
  const stored = JSON.stringify(splitSecrets(full).settings);
  const hidden = [...Object.values(secrets), 'Dilnoza', '1111', '2222'];
  expect(hidden.filter((word) => stored.includes(`"${word}"`))).toEqual([]);
});

test('settings and secrets put together are the settings of the file', () => {
  const { settings, secrets: taken } = splitSecrets(full);
  const { staff: _staff, catalogue: _catalogue, ...expected } = full;
  expect(joinSecrets(settings, taken)).toEqual(expected);
});

test('the key of the cashbox behind a box is a secret like any other', () => {
  const cashbox = { baseUrl: 'https://checkout.paycom.uz/api', cashboxId: 'c', key: 'box-key' };
  const paymeGo = { ...goodProvision().paymeGo, cashbox };
  const { settings, secrets: taken } = splitSecrets(provisionSchema.parse({ ...goodProvision(), paymeGo }));
  const blank = { ...paymeGo, cashbox: { ...cashbox, key: '' } };
  expect([taken, settings.paymeGo]).toEqual([{ 'paymeGo.cashbox.key': 'box-key' }, blank]);
  expect([joinSecrets(settings, taken).paymeGo, joinSecrets(settings, {}).paymeGo]).toEqual([paymeGo, blank]);
});

test('a till without secrets has none to hand over', () => {
  const { settings, secrets: taken } = splitSecrets(provisionSchema.parse(goodProvision()));
  expect([taken, joinSecrets(settings, {})]).toEqual([{}, settings]);
});

test('splitting leaves the provision file itself as it was', () => {
  const before = structuredClone(full);
  splitSecrets(full);
  expect(full).toEqual(before);
});
