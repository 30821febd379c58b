import { serveAll } from '../cashier.ts';
import { beside } from '../beside.ts';
import { drawCustomers } from '../customers.ts';
import { playScene } from '../scene.ts';
import type { Scenario, Scene } from '../scene.ts';
import { mortal } from './kill-anywhere.ts';

const hour = 3_600_000;

/** Somebody sets the computer's clock an hour back and six hours forward, in the middle of selling. */
export const clock: Scenario = {
  name: 'clock',
  about: "the till's clock goes back an hour and forward six while it sells",
  share: 0.05,
  run: (settings) =>
    playScene(settings, {
      fate: (chance) => mortal(chance, chance.int(0, 1)),
      play: (scene) =>
        beside(setClocks(scene), () =>
          serveAll(scene, drawCustomers(scene.chance, { customers: 4, payme: 0.6, comesBackLater: 0.2 })),
        ),
    }),
};

function setClocks({ around, counter, chance: whole }: Scene): (goesOn: () => boolean) => Promise<void> {
  const chance = whole.fork('clock');
  return async (goesOn) => {
    while (goesOn()) {
      await around.clock.wait(chance.int(300, 4_000));
      counter.setClock(chance.pick([-hour, 6 * hour, 0]));
      around.struck('clock-set');
    }
  };
}
