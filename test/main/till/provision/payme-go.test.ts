import { expect, test } from 'vitest';
import type { Fault } from '../../../../main/till/provision/faults.ts';
import { readProvision } from '../../../../main/till/provision/read.ts';
import { folder, goodProvision, header, milk } from './files.ts';

const cashbox = { baseUrl: 'https://checkout.paycom.uz/api', cashboxId: 'c', key: 'k' };

async function faultsOf(paymeGo: unknown): Promise<Fault[]> {
  const text = JSON.stringify({ ...goodProvision(), paymeGo });
  const files = folder({ '/set/till.json': text, '/set/goods.csv': `${header}\n${milk}\n` });
  const read = await readProvision('/set/till.json', { readFile: files });
  return read.ok ? [] : read.faults;
}

test('Payme Go may go directly to Payme', async () => {
  expect(await faultsOf({ kind: 'subscribe', ...cashbox })).toEqual([]);
});

test('Payme Go may go through the box, with the cashbox behind it', async () => {
  expect(await faultsOf({ ...goodProvision().paymeGo, cashbox })).toEqual([]);
});

test('a cashbox is told by name what it lacks', async () => {
  const wrong = { baseUrl: 'checkout', cashboxId: ' ', secret: 'k' };
  const faults = await faultsOf({ ...goodProvision().paymeGo, cashbox: wrong });
  expect(faults.map(({ where, code }) => [where, code])).toEqual([
    ['paymeGo.cashbox.baseUrl', 'wrong-form'],
    ['paymeGo.cashbox.cashboxId', 'empty'],
    ['paymeGo.cashbox.key', 'missing'],
    ['paymeGo.cashbox.secret', 'unknown-key'],
  ]);
});

test.each(['http://checkout.paycom.uz/api', 'http://192.168.1.5/api'])(
  'a key is never sent in the open: %s is refused',
  async (baseUrl) => {
    const fault = { code: 'wrong-form', facts: {} };
    expect(await faultsOf({ kind: 'subscribe', ...cashbox, baseUrl })).toEqual([
      { ...fault, where: 'paymeGo.baseUrl' },
    ]);
    expect(await faultsOf({ ...goodProvision().paymeGo, cashbox: { ...cashbox, baseUrl } })).toEqual([
      { ...fault, where: 'paymeGo.cashbox.baseUrl' },
    ]);
  },
);
