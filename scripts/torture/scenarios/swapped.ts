import { serve } from '../cashier.ts';
import type { Customer } from '../customers.ts';
import { goods } from '../shop.ts';
import { playScene } from '../scene.ts';
import type { Scenario } from '../scene.ts';
import { isCharge } from '../weather.ts';

/**
 * The answers for two charges in the air at once come back crossed. The sums differ: the fiscal box's answer carries
 * nothing else that would tell whose it is.
 */
export const swapped: Scenario = {
  name: 'swapped',
  about: 'two charges are in the air at once and get each other’s answers',
  share: 0.05,
  run: (settings) =>
    playScene(settings, {
      play: async (scene) => {
        scene.around.line.setWeather((call) =>
          isCharge(call) ? { kind: 'answers-swapped', ms: 4_000 } : { kind: 'none' },
        );
        const first = scene.chance.int(0, goods.length - 1);
        for (let at = 0; at < 4; at += 1) {
          const customer = buyer(first + at);
          await serve(scene, {
            customer,
            saleId: undefined,
            codesLeft: 1,
            putAside: false,
            parksWhileSending: at % 2 === 0,
          });
        }
      },
    }),
};

function buyer(at: number): Customer {
  const { code } = goods[at % goods.length] ?? goods[0];
  return { wants: [{ code, pieces: 1 }], way: 'payme', inDoubt: 'put-aside', comesBackLater: false, scansEarly: false };
}
