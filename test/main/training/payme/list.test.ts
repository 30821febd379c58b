import { expect, test } from 'vitest';
import { tiyin } from '../../../../main/domain/money.ts';
import { account, morning, startRig, type Rig } from './rig.ts';

/** A rig with 60 receipts, a second apart. */
async function withReceipts(options: Parameters<typeof startRig>[0] = {}): Promise<Rig & { ids: string[] }> {
  const rig = await startRig(options);
  const ids = Array.from({ length: 60 }, () => {
    const { id } = rig.payme.wallet.create({ amount: tiyin(10_000), account });
    rig.pass(1000);
    return id;
  });
  return { ...rig, ids };
}

async function page({ call }: Rig, params: object): Promise<string[]> {
  const day = { count: 50, from: morning, to: morning + 86_400_000, offset: 0 };
  const answer = await call('receipts.get_all', { ...day, ...params });
  return answer.result.map(({ _id: id }: { _id: string }) => id);
}

test('pages of fifty hold every receipt of the period once, the newest first', async () => {
  const rig = await withReceipts();
  const pages = [await page(rig, {}), await page(rig, { offset: 50 }), await page(rig, { offset: 100 })];
  expect(pages.map((one) => one.length)).toEqual([50, 10, 0]);
  expect(pages.flat()).toEqual(rig.ids.toReversed());
});

test('a Payme that begins with the oldest does so', async () => {
  const rig = await withReceipts({ listing: 'oldest-first' });
  expect(await page(rig, { count: 3, offset: 1 })).toEqual(rig.ids.slice(1, 4));
});

test('a period counts by creation, both ends included', async () => {
  const rig = await withReceipts({ listing: 'oldest-first' });
  expect(await page(rig, { from: morning + 1000, to: morning + 3000 })).toEqual(rig.ids.slice(1, 4));
});

test('a listed receipt has its titles in several languages and its number as a number', async () => {
  const { call, create, pay } = await startRig();
  const id = await create();
  await pay(id);
  const answer = await call('receipts.get_all', { count: 1, from: morning, to: morning });
  expect(answer.result).toMatchObject([
    {
      _id: id,
      state: 4,
      amount: 100_000,
      currency: 860,
      account: [
        { name: 'kkm_id', title: { ru: 'Номер кассы', uz: 'kkm_id', en: 'kkm_id' }, value: '00000011', main: true },
        { name: 'device_id', value: '00000012', main: false },
        { name: 'document', value: 'attempt-1', main: false },
        { name: 'transaction', title: { ru: 'Номер чека', uz: 'Chek raqami' }, value: 1, main: false },
      ],
    },
  ]);
});
