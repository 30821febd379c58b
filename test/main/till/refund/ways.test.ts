import { describe, expect, test } from 'vitest';
import { moveAttempt } from '../../../../main/store/attempt-moves.ts';
import type { Db } from '../../../../main/store/database.ts';
import { verifyJournal } from '../../../../main/report/journal.ts';
import { pastSale } from '../../../../main/till/history/past-sale.ts';
import { morning } from '../../store/shop-file.ts';
import { booked, giveBack, killed, openBench, payments, work } from './bench.ts';
import type { Bench, Paid } from './bench.ts';
import { fakeProvider } from './fake-provider.ts';

const whole = 3_950_000;
const loaf = [{ lineId: 'bread', quantity: 1000 }];
const tea = [{ lineId: 'tea', quantity: 1000 }];
const attempt = 'sale-1-flitt';

const refunds = ({ db }: Bench): unknown => db.prepare('SELECT amount, cash FROM refund ORDER BY rowid').all();
const lines = ({ db }: Bench): unknown =>
  db.prepare('SELECT line_id AS line, quantity, amount, vat FROM refund_line ORDER BY rowid').all();
const refusedWith = async (bench: Bench, code: string, asked?: typeof loaf): Promise<void> => {
  const before = bench.db.prepare('SELECT count(*) FROM refund').pluck().get();
  expect(await giveBack(bench, asked)).toMatchObject({ error: { code } });
  expect(bench.db.prepare('SELECT count(*) FROM refund').pluck().get()).toBe(before);
};
const end = (db: Db, state: 'cancelling' | 'returned'): void => {
  moveAttempt(db, attempt, 'cancelling', { at: morning + 9000 });
  if (state === 'returned') moveAttempt(db, attempt, 'returned', { at: morning + 9000 });
};

describe('a sale paid on the customer’s phone', () => {
  test('is given back line by line, and never more than was sold', async () => {
    const bench = openBench();
    await giveBack(bench, loaf);
    await giveBack(bench, tea);
    await refusedWith(bench, 'refund-lines-wrong', [{ lineId: 'bread', quantity: 2000 }]);
    await refusedWith(bench, 'refund-lines-wrong', tea);
    await giveBack(bench);
    await refusedWith(bench, 'refund-done-before');
    await work(bench);
    expect(booked(bench)).toEqual([400_000, 3_150_000, 400_000]);
    expect(lines(bench)).toEqual([
      { line: 'bread', quantity: 1000, amount: 400_000, vat: 42_857 },
      { line: 'tea', quantity: 1000, amount: 3_150_000, vat: 337_500 },
      { line: 'bread', quantity: 1000, amount: 400_000, vat: 42_857 },
    ]);
    expect(verifyJournal(bench.db)).toEqual({ ok: true });
  });

  test('is given back once when two ask for it at once', async () => {
    const bench = openBench();
    const both = await Promise.all([giveBack(bench), giveBack(bench)]);
    expect(both).toMatchObject([{ ok: true }, { error: { code: 'refund-done-before' } }]);
    await work(bench);
    expect(booked(bench)).toEqual([whole]);
  });

  test('is given back by the wallet first and in cash after it', async () => {
    const bench = openBench(fakeProvider(), [
      { kind: 'cash', amount: 950_000 },
      { kind: 'flitt', amount: 3_000_000 },
    ]);
    await giveBack(bench, tea);
    await giveBack(bench);
    await work(bench);
    expect(booked(bench)).toEqual([3_000_000]);
    expect(refunds(bench)).toEqual([
      { amount: 3_150_000, cash: 150_000 },
      { amount: 800_000, cash: 800_000 },
    ]);
    const cash = bench.db.prepare(`SELECT amount FROM cash_movement WHERE kind = 'refund'`).pluck().all();
    expect(cash).toEqual([-150_000, -800_000]);
  });

  test('in another currency goes back in proportion, and the last part is the rest', async () => {
    const yen: Paid = { kind: 'smartpay', amount: whole, charged: { amount: 1001, currency: 'JPY' } };
    const bench = openBench(fakeProvider(), [yen]);
    await giveBack(bench, loaf);
    await giveBack(bench, tea);
    await giveBack(bench);
    await work(bench);
    expect([booked(bench), booked(bench).reduce((a, b) => a + b, 0)]).toEqual([[101, 799, 101], 1001]);
    expect(bench.provider.asked[0]?.amount).toEqual({ amount: 101, currency: 'JPY' });
  });

  test('whose part is less than one yen cannot go back in that part', async () => {
    const yen: Paid = { kind: 'smartpay', amount: whole, charged: { amount: 1, currency: 'JPY' } };
    const bench = openBench(fakeProvider(), [yen]);
    await refusedWith(bench, 'refund-parts-not-possible', loaf);
  });

  test('is given back whole only where the provider knows no parts', async () => {
    const bench = openBench(fakeProvider({ parts: false }));
    await refusedWith(bench, 'refund-parts-not-possible', loaf);
    await giveBack(bench);
    await work(bench);
    expect(booked(bench)).toEqual([whole]);
  });

  test('owes only its document when the provider took the payment back before', async () => {
    const bench = openBench();
    end(bench.db, 'returned');
    await giveBack(bench, loaf);
    await giveBack(bench);
    expect([payments(bench), refunds(bench), booked(bench)]).toEqual([
      [],
      [
        { amount: 400_000, cash: 0 },
        { amount: 3_550_000, cash: 0 },
      ],
      [],
    ]);
  });

  test('is not given back while its payment is going back already', async () => {
    const bench = openBench();
    end(bench.db, 'cancelling');
    await refusedWith(bench, 'attempt-cancelling');
  });

  test('is given back by hand when the shop has its provider no more', async () => {
    await refusedWith(openBench(fakeProvider(), undefined, { checkouts: new Map() }), 'refund-wallet-by-hand');
  });

  test('is given back by hand when only a manager said that it was paid', async () => {
    const bench = openBench();
    bench.db.exec(
      `UPDATE attempt SET state = 'closed-by-manager', verdict = 'taken', evidence = 'x', closed_by = 'aziz'`,
    );
    await refusedWith(bench, 'refund-wallet-by-hand');
  });

  test('is not given back without a shift, or with more cash than lies in the drawer', async () => {
    const bench = openBench(fakeProvider(), [{ kind: 'cash', amount: whole }]);
    bench.db.exec(
      `INSERT INTO cash_movement (id, shift_id, kind, amount, staff_id, at) VALUES ('out', 'shift-1', 'paid-out', -19000000, 'aziz', 1)`,
    );
    await refusedWith(bench, 'refund-no-cash');
    await giveBack(bench, loaf);
    bench.db.exec(`UPDATE shift SET state = 'closed', closed_at = 1`);
    await refusedWith(bench, 'no-shift');
  });
});

describe('a payment whose provider only takes whole payments back', () => {
  const book = { line: null, take: null, page: null };
  const payme = { kind: 'payme-go', amount: whole } as const;
  const open = (): Bench =>
    openBench(fakeProvider(), [payme], { checkouts: new Map(), payme: { name: 'fake', book } as never });

  test('is taken back whole, and not in parts', async () => {
    const bench = open();
    await refusedWith(bench, 'refund-parts-not-possible', loaf);
    await giveBack(bench);
    expect(bench.db.prepare('SELECT state, reason FROM attempt').get()).toEqual({
      state: 'cancelling',
      reason: 'refund',
    });
    expect(bench.db.prepare(`SELECT kind FROM outbox WHERE state = 'waiting' ORDER BY id`).pluck().all()).toEqual([
      'ask',
      'print',
    ]);
    await refusedWith(bench, 'refund-done-before');
  });

  test('says so beforehand', () => {
    const { counter, saleId } = open();
    expect(pastSale(counter, { saleId })).toMatchObject({ value: { mayRefund: { whole: true, parts: false } } });
  });
});

test('the history of a sale shows each step of its refund, oldest first', async () => {
  const bench = openBench();
  bench.provider.fates.push('lost');
  await giveBack(bench, loaf);
  await work(bench);
  const view = pastSale(killed(bench).counter, { saleId: 'sale-1' });
  if (!view.ok) throw new Error(view.error.code);
  expect(view.value.steps.map(({ of, state, reason }) => [of, state, reason])).toEqual([
    ['attempt', 'queued', null],
    ['attempt', 'sending', null],
    ['attempt', 'paid', null],
    ['sale', 'completed', null],
    ['refund', 'completed', null],
    ['refund-payment', 'waiting', null],
    ['receipt', 'waiting', null],
    ['refund-payment', 'sending', null],
    ['refund-payment', 'in-doubt', 'timeout'],
    ['refund-payment', 'sending', null],
    ['refund-payment', 'returned', null],
  ]);
  expect(view.value).toMatchObject({
    sale: { number: 1, total: whole, refunded: 400_000, tenders: ['flitt'], cashier: 'Dilnoza' },
    lines: [
      { id: 'bread', quantity: 2000, left: 1000 },
      { id: 'tea', quantity: 1000, left: 1000 },
    ],
    tenders: [{ kind: 'flitt', amount: whole, state: 'paid' }],
    refunds: [
      {
        amount: 400_000,
        cash: 0,
        approvedBy: 'Aziz',
        lines: [{ name: 'Non', quantity: 1000, amount: 400_000 }],
        payments: [{ kind: 'flitt', amount: 400_000, state: 'returned', needsManager: false }],
        fiscal: null,
      },
    ],
    mayRefund: { whole: true, parts: true },
  });
});
