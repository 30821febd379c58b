import { join } from 'node:path';
import type { Electron } from '../../electron/run.ts';
import { serveAll } from '../cashier.ts';
import { drawCustomers } from '../customers.ts';
import { playScene } from '../scene.ts';
import type { Scenario } from '../scene.ts';
import { openerOf } from '../whole/program-process.ts';
import { mortal } from './kill-anywhere.ts';

/** Its name, for `--only`. */
export const wholeName = 'whole-program';

/** Electron starts ten times as slowly as the till alone; its world must not run away from it. */
const speed = 4;

/** The whole program on a real Electron, ended with everything it started at random boundaries. `program` carries the hook. */
export function wholeProgram(electron: Electron, program: string): Scenario {
  return {
    name: wholeName,
    about: 'shell, window and till die together at a write or a call, on a real Electron',
    share: 1,
    run: (settings) =>
      playScene(
        { ...settings, program, speed },
        {
          fate: (chance, way) => {
            const fate = mortal(chance, chance.int(1, 2), way);
            return () => {
              const order = fate();
              return order && { ...order, whole: true };
            };
          },
          open: ({ dir }) => openerOf(electron, join(dir, 'last-words')),
          play: (scene) =>
            serveAll(scene, drawCustomers(scene.chance, { customers: 2, payme: 0.6, comesBackLater: 0.2 })),
        },
      ),
  };
}
