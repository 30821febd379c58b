import { expect, test } from 'vitest';
import { bread, openPayment } from '../rig.ts';
import type { Shop } from '../rig.ts';

/** Three customers whose payments are in doubt, their sales put aside, the line to Payme down. */
async function threeInDoubt(): Promise<Shop> {
  const shop = await openPayment({ payme: 'subscribe' });
  for (const lines of [[], [bread], [bread, bread]]) {
    if (lines.length > 0) {
      for (const text of lines) await shop.call('scan', { text });
      await shop.call('startPayment');
    }
    await shop.payme.setCable('in');
    shop.payme.script([{ on: 'receipts.pay', fault: { kind: 'drop-answer-after' } }]);
    await shop.call('scan', { text: shop.payme.issueCode() });
    await shop.until(({ payment }) => payment?.attempt?.state === 'in-doubt');
    await shop.payme.setCable('out');
    await shop.call('park');
  }
  return shop;
}

test('a shift closes with three payments in doubt: they are named on its report and not counted', async () => {
  const shop = await threeInDoubt();
  const closed = await shop.call('closeShift', { counted: 20_000_000 });
  expect(closed).toMatchObject({ value: { sales: 0, total: 0, inDoubt: { count: 3, amount: 5_150_000 } } });
});

test('resolved while no shift is open, they are paid at once and sold in the next shift; the closed report never changes', async () => {
  const shop = await threeInDoubt();
  await shop.call('closeShift', { counted: 20_000_000 });
  const before = shop.view().closedShift;
  await shop.payme.setCable('in');
  const found = await shop.pass(2000, ({ strip }) => strip.inDoubt.count === 0);
  expect(found.closedShift).toMatchObject({ ...before, fiscal: {} });
  expect(await kinds(shop)).toEqual(['waits-for-shift', 'waits-for-shift', 'waits-for-shift']);
  await shop.call('openShift', { float: 20_000_000 });
  const view = await shop.pass(2000, ({ strip, parked }) => strip.unsentFiscal.count === 0 && parked.length === 0);
  expect(view.shift).toMatchObject({ sales: 3, taken: 5_150_000 });
  const charged = shop.payme.ledger.charges.reduce((sum, { amount }) => sum + amount, 0);
  expect([charged, shop.box.ledger.receipts.length]).toEqual([5_150_000, 3]);
});

test('resolved in the next shift, they are sold in it', async () => {
  const shop = await threeInDoubt();
  await shop.call('closeShift', { counted: 20_000_000 });
  await shop.call('openShift', { float: 20_000_000 });
  await shop.payme.setCable('in');
  const view = await shop.pass(2000, ({ strip, parked }) => strip.inDoubt.count === 0 && parked.length === 0);
  expect(view.shift).toMatchObject({ sales: 3, taken: 5_150_000 });
});

async function kinds(shop: Shop): Promise<string[]> {
  const answer = await shop.call('openItems');
  return answer.ok ? answer.value.items.map(({ kind }) => kind) : [];
}
