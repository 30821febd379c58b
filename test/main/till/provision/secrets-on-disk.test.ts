import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openListening } from '../listener/shop.ts';
import { flittShop, merchantApi, smartpayShop } from '../other-side.ts';
import { peek } from '../rig.ts';

test('no secret of a shop with every way to pay is in its database, and every one was handed to the shell', async () => {
  const testKey = 'test key of the sandbox';
  const shop = await openListening({ listener: { merchantApi: { ...merchantApi, testKey } } });
  const secrets = {
    'checkout.flitt.secret': flittShop.secret,
    'checkout.smartpay.secretKey': smartpayShop.secretKey,
    'checkout.smartpay.webhook.secret': smartpayShop.secret,
    'listener.merchantApi.key': merchantApi.key,
    'listener.merchantApi.testKey': testKey,
  };
  const [row] = peek<{ value: string }>(shop, `SELECT value FROM setting WHERE key = 'provision'`);
  const blank = JSON.parse(row!.value) as { checkout: object; listener: object };
  expect(blank).toMatchObject({
    checkout: { flitt: { secret: '' }, invoice: { key: '' }, smartpay: { secretKey: '', webhook: { secret: '' } } },
    listener: { merchantApi: { key: '', testKey: '' } },
  });
  const { folder } = shop;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.startsWith('kassa.db'),
  );
  const onDisk = files.map((name) => readFileSync(join(folder, name)).toString('latin1')).join('');
  expect([files.length > 0, Object.values(secrets).filter((secret) => onDisk.includes(secret))]).toEqual([true, []]);
  expect(shop.shell.filter(({ type }) => type === 'keep-secrets')).toMatchObject([{ secrets }]);
});
