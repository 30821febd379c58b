import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { auditTrail, bread, openPayment, peek } from './rig.ts';
import type { Shop } from './rig.ts';

const receipts = (shop: Shop): { state: string; reason: string | null }[] =>
  peek(shop, 'SELECT state, reason FROM receipt ORDER BY created_at, id');
const copies = (shop: Shop): { action: string; facts: unknown }[] =>
  auditTrail(shop).filter(({ action }) => action === 'receipt-copied');

/** A sale whose receipt waits because the printer has no paper; the new roll is in, and nobody has noticed yet. */
const withoutPaper = async (): Promise<Shop> => {
  const shop = await openPayment();
  shop.printer.change({ paper: 'out' });
  await shop.call('takeCash', { given: 3_950_000 });
  await shop.pass(200, () => receipts(shop)[0]?.reason === 'printer-paper-out');
  shop.printer.change({ paper: 'ok' });
  return shop;
};

/** A sale in cash that the box has refused. */
const refusedByBox = async (): Promise<Shop> => {
  const shop = await openPayment();
  shop.box.script([{ on: 'POST /order/create/', fault: { kind: 'refuse', code: 401, message: 'no IKPU' } }]);
  await shop.call('takeCash', { given: 3_950_000 });
  await shop.until(({ message }) => message?.code === 'fiscal-refused');
  return shop;
};

describe('a receipt that never came out', () => {
  test('comes out once when "print" is pressed twice', async () => {
    const shop = await withoutPaper();
    const answers = await Promise.all([shop.call('reprint', {}), shop.call('reprint', {})]);
    expect(answers).toMatchObject([{ ok: true }, { error: { code: 'printer-uncertain' } }]);
    expect([shop.printer.jobs.length, receipts(shop), copies(shop)]).toEqual([
      1,
      [{ state: 'printed', reason: null }],
      [],
    ]);
  });

  test('comes out once when a person and the till print it at the same moment', async () => {
    const shop = await withoutPaper();
    const answer = shop.call('reprint', {});
    shop.clock.advance(60_000);
    expect(await answer).toEqual({ ok: true, value: null });
    await shop.pass(1000, () => peek(shop, "SELECT id FROM outbox WHERE state = 'waiting'").length === 0);
    expect([shop.printer.jobs.length, receipts(shop)]).toEqual([1, [{ state: 'printed', reason: null }]]);
  });

  test('is not printed by itself when the line broke while a person printed it; what comes next is a copy', async () => {
    const shop = await withoutPaper();
    shop.printer.fault({ resetAfter: 4000 });
    expect(await shop.call('reprint', {})).toMatchObject({ error: { code: 'printer-uncertain' } });
    expect(receipts(shop)).toEqual([{ state: 'uncertain', reason: 'printer-uncertain' }]);
    shop.printer.fault({ resetAfter: undefined });
    const before = shop.printer.jobs.length;
    await shop.pass(5000, () => peek(shop, "SELECT id FROM outbox WHERE state = 'waiting'").length === 0);
    expect(shop.printer.jobs).toHaveLength(before);
    expect(await shop.call('reprint', {})).toEqual({ ok: true, value: null });
    expect([receipts(shop), copies(shop)]).toEqual([
      [{ state: 'printed', reason: null }],
      [{ action: 'receipt-copied', facts: {} }],
    ]);
  });

  test('waits on when there is still no paper, and comes out by itself as the original', async () => {
    const shop = await withoutPaper();
    shop.printer.change({ paper: 'out' });
    expect(await shop.call('reprint', {})).toMatchObject({ error: { code: 'printer-paper-out' } });
    shop.printer.change({ paper: 'ok' });
    await shop.pass(1000, ({ done }) => done?.print.state === 'printed');
    expect([shop.printer.jobs.length, copies(shop)]).toEqual([1, []]);
  });

  test('may have come out when the till was killed while a person printed it', async () => {
    const shop = await withoutPaper();
    shop.printer.fault({ stall: true });
    const answer = shop.call('reprint', {}).catch(() => null);
    await shop.until(() => receipts(shop)[0]?.state === 'printing');
    await shop.stop();
    shop.printer.fault({ stall: false });
    await answer;
    await shop.start('boot-1');
    await shop.pass(5000, () => receipts(shop)[0]?.state === 'uncertain');
    expect(receipts(shop)).toEqual([{ state: 'uncertain', reason: 'interrupted' }]);
  });
});

describe('a sale that the fiscal box has not registered', () => {
  test('gets a paper that says so, marked as a copy and written down', async () => {
    const shop = await refusedByBox();
    expect(await shop.call('reprint', {})).toEqual({ ok: true, value: null });
    const preview = await shop.call('receiptPreview', { saleId: shop.view().done!.saleId });
    expect(preview).toMatchObject({ value: { fiscalUrl: null, text: expect.stringContaining('fiskal emas') } });
    expect([shop.printer.jobs.length, receipts(shop), copies(shop)]).toEqual([
      1,
      [],
      [{ action: 'receipt-copied', facts: { fiscal: 'no' } }],
    ]);
  });

  test('still gets its one original once the box has it', async () => {
    const shop = await refusedByBox();
    await shop.call('reprint', {});
    shop.clock.advance(1500);
    await shop.call('retryFiscal', { saleId: shop.view().done!.saleId });
    await shop.pass(500, ({ done }) => done?.print.state === 'printed');
    expect(shop.printer.jobs).toHaveLength(2);
  });
});

test('a sale that is not paid has no receipt: none is drawn and none is printed', async () => {
  const shop = await openPayment();
  const saleId = shop.view().sale!.id;
  expect(await shop.call('receiptPreview', { saleId })).toMatchObject({ error: { code: 'sale-not-found' } });
  expect(await shop.call('reprint', { saleId })).toMatchObject({ error: { code: 'nothing-to-print' } });
  await shop.call('takeCash', { given: 3_950_000 });
  await shop.call('scan', { text: bread });
  expect(await shop.call('receiptPreview', { saleId })).toMatchObject({ ok: true });
  expect(shop.printer.jobs.length).toBeLessThanOrEqual(1);
});

test('a drawer whose opening cannot be written down in full stays shut and leaves no half of it', async () => {
  const shop = await openPayment();
  const full = `CREATE TRIGGER full BEFORE INSERT ON journal_entry BEGIN SELECT RAISE(ABORT, 'full'); END`;
  const db = new Database(join(shop.folder, 'kassa.db'));
  db.exec(full);
  db.close();
  expect(await shop.call('openDrawer')).toMatchObject({ ok: false });
  expect([auditTrail(shop).some(({ action }) => action === 'drawer-opened'), shop.printer.pulses]).toEqual([false, []]);
});

test('a drawer opened without a sale is in the audit trail and in the journal', async () => {
  const shop = await openPayment();
  expect(await shop.call('openDrawer')).toEqual({ ok: true, value: null });
  const sealed = `SELECT type FROM journal_entry JOIN audit ON audit.id = journal_entry.subject WHERE action = 'drawer-opened'`;
  expect([peek(shop, sealed), shop.printer.pulses]).toEqual([[{ type: 'audit' }], [2]]);
});
