import { describe, expect, test } from 'vitest';
import type { Approval } from '../../../preload/api.ts';
import { auditTrail, bread, openCounter, openPayment, peek } from './rig.ts';
import type { Options } from './baraka.ts';
import type { Shop } from './rig.ts';

const aziz = (shop: Shop): Approval => {
  const manager = shop.view().staff.find(({ name }) => name === 'Aziz');
  return { staffId: manager!.id, pin: '2222' };
};

/** Two loaves and a tea, 39 500 sums, sold for cash out of a float of 200 000; the receipt is on paper. */
async function soldForCash(): Promise<{ shop: Shop; saleId: string }> {
  const shop = await openPayment();
  await shop.call('takeCash', { given: 4_000_000 });
  return printed(shop);
}

/** The same paid with Payme Go. */
async function soldByWallet(options: Options): Promise<{ shop: Shop; saleId: string }> {
  const shop = await openPayment(options);
  await shop.call('scan', { text: shop.payme.issueCode() });
  return printed(shop);
}

async function printed(shop: Shop): Promise<{ shop: Shop; saleId: string }> {
  const view = await shop.pass(500, ({ done }) => done?.print.state === 'printed' && done.confirm !== 'waiting');
  shop.clock.advance(1500);
  return { shop, saleId: view.done!.saleId };
}

const refundOf = (shop: Shop): unknown =>
  peek(
    shop,
    `SELECT amount, business_date, (SELECT name FROM staff WHERE id = staff_id) AS cashier,
       (SELECT name FROM staff WHERE id = approved_by) AS manager FROM refund`,
  );
const cashRows = (shop: Shop): unknown => peek(shop, 'SELECT kind, amount FROM cash_movement ORDER BY rowid');
const documents = (shop: Shop): unknown => peek(shop, 'SELECT operation, state FROM fiscal_document ORDER BY rowid');
const papers = (shop: Shop): { kind: string; state: string; document: string }[] =>
  peek(shop, `SELECT document, state, document ->> '$.kind' AS kind FROM receipt ORDER BY rowid`);
const nothingGivenBack = (shop: Shop): void => {
  expect(peek(shop, 'SELECT * FROM refund')).toEqual([]);
  expect(shop.box.ledger.receipts.every(({ operation }) => operation === 'sale')).toBe(true);
};
const slipPrinted = (shop: Shop) => (): boolean => papers(shop)[1]?.state === 'printed';

describe('a sale paid in cash', () => {
  test('is given back whole: out of the drawer, to the box, and on paper', async () => {
    const { shop, saleId } = await soldForCash();
    expect(await shop.call('refundSale', { saleId, approval: aziz(shop) })).toEqual({ ok: true, value: null });
    await shop.pass(500, slipPrinted(shop));
    expect(refundOf(shop)).toEqual([
      { amount: 3_950_000, business_date: '2026-11-21', cashier: 'Dilnoza', manager: 'Aziz' },
    ]);
    expect(cashRows(shop)).toEqual([
      { kind: 'float', amount: 20_000_000 },
      { kind: 'sale', amount: 3_950_000 },
      { kind: 'refund', amount: -3_950_000 },
    ]);
    expect(shop.box.ledger.receipts).toMatchObject([
      { operation: 'sale', cash: 3_950_000 },
      { operation: 'refund', cash: 3_950_000, card: 0, originalSeq: 1 },
    ]);
  });

  test('is written down with the manager who answers for it', async () => {
    const { shop, saleId } = await soldForCash();
    await shop.call('refundSale', { saleId, approval: aziz(shop) });
    const facts = { amount: 3_950_000, cash: 3_950_000, counter: shop.view().signedIn?.id };
    expect(auditTrail(shop).at(-1)).toEqual({ action: 'sale-refunded', facts });
    expect(shop.view().signedIn?.name).toBe('Dilnoza');
  });

  test('gets a slip that says "return" with the values of its own document', async () => {
    const { shop, saleId } = await soldForCash();
    await shop.call('refundSale', { saleId, approval: aziz(shop) });
    await shop.pass(500, slipPrinted(shop));
    const [receipt, slip] = papers(shop).map(({ document }) => JSON.parse(document) as Record<string, unknown>);
    const { url } = shop.box.ledger.receipts[1]!;
    expect(slip).toMatchObject({
      kind: 'refund',
      saleNumber: 1,
      total: 3_950_000,
      lines: receipt!['lines'],
      tenders: [{ kind: 'cash', amount: 3_950_000, given: null, change: 0 }],
      fiscal: { receiptSeq: '2', url },
    });
  });

  test('opens the drawer for the cash that goes back', async () => {
    const { shop, saleId } = await soldForCash();
    const before = shop.printer.pulses.length;
    await shop.call('refundSale', { saleId, approval: aziz(shop) });
    await shop.pass(500, () => shop.printer.pulses.length === before + 1);
  });

  test('keeps its own receipt for copies', async () => {
    const { shop, saleId } = await soldForCash();
    await shop.call('refundSale', { saleId, approval: aziz(shop) });
    await shop.pass(500, slipPrinted(shop));
    const preview = await shop.call('receiptPreview', { saleId });
    expect(preview).toMatchObject({ ok: true, value: { fiscalUrl: shop.box.ledger.receipts[0]!.url } });
    expect(preview.ok && preview.value.text).not.toContain('QAYTARISH');
  });

  test('is given back once, also when the key was pressed twice', async () => {
    const { shop, saleId } = await soldForCash();
    const approval = aziz(shop);
    const both = await Promise.all([1, 2].map(() => shop.call('refundSale', { saleId, approval })));
    expect(both).toMatchObject([{ ok: true }, { error: { code: 'refund-done-before' } }]);
    await shop.pass(500, slipPrinted(shop));
    shop.clock.advance(2000);
    expect(await shop.call('refundSale', { saleId, approval })).toMatchObject({
      error: { code: 'refund-done-before' },
    });
    expect([cashRows(shop), shop.box.ledger.receipts]).toMatchObject([{ length: 3 }, { length: 2 }]);
  });

  test('of a day before is given back in the shift that is open now', async () => {
    const { shop, saleId } = await soldForCash();
    await shop.call('closeShift', { counted: 23_950_000 });
    await shop.pass(500, () => shop.box.snapshot().shift === null);
    expect(await shop.call('refundSale', { saleId, approval: aziz(shop) })).toMatchObject({
      error: { code: 'no-shift' },
    });
    await shop.call('openShift', { float: 5_000_000 });
    await shop.pass(500, () => shop.box.snapshot().shift !== null);
    shop.clock.advance(1500);
    expect(await shop.call('refundSale', { saleId, approval: aziz(shop) })).toEqual({ ok: true, value: null });
    await shop.pass(500, slipPrinted(shop));
    expect(peek(shop, 'SELECT number FROM shift JOIN refund ON shift.id = shift_id')).toEqual([{ number: 2 }]);
    expect(shop.box.ledger.receipts.map(({ shift }) => shift)).toEqual([1, 2]);
  });
});

describe('a sale is not given back', () => {
  test('without a manager, or with a wrong PIN', async () => {
    const { shop, saleId } = await soldForCash();
    const wrong = { ...aziz(shop), pin: '9999' };
    expect(await shop.call('refundSale', { saleId })).toMatchObject({ error: { code: 'manager-needed' } });
    expect(await shop.call('refundSale', { saleId, approval: wrong })).toMatchObject({ error: { code: 'pin-wrong' } });
    nothingGivenBack(shop);
  });

  test('when it was never completed', async () => {
    const shop = await openPayment();
    const saleId = shop.view().sale!.id;
    for (const id of [saleId, 'no-such-sale'])
      expect(await shop.call('refundSale', { saleId: id, approval: aziz(shop) })).toMatchObject({
        error: { code: 'sale-not-found' },
      });
    nothingGivenBack(shop);
  });

  test('with more cash than lies in the drawer', async () => {
    const { shop, saleId } = await soldForCash();
    await shop.call('closeShift', { counted: 23_950_000 });
    await shop.pass(500, () => shop.box.snapshot().shift === null);
    await shop.call('openShift', { float: 3_949_999 });
    expect(await shop.call('refundSale', { saleId, approval: aziz(shop) })).toMatchObject({
      error: { code: 'refund-no-cash', facts: { amount: 3_950_000, drawer: 3_949_999 } },
    });
    nothingGivenBack(shop);
  });

  test('before the box has registered it, and no manager is called for nothing', async () => {
    const shop = await openPayment();
    await shop.box.setCable('out');
    await shop.call('takeCash', { given: 3_950_000 });
    const { saleId } = shop.view().done!;
    expect(await shop.call('refundSale', { saleId })).toMatchObject({ error: { code: 'refund-not-registered' } });
    nothingGivenBack(shop);
  });

  test('when it was paid by a wallet that nobody here can ask', async () => {
    const { shop, saleId } = await soldByWallet({});
    expect(await shop.call('refundSale', { saleId, approval: aziz(shop) })).toMatchObject({
      error: { code: 'refund-wallet-by-hand' },
    });
    nothingGivenBack(shop);
    expect(peek(shop, 'SELECT state FROM attempt')).toEqual([{ state: 'paid' }]);
  });
});

describe.each(['subscribe', 'fbox-and-cashbox'] as const)('a sale paid through %s', (payme) => {
  const attempt = (shop: Shop): unknown => peek(shop, 'SELECT state, reason FROM attempt');

  test('is given back by the wallet itself, and no cash is touched', async () => {
    const { shop, saleId } = await soldByWallet({ payme });
    expect(await shop.call('refundSale', { saleId, approval: aziz(shop) })).toEqual({ ok: true, value: null });
    expect(attempt(shop)).toEqual([{ state: 'cancelling', reason: 'refund' }]);
    await shop.pass(
      1000,
      () => slipPrinted(shop)() && peek(shop, `SELECT 1 FROM attempt WHERE state = 'returned'`).length === 1,
    );
    expect(cashRows(shop)).toEqual([{ kind: 'float', amount: 20_000_000 }]);
    expect(shop.box.ledger.receipts[1]).toMatchObject({ operation: 'refund', cash: 0, card: 3_950_000 });
  });

  test('is still given back when the till is killed right after', async () => {
    const { shop, saleId } = await soldByWallet({ payme });
    await shop.payme.setCable('out');
    await shop.box.setCable('out');
    await shop.call('refundSale', { saleId, approval: aziz(shop) });
    await shop.restart({ bootId: 'boot-2' });
    expect(attempt(shop)).toMatchObject([{ state: 'cancelling' }]);
    await shop.payme.setCable('in');
    await shop.box.setCable('in');
    await shop.pass(
      1000,
      () => slipPrinted(shop)() && peek(shop, `SELECT 1 FROM attempt WHERE state = 'returned'`).length === 1,
    );
    expect(documents(shop)).toEqual([
      { operation: 'sale', state: 'registered' },
      { operation: 'refund', state: 'registered' },
    ]);
  });
});

test('a refund stands in the shift it was made in, apart from what was sold', async () => {
  const shop = await openCounter();
  await shop.call('scan', { text: bread });
  await shop.call('startPayment');
  await shop.call('takeCash', { given: 400_000 });
  const { saleId } = (await printed(shop)) satisfies { saleId: string };
  await shop.call('refundSale', { saleId, approval: aziz(shop) });
  expect(await shop.call('xReport')).toMatchObject({ value: { sales: 1, total: 400_000, expectedCash: 20_000_000 } });
});
