import { expect, test } from 'vitest';
import { leaveInDoubt } from './flood.ts';
import { watchProcess } from './own-work.ts';
import { signIn, startRegister } from './register.ts';
import type { Register } from './register.ts';
import { numberOn, openShop, showsDoubt } from './shop.ts';
import type { Shop } from './shop.ts';
import { within } from './within.ts';

/** The most (ms) one piece of the window's own work may hold up its next picture, and the time (ms) in which all are asked. */
const standsStill = 50;
const allAsked = 60_000;

const flood = { count: 500, everyMs: 200 };

/** A register that starts with five hundred payments in doubt while Payme, 200 ms away, is out of reach. */
async function shopInFlood(): Promise<{ shop: Shop; payments: string[] }> {
  const before = await openShop({ payme: 'subscribe', paymeLatencyMs: 200 });
  await before.close();
  await before.payme.setCable('out');
  const payments = leaveInDoubt(before.dataDir, before.payme, flood);
  const shop = { ...before, ...(await startRegister(before)) };
  await signIn(shop);
  await showsDoubt(shop, flood.count, flood.count * 400_000);
  return { shop, payments };
}

/**
 * Notes from now on every work of the window longer than 50 ms (the browser's own measure); the answer gives how long (ms)
 * each took, without the time in which the machine let others run.
 */
async function watchWindow({ app, page }: Register): Promise<() => Promise<number[]>> {
  const pid = await within(
    'the window’s process',
    app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.getOSProcessId()),
  );
  const watched = watchProcess(pid ?? 0);
  const looking = page.evaluate(() => {
    const seen: [from: number, ms: number][] = [];
    Reflect.set(globalThis, 'longTasks', seen);
    const note = (list: PerformanceObserverEntryList): void =>
      void seen.push(
        ...list
          .getEntries()
          .map(({ startTime, duration }): [number, number] => [performance.timeOrigin + startTime, duration]),
      );
    new PerformanceObserver(note).observe({ type: 'longtask' });
  });
  await within('an eye on the window', looking);
  return async () => {
    const seen = await within(
      'the long works',
      page.evaluate(() => Reflect.get(globalThis, 'longTasks') as [number, number][]),
    );
    const ownWork = await within('the own work', watched());
    return seen.map(([from, ms]) => Math.round(ownWork(from, from + ms)));
  };
}

/** Waits until the strip counts no more than so many payments in doubt, looking seldom so as not to be in the way. */
async function doubtFallsTo(shop: Register, most: number): Promise<void> {
  const seldom = { timeout: allAsked, interval: 500 };
  await expect.poll(() => numberOn(shop, 'in-doubt-count', 'count'), seldom).toBeLessThanOrEqual(most);
}

test('five hundred payments in doubt are asked about within a minute of the line, and the window never stands still', async () => {
  const { shop, payments } = await shopInFlood();
  const longWorks = await watchWindow(shop);
  await shop.payme.setCable('in');
  const mended = performance.now();
  await doubtFallsTo(shop, flood.count / 2);
  await shop.press('F11');
  await shop.id('open-items').waitFor();
  await doubtFallsTo(shop, 0);
  expect(performance.now() - mended).toBeLessThan(allAsked);
  const asked = new Set(shop.payme.ledger.requests.map(({ receiptId }) => receiptId));
  expect(payments.filter((id) => !asked.has(id))).toEqual([]);
  expect(shop.payme.ledger.charges).toHaveLength(flood.count);
  expect((await longWorks()).filter((ms) => ms > standsStill)).toEqual([]);
});
