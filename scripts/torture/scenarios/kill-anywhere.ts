import type { Chance } from '../chance.ts';
import type { Fate } from '../counter.ts';
import { drawCustomers } from '../customers.ts';
import type { DieOrder } from '../hook/orders.ts';
import type { PaymeWay } from '../provision.ts';
import { serveAll } from '../cashier.ts';
import { playScene } from '../scene.ts';
import type { Scenario } from '../scene.ts';

/**
 * About as many boundaries as a life of such a script passes: an order beyond the last one
 * is a life that ends in peace.
 */
export const boundariesOfALife = { write: 90, call: 45 } as const;

/**
 * Moments at which the provider has the charge and the till has not written what became of it: only what was written before
 * the first byte can tell the next till about it.
 */
const inTheAir = ['request written', 'answer begins', 'answer there'] as const;

/** The call that takes money. */
const charge: Record<PaymeWay, string> = {
  fbox: 'POST /payment/payme',
  'fbox-and-cashbox': 'POST /payment/payme',
  subscribe: 'receipts.pay',
};

const moments = ['before the first byte', 'request written', 'answer begins', 'answer there'] as const;

/** Calls around which forgetting costs money: a charge leaves, is made ready, is asked about, is given back. */
const moneyMoves: Record<PaymeWay, readonly [string, ...string[]]> = {
  fbox: ['POST /payment/payme'],
  'fbox-and-cashbox': ['POST /payment/payme', 'POST /payment/payme', 'receipts.get_all', 'receipts.cancel'],
  subscribe: ['receipts.pay', 'receipts.pay', 'receipts.create', 'receipts.get', 'receipts.cancel'],
};

/**
 * Up to `deaths` lives end. The first ends mostly with a charge in the air, where forgetting costs most; all others at a
 * boundary drawn at random, later lives sooner, so that recovery itself is hit too.
 */
export function mortal(chance: Chance, deaths: number, way: PaymeWay): Fate {
  let left = deaths;
  return () => {
    if (left === 0) return null;
    const first = left === deaths;
    const soon = chance.of(first ? 0.4 : 0.8) ? 0.3 : 1;
    left -= 1;
    if (chance.of(first ? 0.65 : 0.15)) return chargeInTheAir(chance, way);
    if (chance.of(0.25)) {
      const near = `${chance.pick(moments)} ${chance.pick(moneyMoves[way])}`;
      return { of: 'call', after: chance.int(0, 2), near };
    }
    const of = chance.of(0.6) ? 'write' : 'call';
    return { of, after: chance.int(0, Math.floor(boundariesOfALife[of] * soon)) };
  };
}

/** Mostly the first charge of a life: a script has few, and an order nobody comes to is a life in peace. */
function chargeInTheAir(chance: Chance, way: PaymeWay): DieOrder {
  return { of: 'call', after: chance.of(0.2) ? 1 : 0, near: `${chance.pick(inTheAir)} ${charge[way]}` };
}

/** Cash and Payme sales, put aside and taken back, with the till killed at random boundaries again and again. */
export const killAnywhere: Scenario = {
  name: 'kill-anywhere',
  about: 'the till is killed before or after any write and around the bytes of any call',
  share: 0.55,
  run: (settings) =>
    playScene(settings, {
      fate: (chance, way) => mortal(chance, chance.int(2, 4), way),
      play: (scene) =>
        serveAll(
          scene,
          drawCustomers(scene.chance, { customers: scene.chance.int(2, 3), payme: 0.65, comesBackLater: 0.25 }),
        ),
    }),
};
