import { expect, test } from 'vitest';
import { journalLines, verifyJournal } from '../../main/report/journal.ts';
import type { JournalLine } from '../../main/report/journal.ts';
import { openForReading } from '../../main/store/database.ts';
import { join } from 'node:path';
import { bread, tea } from '../main/till/rig.ts';
import { openSurroundings } from './shop.ts';
import type { Surroundings } from './shop.ts';
import { startTillProcess } from './till-process.ts';
import type { TillProcess } from './till-process.ts';

/** How one customer pays; each call may find the till dead already. */
type Pay = (till: TillProcess, around: Surroundings) => Promise<unknown>;

const payCash: Pay = (till) => till.call('takeCash', { given: 4_000_000 });
const payPayme: Pay = (till, { box }) => till.call('scan', { text: box.issueCode() });

async function atThePaymentPanel(around: Surroundings): Promise<TillProcess> {
  const till = await startTillProcess(around.dir, around.provisionPath);
  const view = await till.until(({ staff }) => staff.length > 0);
  if (view === 'died') throw new Error('the till died before anything happened');
  await till.call('signIn', { staffId: view.staff.find(({ name }) => name === 'Dilnoza')!.id, pin: '1111' });
  await till.call('openShift', { float: 0 });
  await till.until(({ strip }) => strip.line === 'up' && strip.printer === 'ready');
  for (const text of [bread, bread, tea]) await till.call('scan', { text });
  await till.call('startPayment');
  return till;
}

async function wholeSale(till: TillProcess, around: Surroundings, pay: Pay): Promise<unknown> {
  await pay(till, around);
  return till.until(({ done }) => done?.print.state === 'printed' && done.confirm !== 'waiting');
}

const isMoving = (state: string | undefined): boolean => state === 'queued' || state === 'sending';

/** What the journal says after the till came back and settled: nothing in the air that could still move by itself. */
async function settledAfterRestart(around: Surroundings): Promise<JournalLine[]> {
  const till = await startTillProcess(around.dir, around.provisionPath);
  await till.until(({ strip, payment }) => strip.unsentFiscal.count === 0 && !isMoving(payment?.attempt?.state));
  await till.kill();
  const db = openForReading(join(around.dir, 'till', 'kassa.db'));
  try {
    expect(verifyJournal(db)).toEqual({ ok: true });
    return [...journalLines(db)];
  } finally {
    db.close();
  }
}

function checkMoney(lines: readonly JournalLine[], { box }: Surroundings): void {
  const sales = lines.filter((line) => line.type === 'sale');
  const attempts = lines.filter((line) => line.type === 'attempt');
  const completed = sales.filter(({ state }) => state === 'completed');
  expect(sales).toHaveLength(1);
  expect(box.ledger.charges.length).toBeLessThanOrEqual(1);
  expect(box.ledger.receipts).toHaveLength(completed.length);
  const paid = attempts.filter(({ state }) => state === 'paid').length;
  const doubtful = attempts.filter(({ state }) => state === 'in-doubt').length;
  if (box.ledger.charges.length === 1) expect(paid + doubtful).toBe(1);
  if (paid === 1)
    expect({ charges: box.ledger.charges.length, completed: completed.length }).toEqual({ charges: 1, completed: 1 });
}

async function countBoundaries(pay: Pay): Promise<number> {
  const around = await openSurroundings();
  const till = await atThePaymentPanel(around);
  till.arm(Number.MAX_SAFE_INTEGER);
  await wholeSale(till, around, pay);
  const count = await till.boundaries();
  await till.kill();
  await around.close();
  return count;
}

/** Kills one till at write boundary `n` of a sale, starts the next one, and holds its books against the box's. */
async function dieAt(n: number, pay: Pay): Promise<void> {
  const around = await openSurroundings();
  try {
    const till = await atThePaymentPanel(around);
    till.arm(n);
    await wholeSale(till, around, pay);
    await till.kill();
    checkMoney(await settledAfterRestart(around), around);
  } catch (error) {
    throw new Error(`killed at write boundary ${n}`, { cause: error });
  } finally {
    await around.close();
  }
}

/** Every boundary once, a few tills at a time: they mostly wait for the box's one-second rule. */
async function dieAtEach(pay: Pay): Promise<number> {
  const boundaries = await countBoundaries(pay);
  const next = Array.from({ length: boundaries }, (_, n) => n);
  const worker = async (): Promise<void> => {
    for (let n = next.shift(); n !== undefined; n = next.shift()) await dieAt(n, pay);
  };
  await Promise.all(Array.from({ length: 6 }, worker));
  return boundaries;
}

test('a till killed at any write of a cash sale has the sale once or not at all, and registers it once', async () => {
  expect(await dieAtEach(payCash)).toBeGreaterThan(8);
}, 120_000);

test('a till killed at any write of a Payme sale never charges twice and never forgets a charge', async () => {
  expect(await dieAtEach(payPayme)).toBeGreaterThan(12);
}, 120_000);
