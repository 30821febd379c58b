import { serveAll } from '../cashier.ts';
import { drawCustomers } from '../customers.ts';
import { beside } from '../beside.ts';
import { playScene } from '../scene.ts';
import type { Scenario, Scene } from '../scene.ts';
import { mortal } from './kill-anywhere.ts';

/** The cable comes out three times a minute, while the till also dies once. */
export const flaps: Scenario = {
  name: 'flaps',
  about: 'the network goes away and comes back three times a minute, and the till dies once',
  share: 0.1,
  run: (settings) =>
    playScene(settings, {
      fate: (chance, way) => mortal(chance, 1, way),
      play: (scene) =>
        beside(flap(scene), () =>
          serveAll(scene, drawCustomers(scene.chance, { customers: 4, payme: 0.6, comesBackLater: 0.2 })),
        ),
    }),
};

function flap({ around, chance: whole }: Scene): (goesOn: () => boolean) => Promise<void> {
  const chance = whole.fork('cable');
  return async (goesOn) => {
    while (goesOn()) {
      await around.clock.wait(chance.int(500, 14_000));
      await around.line.setCable('out');
      around.struck('cable-out');
      await around.clock.wait(chance.int(500, 6_000));
      await around.line.setCable('in');
    }
  };
}
