import { setTimeout as sleep } from 'node:timers/promises';
import { stillMoving } from './books.ts';
import { TillDied } from './counter.ts';
import type { Counter } from './counter.ts';
import { calm } from './line/faults.ts';

/**
 * How long a till may take to settle everything that can be settled without a person: ms of the world, and of ours, for
 * a world that outruns a loaded machine proves nothing.
 */
const longest = 180_000;
const longestOfOurs = 60_000;
const lookEvery = 40;

/**
 * Mends the world, starts the till anew (unless the one that stands must manage) and waits until nothing moves by itself any more: what was owed is done or left
 * to a person, and no money is on its way. What still moves after that is named.
 */
export async function settle(counter: Counter, anew = true): Promise<string[]> {
  const { around } = counter;
  around.line.setWeather(calm);
  await around.line.setCable('in');
  await around.line.quiet();
  counter.calm();
  if (anew) await counter.stop();
  if (anew || !(await answers(counter))) await counter.start();
  await around.wallets?.quiet();
  const until = Date.now() + Math.max(around.clock.real(longest), longestOfOurs);
  let moving = stillMoving(around.database, around.clock.now());
  while (moving.length > 0 && Date.now() < until) {
    await sleep(lookEvery);
    moving = stillMoving(around.database, around.clock.now());
  }
  await counter.stop();
  return moving;
}

/** False for a till that had died before it heard that it may live in peace. */
async function answers(counter: Counter): Promise<boolean> {
  try {
    await counter.call('view');
    return true;
  } catch (error) {
    if (error instanceof TillDied) return false;
    throw error;
  }
}
