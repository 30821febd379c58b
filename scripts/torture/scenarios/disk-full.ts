import { serveAll } from '../cashier.ts';
import { beside } from '../beside.ts';
import { drawCustomers } from '../customers.ts';
import { playScene } from '../scene.ts';
import type { Scenario, Scene } from '../scene.ts';
import { mortal } from './kill-anywhere.ts';

/** The disk runs full and is cleared again, over and over, while the shop sells. */
export const diskFull: Scenario = {
  name: 'disk-full',
  about: 'the disk takes a few pages more and then none, until somebody clears it',
  share: 0.05,
  run: (settings) =>
    playScene(settings, {
      fate: (chance, way) => mortal(chance, chance.int(0, 1), way),
      play: (scene) =>
        beside(fillDisk(scene), () =>
          serveAll(scene, drawCustomers(scene.chance, { customers: 3, payme: 0.6, comesBackLater: 0.2 })),
        ),
    }),
};

function fillDisk({ around, counter, chance: whole }: Scene): (goesOn: () => boolean) => Promise<void> {
  const chance = whole.fork('disk');
  return async (goesOn) => {
    while (goesOn()) {
      counter.till().order({ roomPages: chance.pick([0, 0, 0, 1, 2]) });
      await around.clock.wait(chance.int(2_000, 10_000));
      counter.till().order({ roomPages: null });
      await around.clock.wait(chance.int(200, 2_000));
    }
  };
}
