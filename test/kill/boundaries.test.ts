import { expect, test } from 'vitest';
import { projectFolder } from '../../scripts/electron/build.ts';
import { serve, signIn } from '../../scripts/torture/cashier.ts';
import type { Visit } from '../../scripts/torture/cashier.ts';
import type { Way } from '../../scripts/torture/customers.ts';
import type { BoundaryKind, Counted, DieOrder } from '../../scripts/torture/hook/orders.ts';
import type { PaymeWay } from '../../scripts/torture/provision.ts';
import { playScene } from '../../scripts/torture/scene.ts';
import type { Scene } from '../../scripts/torture/scene.ts';
import { goods } from '../../scripts/torture/shop.ts';

const settings = { program: projectFolder, seed: 1, speed: 10, sabotage: null };
const wants = goods.slice(0, 2).map(({ code }) => ({ code, pieces: 1 }));

/** The goods are rung up, box and printer are there, and the payment panel is open. */
async function atThePaymentPanel({ counter }: Scene, way: Way): Promise<Visit> {
  await signIn(counter, await counter.view());
  await counter.call('openShift', { float: 0 });
  for (const { code } of wants) await counter.call('scan', { text: code });
  await counter.call('startPayment');
  const ready = await counter.until(
    ({ strip, payment }) => payment !== null && strip.line === 'up' && strip.printer === 'ready',
  );
  const plan = { wants, way, inDoubt: 'put-aside', comesBackLater: false, scansEarly: false } as const;
  return { customer: plan, saleId: ready?.sale?.id, codesLeft: 1, putAside: false };
}

/** Serves the customer and waits until nothing more is owed for the sale, whichever till is then there. */
async function sell(scene: Scene, visit: Visit): Promise<void> {
  await serve(scene, visit);
  await scene.counter
    .until(({ done }) => done === null || (done.print.state === 'printed' && done.confirm !== 'waiting'))
    .catch(() => undefined);
}

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
  const next = Array.from({ length: boundaries }, (_, at) => at);
  const places: string[] = [];
  const worker = async (): Promise<void> => {
    for (let after = next.shift(); after !== undefined; after = next.shift())
      places.push(...(await dieAt(way, payme, { of, after })));
  };
  await Promise.all(Array.from({ length: 8 }, worker));
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
