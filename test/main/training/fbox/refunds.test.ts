import { expect, test } from 'vitest';
import { failed, product, startRig, type Rig } from './rig.ts';

async function soldOnce(): Promise<Rig & { url: string }> {
  const rig = await startRig();
  await rig.openShift();
  const url: string = (await rig.sell({ received_cash: 20_000, received_card: 30_000 })).data.qr_url;
  return { ...rig, url };
}

const half = { products: [product({ price: 20_000, vat: 2143 })], received_cash: 20_000 };

test('a refund names its original and gets a receipt of its own', async () => {
  const { fbox, get, refund, url } = await soldOnce();
  expect(await refund({ ...half, qr_code: url, uuid: 'till-2' })).toMatchObject({
    data: { receipt_count: 2, qr_url: fbox.ledger.receipts[1]!.url },
    is_success: true,
  });
  expect(fbox.ledger.receipts[1]).toMatchObject({ operation: 'refund', originalSeq: 1, cash: 20_000 });
  const last = await get('/order/last/');
  expect(last.result.data).toMatchObject({ isRefund: true, order: { uuid: 'till-2', qr_code: url } });
});

test.each([undefined, null, ''])('a refund with the original %j is refused', async (qr_code) => {
  const { refund } = await soldOnce();
  expect(await refund({ ...half, qr_code })).toEqual(failed(65277, 'no refund info passed'));
});

test.each([
  ['another terminal', (url: string) => url.replace('t=ZZ000000000000', 't=ZZ000000000001')],
  ['an unknown number', (url: string) => url.replace('r=1&', 'r=7&')],
  ['another time', (url: string) => url.replace('c=20261121140002', 'c=20261121140003')],
  ['no URL at all', () => 'receipt 1'],
])('a refund that names %s is refused', async (_what, spoil) => {
  const { refund, url } = await soldOnce();
  expect(await refund({ ...half, qr_code: spoil(url) })).toEqual(failed(65276, 'bad refund info passed'));
});

test('a refund with a false fiscal sign is refused', async () => {
  const { refund, url } = await soldOnce();
  const qr_code = url.replace(/s=\d+/, 's=000000000000');
  expect(await refund({ ...half, qr_code })).toEqual(failed(65274, 'not valid refund info'));
});

test('a refund cannot itself be refunded', async () => {
  const { refund, url } = await soldOnce();
  const refunded = await refund({ ...half, qr_code: url });
  expect(await refund({ ...half, qr_code: refunded.data.qr_url })).toEqual(failed(65276, 'bad refund info passed'));
});

test.each([
  ['cash', { received_cash: 50_000, received_card: 0 }, failed(36913, 'ERROR_NOT_ENOUGH_CASH_FOR_REFUND')],
  ['card', { received_cash: 0, received_card: 50_000 }, failed(36914, 'ERROR_NOT_ENOUGH_CARD_FOR_REFUND')],
])('the box gives back no more %s than it took', async (_kind, money, refusal) => {
  const { fbox, refund, url } = await soldOnce();
  expect(await refund({ ...money, qr_code: url })).toEqual(refusal);
  expect(fbox.ledger.receipts).toHaveLength(1);
});

test('the box gives back no more VAT than it took', async () => {
  const { refund, url } = await soldOnce();
  const changes = { products: [product({ price: 20_000, vat: 5358 })], received_cash: 20_000, qr_code: url };
  expect(await refund(changes)).toEqual(failed(36915, 'ERROR_NOT_ENOUGH_VAT_FOR_REFUND'));
});

test('what was given back is gone: the second refund finds no cash', async () => {
  const { refund, url } = await soldOnce();
  await refund({ ...half, qr_code: url });
  expect(await refund({ ...half, qr_code: url })).toEqual(failed(36913, 'ERROR_NOT_ENOUGH_CASH_FOR_REFUND'));
});
