import type { TillView } from '../../../preload/api.ts';
import { found } from '../judge/findings.ts';
import { serveAll } from '../cashier.ts';
import { beside } from '../beside.ts';
import { drawCustomers } from '../customers.ts';
import { playScene } from '../scene.ts';
import type { Scenario, Scene } from '../scene.ts';
import { mortal } from './kill-anywhere.ts';

const hour = 3_600_000;
const minute = 60_000;

/** Somebody sets the computer's clock an hour back and six hours forward, in the middle of selling. */
export const clock: Scenario = {
  name: 'clock',
  about: "the till's clock goes back an hour and forward six while it sells",
  share: 0.05,
  run: (settings) =>
    playScene(settings, {
      fate: (chance, way) => mortal(chance, chance.int(0, 1), way),
      play: (scene) =>
        beside(setClocks(scene), () =>
          serveAll(scene, drawCustomers(scene.chance, { customers: 4, payme: 0.6, comesBackLater: 0.2 })),
        ),
    }),
};

/** A till whose clock is more than five minutes off is told by the fiscal box before it refuses, and it says so in time. */
export const clockWarning: Scenario = {
  name: 'clock-warning',
  about: "the till's clock goes wrong by minutes: it warns while that lasts, and stops warning when it is right again",
  share: 0.01,
  run: (settings) =>
    playScene(settings, {
      play: async (scene) => {
        const { counter, chance, around } = scene;
        const customers = drawCustomers(chance, { customers: 2, payme: 0, comesBackLater: 0 });
        await serveAll(scene, customers.slice(0, 1));
        counter.setClock(chance.pick([-1, 1]) * chance.int(6, 9) * minute);
        around.struck('clock-set');
        const warned = await counter.until(warns, longestLook);
        await serveAll(scene, customers.slice(1));
        counter.setClock(0);
        const quiet = await counter.until((view) => !warns(view), longestLook);
        return [
          ...(warned ? [] : [found('till-fault', 'a clock that is minutes wrong was not warned of')]),
          ...(quiet ? [] : [found('till-fault', 'the warning of the clock stayed when the clock was right')]),
        ];
      },
    }),
};

/** The till looks at the box every 15 s; a refused document is tried again after a minute (ms of the world). */
const longestLook = 90_000;

function warns({ strip }: TillView): boolean {
  return strip.box.some(({ kind, level }) => kind === 'clock' && level === 'reached');
}

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
