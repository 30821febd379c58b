import { describe, expect, test } from 'vitest';
import type { Fault } from '../../../../main/till/provision/faults.ts';
import { readProvision } from '../../../../main/till/provision/read.ts';
import { folder, goodProvision, header, laterParts, milk } from './files.ts';

async function faultsOf(provision: unknown): Promise<Fault[]> {
  const files = folder({ '/set/till.json': JSON.stringify(provision), '/set/goods.csv': `${header}\n${milk}\n` });
  const read = await readProvision('/set/till.json', { readFile: files });
  return read.ok ? [] : read.faults;
}

test('a key that cannot be one of Smartpay’s is refused while there is somebody to mend it, and not repeated', async () => {
  const { checkout, listener } = laterParts();
  const smartpay = { ...checkout.smartpay, secretKey: 'sk_live-mistyped' };
  expect(await faultsOf({ ...goodProvision(), checkout: { ...checkout, smartpay }, listener })).toEqual([
    { where: 'checkout.smartpay.secretKey', code: 'wrong-form', facts: {} },
  ]);
});

describe('a Payme link', () => {
  test("is refused without the calls of Payme's own that tell when it is paid", async () => {
    expect(await faultsOf({ ...goodProvision(), checkout: laterParts().checkout })).toEqual([
      { where: 'checkout.payme', code: 'needs-merchant-api', facts: {} },
    ]);
  });

  test('is taken with them', async () => {
    expect(await faultsOf({ ...goodProvision(), ...laterParts() })).toEqual([]);
  });
});
