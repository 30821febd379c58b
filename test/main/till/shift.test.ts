import { describe, expect, test } from 'vitest';
import { auditTrail, bread, openCounter, openPayment, openShop, tea } from './rig.ts';
import type { Shop } from './rig.ts';

const sellBread = async (shop: Shop): Promise<void> => {
  await shop.call('scan', { text: bread });
  await shop.call('startPayment');
  await shop.call('takeCash', { given: 500_000 });
};
const settled = (shop: Shop): Promise<unknown> => shop.pass(500, ({ done }) => done?.print.state === 'printed');

describe('opening a shift', () => {
  const signedIn = async (): Promise<Shop> => {
    const shop = await openShop();
    const dilnoza = shop.view().staff.find(({ name }) => name === 'Dilnoza')!;
    await shop.call('signIn', { staffId: dilnoza.id, pin: '1111' });
    return shop;
  };

  test.each([undefined, {}, { float: -1 }, { float: 0.5 }, { float: '200000' }])(
    'with %j instead of a float is refused',
    async (arg) => {
      const shop = await signedIn();
      expect(await shop.call('openShift', arg as never)).toMatchObject({ ok: false, error: { code: 'bad-intent' } });
      expect(shop.view().shift).toBeNull();
    },
  );

  test('with a counted float opens the shift here and in the box', async () => {
    const shop = await signedIn();
    expect(await shop.call('openShift', { float: 20_000_000 })).toEqual({ ok: true, value: null });
    expect(shop.view().shift).toEqual({
      id: expect.any(String),
      number: 1,
      openedAt: shop.clock.now(),
      float: 20_000_000,
      sales: 0,
      taken: 0,
    });
    await shop.pass(100, () => shop.box.snapshot().shift !== null);
    expect(auditTrail(shop).at(-1)).toEqual({ action: 'shift-opened', facts: { float: 20_000_000 } });
  });

  test('twice is refused', async () => {
    const shop = await openCounter();
    expect(await shop.call('openShift', { float: 0 })).toMatchObject({ error: { code: 'shift-open' } });
    expect(shop.view().shift).toMatchObject({ number: 1, float: 20_000_000 });
  });

  test('works while the box is away, and the box opens its own when it is back', async () => {
    const shop = await signedIn();
    await shop.box.setCable('out');
    expect(await shop.call('openShift', { float: 0 })).toEqual({ ok: true, value: null });
    await sellBread(shop);
    await shop.box.setCable('in');
    await settled(shop);
    expect(shop.box.ledger.receipts).toHaveLength(1);
  });
});

describe('closing a shift', () => {
  test('reports what was taken, expected and counted', async () => {
    const shop = await openPayment();
    await shop.call('takeCash', { given: 5_000_000 });
    await settled(shop);
    await shop.call('scan', { text: tea });
    await shop.call('scan', { text: shop.box.issueCode() });
    await shop.call('confirmWallet');
    await settled(shop);
    const closed = await shop.call('closeShift', { counted: 23_900_000 });
    expect(closed).toEqual({
      ok: true,
      value: {
        kind: 'z',
        shiftNumber: 1,
        openedAt: expect.any(Number),
        closedAt: shop.clock.now(),
        cashier: 'Dilnoza',
        sales: 2,
        voided: 0,
        total: 7_100_000,
        vat: 675_000,
        refunds: { count: 0, amount: 0 },
        byTender: [
          { kind: 'cash', count: 1, amount: 3_950_000 },
          { kind: 'payme-go', count: 1, amount: 3_150_000 },
        ],
        otherCurrencies: [],
        float: 20_000_000,
        expectedCash: 23_950_000,
        countedCash: 23_900_000,
        difference: -50_000,
        inDoubt: { count: 0, amount: 0, oldestAt: null },
        queued: { count: 0, amount: 0, oldestAt: null },
        goingBack: { count: 0, amount: 0, oldestAt: null },
        unsentFiscal: 0,
        findings: 0,
        fiscal: { zNumber: null, terminalId: 'ZZ000000000000', state: 'waiting' },
      },
    });
    expect(shop.view()).toMatchObject({ shift: null, sale: null, done: null });
    expect(auditTrail(shop).at(-1)).toEqual({
      action: 'shift-closed',
      facts: { expected: 23_950_000, counted: 23_900_000 },
    });
  });

  test('is refused while goods lie on the counter', async () => {
    const shop = await openCounter();
    await shop.call('scan', { text: bread });
    expect(await shop.call('closeShift', { counted: 0 })).toMatchObject({ error: { code: 'shift-has-open-sale' } });
    await shop.call('startPayment');
    expect(await shop.call('closeShift', { counted: 0 })).toMatchObject({ error: { code: 'shift-has-open-sale' } });
    expect(shop.view().shift?.number).toBe(1);
  });

  test('voids a sale whose last line was taken off', async () => {
    const shop = await openCounter();
    await shop.call('scan', { text: bread });
    await shop.call('removeLine', { lineId: shop.view().sale!.lines[0]!.id });
    expect(await shop.call('closeShift', { counted: 20_000_000 })).toMatchObject({ value: { sales: 0, voided: 1 } });
  });

  test('leaves a parked sale to the next shift, whose money it becomes', async () => {
    const shop = await openCounter();
    await shop.call('scan', { text: bread });
    await shop.call('park');
    expect(await shop.call('closeShift', { counted: 20_000_000 })).toMatchObject({ ok: true, value: { sales: 0 } });
    await shop.call('openShift', { float: 0 });
    await shop.call('recall', { saleId: shop.view().parked[0]!.id });
    await shop.call('startPayment');
    await shop.call('takeCash', { given: 400_000 });
    expect(shop.view().shift).toMatchObject({ number: 2, sales: 1, taken: 400_000 });
    expect(await shop.call('xReport')).toMatchObject({ value: { expectedCash: 400_000 } });
  });

  test('without an open one is refused, as is the X report', async () => {
    const shop = await openCounter();
    await shop.call('closeShift', { counted: 20_000_000 });
    expect(await shop.call('closeShift', { counted: 0 })).toMatchObject({ error: { code: 'no-shift' } });
    expect(await shop.call('xReport')).toMatchObject({ error: { code: 'no-shift' } });
  });

  test('names the money in doubt and does not count it as taken', async () => {
    const shop = await openPayment();
    shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'drop-answer-after' } }]);
    await shop.call('scan', { text: shop.box.issueCode() });
    await shop.until(({ payment }) => payment?.attempt?.state === 'in-doubt');
    await shop.call('park');
    expect(await shop.call('closeShift', { counted: 20_000_000 })).toMatchObject({
      value: { sales: 0, total: 0, byTender: [], inDoubt: { count: 1, amount: 3_950_000 } },
    });
  });

  test('an X report changes nothing', async () => {
    const shop = await openCounter();
    await sellBread(shop);
    const first = await shop.call('xReport');
    expect(await shop.call('xReport')).toEqual(first);
    expect(first).toMatchObject({
      value: {
        kind: 'x',
        closedAt: null,
        countedCash: null,
        difference: null,
        fiscal: { state: 'none', zNumber: null },
      },
    });
    expect(shop.view().shift?.sales).toBe(1);
  });
});
