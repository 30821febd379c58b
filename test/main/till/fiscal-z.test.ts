import { describe, expect, test } from 'vitest';
import { bread, openCounter, peek } from './rig.ts';
import type { Shop } from './rig.ts';

const sellBread = async (shop: Shop): Promise<void> => {
  await shop.call('scan', { text: bread });
  await shop.call('startPayment');
  await shop.call('takeCash', { given: 500_000 });
};
const fiscalState = (shop: Shop): unknown => peek(shop, 'SELECT fiscal_z, fiscal_closed FROM shift ORDER BY number');
const boxClosed = (shop: Shop) => (): boolean =>
  peek<{ fiscal_closed: number }>(shop, 'SELECT fiscal_closed FROM shift ORDER BY number')[0]?.fiscal_closed === 1;
const zTotals = ({ box }: Shop): [number, number][] =>
  box.ledger.zReports.map(({ number, receipts }) => [number, receipts.length]);
/** The box takes one operation a second. */
const aSecondLater = 1000;
const settled = (shop: Shop): Promise<unknown> => shop.pass(500, ({ done }) => done?.print.state === 'printed');

describe('the fiscal Z', () => {
  test('is taken after every document of the shift', async () => {
    const shop = await openCounter();
    for (let n = 0; n < 3; n++) await sellBread(shop);
    await shop.call('closeShift', { counted: 21_200_000 });
    await shop.pass(500, boxClosed(shop));
    expect(zTotals(shop)).toEqual([[1, 3]]);
    expect(fiscalState(shop)).toEqual([{ fiscal_z: 1, fiscal_closed: 1 }]);
  });

  test('waits for a box that was away at closing, and the next shift waits behind it', async () => {
    const shop = await openCounter();
    await sellBread(shop);
    await settled(shop);
    await shop.box.setCable('out');
    await sellBread(shop);
    expect(await shop.call('closeShift', { counted: 20_800_000 })).toMatchObject({
      value: { sales: 2, unsentFiscal: 1, fiscal: { state: 'waiting' } },
    });
    await shop.call('openShift', { float: 0 });
    await sellBread(shop);
    await shop.box.setCable('in');
    await settled(shop);
    expect(zTotals(shop)).toEqual([[1, 2]]);
    expect(shop.box.ledger.receipts.map(({ shift }) => shift)).toEqual([1, 1, 2]);
  });

  test('is taken once when its answer was lost', async () => {
    const shop = await openCounter();
    await sellBread(shop);
    await settled(shop);
    shop.clock.advance(aSecondLater);
    shop.box.script([{ on: 'GET /zreport/close', fault: { kind: 'drop-answer-after' } }]);
    await shop.call('closeShift', { counted: 20_400_000 });
    await shop.pass(500, boxClosed(shop));
    expect(zTotals(shop)).toEqual([[1, 1]]);
    expect(shop.box.ledger.requests.filter(({ path }) => path.startsWith('/zreport/close'))).toHaveLength(1);
  });

  test('is found closed by the till that comes after the one that was killed while it waited for the answer', async () => {
    const shop = await openCounter();
    await sellBread(shop);
    await settled(shop);
    shop.clock.advance(aSecondLater);
    const script = shop.box.script([{ on: 'GET /zreport/close', fault: { kind: 'hang', held: 'answer' } }]);
    await shop.call('closeShift', { counted: 20_400_000 });
    await script.reached;
    await shop.restart({ bootId: 'boot-2' });
    await shop.pass(500, boxClosed(shop));
    expect([zTotals(shop), fiscalState(shop)]).toEqual([[[1, 1]], [{ fiscal_z: 1, fiscal_closed: 1 }]]);
    expect(shop.box.ledger.requests.filter(({ path }) => path.startsWith('/zreport/close'))).toHaveLength(1);
  });

  test('is asked for again when the question was lost', async () => {
    const shop = await openCounter();
    await sellBread(shop);
    await settled(shop);
    shop.clock.advance(aSecondLater);
    shop.box.script([{ on: 'GET /zreport/close', fault: { kind: 'drop-request-before' } }]);
    await shop.call('closeShift', { counted: 20_400_000 });
    await shop.pass(500, boxClosed(shop));
    expect(zTotals(shop)).toEqual([[1, 1]]);
  });

  test('survives a till that was killed before it was taken', async () => {
    const shop = await openCounter();
    await sellBread(shop);
    await shop.box.setCable('out');
    await shop.call('closeShift', { counted: 20_400_000 });
    await shop.restart({ bootId: 'boot-2' });
    await shop.box.setCable('in');
    await shop.pass(500, boxClosed(shop));
    expect(zTotals(shop)).toEqual([[1, 1]]);
  });

  test('of a shift in which nothing was sold is not needed', async () => {
    const shop = await openCounter();
    await shop.call('closeShift', { counted: 20_000_000 });
    await shop.pass(500, boxClosed(shop));
    expect([zTotals(shop), fiscalState(shop)]).toEqual([[], [{ fiscal_z: null, fiscal_closed: 1 }]]);
    await shop.call('openShift', { float: 0 });
    await sellBread(shop);
    await settled(shop);
    expect(shop.box.ledger.receipts).toHaveLength(1);
  });

  test('that the box refuses is said aloud and leaves the next shift free', async () => {
    const shop = await openCounter();
    await sellBread(shop);
    await settled(shop);
    shop.clock.advance(aSecondLater);
    shop.box.script([
      { on: 'GET /zreport/close', fault: { kind: 'refuse', code: 36889, message: 'Send all receipts' } },
    ]);
    await shop.call('closeShift', { counted: 20_400_000 });
    await shop.pass(500, ({ message }) => message?.code === 'fiscal-z-failed');
    await shop.call('openShift', { float: 0 });
    await sellBread(shop);
    await settled(shop);
    expect(shop.box.ledger.receipts).toHaveLength(2);
  });
});
