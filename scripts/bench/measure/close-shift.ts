import type { Db } from '../../../main/store/database.ts';
import { fillOpenShift } from '../past.ts';
import type { Measured } from '../report.ts';
import { settled } from './sale.ts';
import type { Scene } from './sale.ts';

const receipts = 1000;

/** Opens a shift at a box that is ready and fills it with `receipts` sales, one a minute up to now. */
export async function openBusyShift({ counter, clock }: Scene, db: Db): Promise<void> {
  clock.skip(receipts * 60_000);
  await counter.call('openShift', { float: 20_000_000 });
  fillOpenShift(db, receipts, clock.now());
  clock.skip(2000);
}

/** Closing until the cashier has the Z report; the open shift is the first sample, two more follow. */
export async function shiftClosings(scene: Scene, db: Db): Promise<Measured> {
  const samples = [await closeOnce(scene)];
  for (let shift = 1; shift < 3; shift += 1) {
    await openBusyShift(scene, db);
    samples.push(await closeOnce(scene));
  }
  return { name: 'closing a shift of 1000 receipts', samples, unit: 'ms', budget: 2000, floor: 'fsynced-insert' };
}

async function closeOnce({ counter, clock }: Scene): Promise<number> {
  await settled(counter);
  clock.skip(2000);
  const began = performance.now();
  await counter.call('closeShift', { counted: 20_000_000 });
  const took = performance.now() - began;
  await counter.until('the fiscal shift closed', ({ closedShift }) => closedShift?.fiscal.state === 'closed');
  return took;
}
