import { serve } from '../cashier.ts';
import type { Customer } from '../customers.ts';
import { found } from '../judge/findings.ts';
import { goods } from '../shop.ts';
import { playScene } from '../scene.ts';
import type { Scenario, Scene } from '../scene.ts';
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
        const first = scene.chance.int(0, goods.length - 1);
        await sellCrossed(scene, (at) => buyer(first + at));
      },
    }),
};

/** The same with equal sums: Payme's own API names the receipt in every answer, so both come right. */
export const swappedEqual: Scenario = {
  name: 'swapped-equal',
  about: 'two charges of one sum are in the air at once and get each other’s answers, through Payme’s own API',
  share: 0.03,
  run: (settings) =>
    playScene(settings, {
      way: 'subscribe',
      play: async (scene) => {
        const good = scene.chance.int(0, goods.length - 1);
        await sellCrossed(scene, () => buyer(good));
      },
      after: ({ attempts }) =>
        attempts
          .filter(({ state }) => state !== 'paid')
          .map(({ id, state, reason }) => found('lost-money', `attempt ${id} is ${state} (${reason ?? ''}), not paid`)),
    }),
};

/** Four customers, every other one put aside while the code is on its way, so that two are in the air. */
async function sellCrossed(scene: Scene, customerAt: (at: number) => Customer): Promise<void> {
  scene.around.line.setWeather((call) => (isCharge(call) ? { kind: 'answers-swapped', ms: 4_000 } : { kind: 'none' }));
  for (let at = 0; at < 4; at += 1) {
    const visit = { saleId: undefined, codesLeft: 1, putAside: false, parksWhileSending: at % 2 === 0 };
    await serve(scene, { ...visit, customer: customerAt(at) });
  }
}

function buyer(at: number): Customer {
  const { code } = goods[at % goods.length] ?? goods[0];
  return { wants: [{ code, pieces: 1 }], way: 'payme', inDoubt: 'put-aside', comesBackLater: false, scansEarly: false };
}
