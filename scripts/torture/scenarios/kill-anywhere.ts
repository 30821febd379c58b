import type { Chance } from '../chance.ts';
import type { Fate } from '../counter.ts';
import { drawCustomers } from '../customers.ts';
import type { PaymeWay } from '../provision.ts';
import { serveAll } from '../cashier.ts';
import { playScene } from '../scene.ts';
import type { Scenario } from '../scene.ts';

/**
 * About as many boundaries as a life of such a script passes: an order beyond the last one
 * is a life that ends in peace.
 */
export const boundariesOfALife = { write: 90, call: 45 } as const;

const moments = ['before the first byte', 'request written', 'answer begins', 'answer there'] as const;

/** Calls around which forgetting costs money: a charge leaves, is made ready, is asked about, is given back. */
const moneyMoves: Record<PaymeWay, readonly [string, ...string[]]> = {
  fbox: ['POST /payment/payme'],
  'fbox-and-cashbox': ['POST /payment/payme', 'POST /payment/payme', 'receipts.get_all', 'receipts.cancel'],
  subscribe: ['receipts.pay', 'receipts.pay', 'receipts.create', 'receipts.get', 'receipts.cancel'],
};

/** Up to `deaths` lives end at a boundary drawn at random; later lives end sooner, so that recovery itself is hit too. */
export function mortal(chance: Chance, deaths: number, way: PaymeWay): Fate {
  let left = deaths;
  return () => {
    if (left === 0) return null;
    const soon = chance.of(left < deaths ? 0.6 : 0.4) ? 0.3 : 1;
    left -= 1;
    if (chance.of(0.3)) {
      const near = `${chance.pick(moments)} ${chance.pick(moneyMoves[way])}`;
      return { of: 'call', after: chance.int(0, 2), near };
    }
    const of = chance.of(0.5) ? 'write' : 'call';
    return { of, after: chance.int(0, Math.floor(boundariesOfALife[of] * soon)) };
  };
}

/** Cash and Payme sales, put aside and taken back, with the till killed at random boundaries again and again. */
export const killAnywhere: Scenario = {
  name: 'kill-anywhere',
  about: 'the till is killed before or after any write and around the bytes of any call',
  share: 0.55,
  run: (settings) =>
    playScene(settings, {
      fate: (chance, way) => mortal(chance, chance.int(1, 3), way),
      play: (scene) =>
        serveAll(
          scene,
          drawCustomers(scene.chance, { customers: scene.chance.int(2, 3), payme: 0.65, comesBackLater: 0.25 }),
        ),
    }),
};
