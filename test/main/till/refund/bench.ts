import { expect } from 'vitest';
import { onePiece, tiyin, zero } from '../../../../main/domain/money.ts';
import type { Tiyin } from '../../../../main/domain/money.ts';
import { lineTotal, saleTotals } from '../../../../main/domain/sale.ts';
import type { Line } from '../../../../main/domain/sale.ts';
import type { TenderKind } from '../../../../main/domain/tender.ts';
import { insertAttempt, moveAttempt } from '../../../../main/store/attempt-moves.ts';
import type { Db } from '../../../../main/store/database.ts';
import { insertLine } from '../../../../main/store/lines.ts';
import { finish, firstDueAt, putBack, takeAny } from '../../../../main/store/outbox.ts';
import { insertSale, endSale, setSaleState } from '../../../../main/store/sales.ts';
import { insertCash, insertShift } from '../../../../main/store/shifts.ts';
import { findStaff, insertStaff } from '../../../../main/store/staff.ts';
import { insertTender } from '../../../../main/store/tenders.ts';
import type { CheckoutProvider } from '../../../../main/tender/checkout.ts';
import type { Counter, Equipment, Till } from '../../../../main/till/context.ts';
import { retryObligation } from '../../../../main/till/open-items/open-items.ts';
import { giveBackPayment } from '../../../../main/till/obligations/give-back.ts';
import { refundSale } from '../../../../main/till/refund/refund.ts';
import type { Refunding } from '../../../../main/till/refund/refund.ts';
import type { Result } from '../../../../preload/api.ts';
import { loaves } from '../../domain/loaves.ts';
import { morning, openFile } from '../../store/shop-file.ts';
import { Killed, fakeProvider } from './fake-provider.ts';
import type { FakeProvider } from './fake-provider.ts';

/** A till on a real database with a fake provider, and the life it lives: `kill` gives the same folder to a new one. */
export type Bench = {
  db: Db;
  counter: Counter;
  provider: FakeProvider;
  saleId: string;
  said: string[];
  /** How many readings of the clock this process still makes before it dies; each write of the till reads it. */
  fuse: { left: number };
  clock: { at: number };
};

/** Two loaves and a tea: 39 500 sums. */
export const goods: Line[] = [
  loaves,
  { ...loaves, id: 'tea', code: '4780000000021', name: 'Choy', price: tiyin(3_150_000), quantity: onePiece },
];

/** A tender of the sale; `provider` and `paymentId` where a real client is to find the payment in a simulator's book. */
export type Paid = {
  kind: TenderKind;
  amount: number;
  charged?: { amount: number; currency: string };
  provider?: string;
  paymentId?: string;
};

/** A shop where the goods were sold and paid for with `tenders` (by default through the fake provider), and a manager stands. */
export function openBench(
  provider: FakeProvider = fakeProvider(),
  tenders: readonly Paid[] = [{ kind: 'flitt', amount: saleTotals(goods).total }],
  change: Partial<Equipment> = {},
): Bench {
  const db = openFile();
  insertStaff(db, { id: 'dilnoza', name: 'Dilnoza', role: 'cashier', pinHash: 'x', language: 'uz' });
  insertStaff(db, { id: 'aziz', name: 'Aziz', role: 'manager', pinHash: 'x', language: 'uz' });
  insertShift(db, { id: 'shift-1', openedAt: morning, openedBy: 'dilnoza', float: tiyin(20_000_000) });
  const float = { id: 'cash-0', shiftId: 'shift-1', kind: 'float', saleId: null, staffId: 'dilnoza' } as const;
  insertCash(db, { ...float, amount: tiyin(20_000_000), at: morning });
  sell(db, 'sale-1', tenders);
  return live({ db, provider, saleId: 'sale-1', clock: { at: morning + 60_000 }, change });
}

/** A completed sale of the goods. */
export function sell(db: Db, id: string, tenders: readonly Paid[], lines: readonly Line[] = goods, at = morning): void {
  const sale = { id, shiftId: 'shift-1', staffId: 'dilnoza', currency: 'UZS', businessDate: '2026-11-21' };
  insertSale(db, { ...sale, openedAt: at });
  for (const line of lines) insertLine(db, id, line);
  db.prepare('UPDATE sale SET total = ? WHERE id = ?').run(
    lines.reduce((sum, line) => sum + lineTotal(line), 0),
    id,
  );
  setSaleState(db, id, 'tendering');
  tenders.forEach((tender, n) => pay(db, id, tender, n));
  endSale(db, id, { state: 'completed', at: at + 5000, shiftId: 'shift-1', businessDate: '2026-11-21' });
}

function pay(db: Db, saleId: string, tendered: Paid, n: number): void {
  const { kind, amount: paid, charged } = tendered;
  const id = `${saleId}-${kind}`;
  const amount = tiyin(paid);
  const attemptId = kind === 'cash' ? null : id;
  if (attemptId !== null) {
    const money = {
      amount,
      currency: 'UZS',
      chargedAmount: charged?.amount ?? null,
      chargedCurrency: charged?.currency ?? null,
    };
    const code = { codeCipher: null, codeHash: null, codeExpiresAt: null };
    insertAttempt(db, {
      id,
      saleId,
      kind,
      provider: tendered.provider ?? 'fake',
      ...money,
      ...code,
      createdAt: morning,
    });
    const ids = { transactionId: null, kkmId: null, deviceId: null, clientPhone: null };
    const facts = { providerPaymentId: tendered.paymentId ?? `payment of ${id}`, ...ids };
    moveAttempt(db, id, 'sending', { at: morning + 1000, facts });
    moveAttempt(db, id, 'paid', { at: morning + 2000, facts });
  }
  const tender = { id: `tender-${id}-${n}`, saleId, kind, amount, given: null, change: zero, attemptId };
  insertTender(db, { ...tender, at: morning + 3000 });
}

type Life = Pick<Bench, 'db' | 'provider' | 'saleId' | 'clock'> & { change?: Partial<Equipment> };
let ids = 0;

function live({ db, provider, saleId, clock, change = {} }: Life): Bench {
  const fuse = { left: Number.POSITIVE_INFINITY };
  const said: string[] = [];
  const now = (): number => {
    if (fuse.left-- <= 0) throw new Killed();
    return clock.at;
  };
  const world = {
    now,
    steady: () => clock.at,
    newId: () => `id-${String(++ids).padStart(8, '0')}`,
    timers: { after: () => () => {} },
  };
  const quiet = {
    changed: () => {},
    drawNow: () => {},
    wake: () => {},
    wakeNow: () => {},
    tellShell: () => {},
  };
  const settings = {
    shop: { name: 'Baraka', tin: '1', address: 'x', timezone: 'Asia/Tashkent', receiptLanguage: 'uz' },
    register: { name: 'K' },
  };
  const fake = { ...provider, tender: 'flitt', line: null, book: null, fiscalProviderCode: null, confirm: null };
  const equipment = {
    settings,
    payme: null,
    checkouts: new Map([['flitt', fake as unknown as CheckoutProvider]]),
    fiscal: null,
    printer: null,
    ...change,
  } as unknown as Equipment;
  const memo = { lines: {}, hurriedAt: {}, message: null, sound: null };
  const till = { db, world, memo, equipment, mode: 'live', log: () => {}, ...quiet } as unknown as Till;
  Object.defineProperty(till.memo, 'message', {
    get: () => null,
    set: (message: { code: string } | null) => {
      if (message) said.push(message.code);
    },
  });
  return { db, counter: { till, equipment, staff: findStaff(db, 'aziz')! }, provider, saleId, said, fuse, clock };
}

/** The process dies and another starts on what it left. */
export function killed({ db, provider, saleId, clock, counter }: Bench): Bench {
  db.exec('UPDATE outbox SET locked_by = NULL, locked_until = NULL');
  return live({ db, provider, saleId, clock, change: counter.equipment });
}

export const giveBack = ({ counter, saleId }: Bench, lines?: Refunding['lines']): Promise<Result<null>> =>
  refundSale(counter, { saleId, lines });

/** One turn of the outbox's lane; false when nothing is due. */
export async function turn({ counter: { till, equipment }, clock }: Bench): Promise<boolean> {
  const row = takeAny(till.db, 'refund', 'worker', clock.at, clock.at + 1);
  if (!row) return false;
  const worked = await giveBackPayment(till, equipment, row);
  if (worked.kind === 'later') putBack(till.db, row.id, 'worker', clock.at + (worked.wait ?? 1000), worked.reason);
  else finish(till.db, row.id, 'worker', worked.kind, clock.at, worked.kind === 'dead' ? worked.reason : null);
  return true;
}

/** Lets the lane work until nothing is owed, or for `turns` turns, each when it is due. */
export async function work(bench: Bench, turns = 40): Promise<void> {
  for (let n = 0; n < turns; n++) {
    const due = firstDueAt(bench.db, 'refund');
    if (due === undefined) return;
    bench.clock.at = Math.max(bench.clock.at + 2, due);
    await turn(bench);
  }
}

/** A manager presses "retry" at the refund that is not back; the newest of them when there are more. */
export function retry({ counter, db }: Bench): void {
  const id = db
    .prepare(`SELECT id FROM outbox WHERE kind = 'refund-payment' AND state <> 'done' ORDER BY id DESC`)
    .pluck()
    .get();
  expect(retryObligation(counter, { obligationId: Number(id) })).toEqual({ ok: true, value: null });
}

/** Where the money of each refund payment stands, oldest first. */
export const payments = ({ db }: Bench): { state: string; amount: Tiyin; reason: string | null }[] =>
  db.prepare('SELECT state, amount, reason FROM refund_payment ORDER BY rowid').all() as never;

export const booked = ({ provider }: Bench): number[] => provider.book.map(({ amount }) => amount);
