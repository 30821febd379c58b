import { openDatabase } from '../../main/store/database.ts';
import type { Db } from '../../main/store/database.ts';
import { terminal } from '../terminal.ts';
import type { BenchOptions } from './arguments.ts';
import { worldClock } from './clock.ts';
import { openCounter } from './counter.ts';
import type { Counter } from './counter.ts';
import { measureFloors } from './floors.ts';
import { burst } from './measure/burst.ts';
import { cashSales } from './measure/cash.ts';
import { openBusyShift, shiftClosings } from './measure/close-shift.ts';
import { coldStarts } from './measure/cold-start.ts';
import { imports } from './measure/import.ts';
import { paymeSales } from './measure/payme.ts';
import { scans } from './measure/scan.ts';
import { searches } from './measure/search.ts';
import type { Scene } from './measure/sale.ts';
import { writePast } from './past.ts';
import { judge } from './report.ts';
import type { Measured, Report } from './report.ts';
import { pin, writeShop } from './shop.ts';
import type { Shop } from './shop.ts';
import { openStreet } from './street.ts';
import type { Street } from './street.ts';

/** Builds a shop of this size in a temporary folder, measures everything once and takes the folder away again. */
export async function runBench({ items, past }: BenchOptions): Promise<Report> {
  const clock = worldClock();
  const street = await openStreet(clock);
  const shop = writeShop(street, items);
  try {
    terminal.say('Floors of this machine …');
    const floors = await measureFloors(shop.dir);
    terminal.say(`Import of ${items} goods …`);
    const imported = imports(shop);
    terminal.say(`A till with ${items} goods and a past of ${past} sales …`);
    await (await openCounter(shop.start, clock)).stop();
    withDatabase(shop, (db) => writePast(db, past, clock.now()));
    const measured = [...imported, ...(await serve({ shop, street, clock, items }))];
    return { shop: { items, past }, floors, results: measured.map((one) => judge(one, floors)) };
  } finally {
    await street.close();
    shop.remove();
  }
}

type Place = Omit<Scene, 'counter'> & { shop: Shop; street: Street };

/** A working day in short: a shift with a thousand receipts, the till started anew, then everything at its counter. */
async function serve(place: Place): Promise<Measured[]> {
  const { shop, clock, items } = place;
  const beside = openBeside(shop);
  try {
    await atCounter(place, async (counter) => {
      await signIn(counter);
      await openBusyShift({ counter, clock, items }, beside);
    });
    terminal.say('Cold starts …');
    const started = await coldStarts(shop.start);
    return [started, ...(await atCounter(place, (counter) => measureSelling(place, counter, beside)))];
  } finally {
    beside.close();
  }
}

async function measureSelling({ street, clock, items }: Place, counter: Counter, beside: Db): Promise<Measured[]> {
  const scene = { counter, clock, items };
  await counter.until('box and printer seen', ({ strip }) => strip.line === 'up' && strip.printer !== 'unknown');
  terminal.say('Scans and searches …');
  const goods = [await scans(counter, items), await burst(counter), await searches(counter)];
  terminal.say('Cash and Payme sales …');
  const sales = [await cashSales(scene, street), ...(await paymeSales(scene, street))];
  terminal.say('Closing shifts …');
  return [...goods, ...sales, await shiftClosings(scene, beside)];
}

async function atCounter<T>({ shop, clock }: Place, work: (counter: Counter) => Promise<T>): Promise<T> {
  const counter = await openCounter(shop.start, clock);
  try {
    return await work(counter);
  } finally {
    await counter.stop();
  }
}

async function signIn(counter: Counter): Promise<void> {
  const [cashier] = counter.view().staff;
  if (!cashier) throw new Error('nobody works here');
  await counter.call('signIn', { staffId: cashier.id, pin });
}

/** A second connection, for history that the till did not write itself. */
function openBeside({ databasePath }: Shop): Db {
  const opened = openDatabase(databasePath);
  if (!opened.ok) throw new Error(opened.fault.detail);
  return opened.db;
}

function withDatabase(shop: Shop, work: (db: Db) => void): void {
  const db = openBeside(shop);
  work(db);
  db.close();
}
