import { expect, test } from 'vitest';
import type { Way } from '../../scripts/torture/customers.ts';
import type { BoundaryKind, Counted, DieOrder } from '../../scripts/torture/hook/orders.ts';
import type { PaymeWay } from '../../scripts/torture/provision.ts';
import { playScene } from '../../scripts/torture/scene.ts';
import { atThePaymentPanel, forEach, sell, settings } from './rung-up.ts';

async function count(way: Way, payme: PaymeWay): Promise<Counted> {
  let counted: Counted = { write: 0, call: 0 };
  await playScene(settings, {
    way: payme,
    settlesAsItStands: true,
    play: async (scene) => {
      const visit = await atThePaymentPanel(scene, way);
      scene.counter.till().order({ die: null });
      await sell(scene, visit);
      counted = await scene.counter.till().boundaries();
    },
  });
  return counted;
}

/**
 * Kills one till at a boundary of a sale, starts the next one, and holds its books against everybody else's. The last
 * boundaries may not come this time: the till looks at the box every 15 s, in the middle of a sale or not.
 */
async function dieAt(way: Way, payme: PaymeWay, die: DieOrder): Promise<string[]> {
  const result = await playScene(settings, {
    way: payme,
    settlesAsItStands: true,
    play: async (scene) => {
      const visit = await atThePaymentPanel(scene, way);
      scene.counter.till().order({ die });
      await sell(scene, visit);
    },
  });
  const { findings, kills } = result;
  expect({ die, places: kills.places, findings }).toEqual({ die, places: kills.places, findings: [] });
  return kills.places;
}

/** Every boundary once, a few tills at a time: they mostly wait. Says how many died. */
async function dieAtEach(way: Way, payme: PaymeWay, of: BoundaryKind): Promise<number> {
  const boundaries = (await count(way, payme))[of];
  const places: string[] = [];
  await forEach(boundaries, 8, async (after) => void places.push(...(await dieAt(way, payme, { of, after }))));
  return places.length;
}

test.each([
  ['cash', 'fbox', 'write', 12],
  ['payme', 'fbox', 'write', 18],
  ['payme', 'fbox', 'call', 18],
  ['payme', 'subscribe', 'call', 18],
] as const)(
  'a till killed at any boundary of a %s sale (Payme Go through %s, every %s) loses nothing and takes nothing twice',
  async (way, payme, of, atLeast) => {
    expect(await dieAtEach(way, payme, of)).toBeGreaterThan(atLeast);
  },
);
