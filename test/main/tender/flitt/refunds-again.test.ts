import { describe, expect, test } from 'vitest';
import type { RefundRequest } from '../../../../main/tender/checkout.ts';
import type { Flitt } from '../../../../main/training/flitt/server.ts';
import { payment, price, refund, startRig } from './rig.ts';

const reverse = 'reverse/order_id';
const status = 'status/order_id';

const returned = { kind: 'returned', refundId: null };
const declined = {
  kind: 'refused',
  reason: 'return-refused',
  message: 'Reversal declined by the wallet',
  keySpent: true,
};
const uzs = (amount: number) => ({ amount, currency: 'UZS' });
const done = ({ ledger }: Flitt): number[] => ledger.reversals.map(({ amount }) => amount);

describe('the look before a refund is first sent', () => {
  test('tells how much has gone back, whoever gave it back', async () => {
    const { refunds, paid } = await startRig();
    await paid();
    const untouched = await refunds.before(payment, uzs(price));
    await refunds.give(refund({ key: 'somebody in the portal', amount: uzs(450_000) }));
    expect([untouched, await refunds.before(payment, uzs(450_000))]).toEqual([
      { kind: 'known', returned: 0 },
      { kind: 'known', returned: 450_000 },
    ]);
  });

  test('refuses what is more than is left, with what Flitt says of the payment', async () => {
    const { refunds, paid } = await startRig();
    await paid();
    await refunds.give(refund({ key: 'somebody in the portal', amount: uzs(450_000) }));
    expect(await refunds.before(payment, uzs(1_000_001))).toEqual({
      kind: 'refused',
      reason: 'return-refused',
      message: 'order a1, payment 805000001, reversed, amount 1450000, actual 1450000, reversed 450000',
    });
    expect(await refunds.before(payment, uzs(1_000_000))).toEqual({ kind: 'known', returned: 450_000 });
  });

  test('refuses what is not paid, or not there, and is unclear about another payment', async () => {
    const { refunds, show } = await startRig();
    const absent = await refunds.before(payment, uzs(price));
    await show();
    const other = { ...payment, charged: uzs(price + 1) };
    expect([absent, await refunds.before(payment, uzs(price)), await refunds.before(other, uzs(1))]).toMatchObject([
      { kind: 'refused', reason: 'not-found' },
      { kind: 'refused', reason: 'not-successful' },
      { kind: 'unclear', reason: 'amount-mismatch' },
    ]);
  });
});

describe('a refund that may have been heard', () => {
  const again = (changes: Partial<RefundRequest> = {}): RefundRequest =>
    refund({ again: true, baseline: 0, ...changes });
  const half = { amount: uzs(450_000) };
  const onlyPerson = expect.objectContaining({ kind: 'unclear', reason: 'more-went-back', onlyPerson: true });

  test.each([0, null])(
    'is sent again under its key while no more has gone back than before it (%s)',
    async (baseline) => {
      const { flitt, refunds, paid } = await startRig();
      await paid();
      expect([await refunds.give(again({ baseline })), done(flitt)]).toEqual([returned, [price]]);
    },
  );

  test.each([0, null])(
    'and was made whole is known by sending it once more: nothing is left to go (%s)',
    async (baseline) => {
      const { flitt, refunds, paid } = await startRig();
      await paid();
      await refunds.give(refund());
      expect([await refunds.give(again({ baseline })), done(flitt)]).toEqual([returned, [price]]);
    },
  );

  test.each([0, null])(
    'in part is never sent when more has gone back than before it: a person looks (%s)',
    async (baseline) => {
      const { flitt, refunds, paid, asked } = await startRig();
      await paid();
      await refunds.give(refund({ key: 'somebody in the portal', ...half }));
      const calls = asked().length;
      expect([await refunds.give(again({ ...half, baseline })), asked().slice(calls)]).toEqual([onlyPerson, [status]]);
      expect(done(flitt)).toEqual([450_000]);
    },
  );

  test('and was given back whole in the portal is not taken for ours', async () => {
    const { flitt, refunds, paid } = await startRig();
    await paid();
    await refunds.give(refund({ key: 'somebody in the portal' }));
    expect([await refunds.give(again()), done(flitt)]).toEqual([onlyPerson, [price]]);
  });

  test.each([1007, 1014, 1018])('is not refused by number %i', async (code) => {
    const { flitt, refunds, paid } = await startRig();
    await paid();
    flitt.script([{ on: reverse, fault: { kind: 'refuse', code, message: 'words' } }]);
    const outcome = await refunds.give(again());
    expect([outcome.kind, outcome]).toEqual(['unclear', expect.not.objectContaining({ onlyPerson: true })]);
  });

  test('is refused by the word of the wallet about its key', async () => {
    const { flitt, refunds, paid } = await startRig();
    await paid();
    flitt.script([{ on: reverse, fault: { kind: 'reversal-declined' } }]);
    await refunds.give(refund(half));
    expect(await refunds.give(again(half))).toEqual(declined);
  });

  test('of a payment Flitt does not find is unclear', async () => {
    const { refunds } = await startRig();
    expect(await refunds.give(again())).toEqual({ kind: 'unclear', reason: 'not-found', message: '' });
  });
});
