import { serveAll } from '../cashier.ts';
import { drawCustomers } from '../customers.ts';
import { beside } from '../beside.ts';
import { found } from '../judge/findings.ts';
import type { Finding } from '../judge/findings.ts';
import { playScene } from '../scene.ts';
import type { Scenario, Scene } from '../scene.ts';
import { startTillProcess } from '../till-process.ts';

/** Somebody starts the program again and again beside the one that sells, also while that one is frozen. */
export const twoPrograms: Scenario = {
  name: 'two-programs',
  about: 'a second program is started on the folder while the first one sells, and while it hangs',
  share: 0.03,
  run: (settings) =>
    playScene(settings, {
      play: async (scene) => {
        const opened: Finding[] = [];
        const intrude = intruder(scene, settings.program, opened);
        const customers = drawCustomers(scene.chance, { customers: 3, payme: 0.6, comesBackLater: 0.2 });
        await beside(intrude, () => serveAll(scene, customers));
        return opened;
      },
    }),
};

function intruder(
  { around, counter }: Scene,
  program: string,
  opened: Finding[],
): (goesOn: () => boolean) => Promise<void> {
  const home = { program, dataDir: around.dir, provisionFile: around.provisionFile, bootId: 'second' };
  const orders = { clock: around.clock.order(), die: null, sabotage: null, roomPages: null };
  return async (goesOn) => {
    for (let times = 0; goesOn() || times === 0; times += 1) {
      const frozen = times % 2 === 1 && counter.till().freeze();
      const second = await startTillProcess(home, orders);
      if (frozen) counter.till().thaw();
      around.struck('second-program');
      if (second.ok) {
        await second.till.kill();
        opened.push(found('till-fault', 'a second till opened on the folder of a running one'));
      } else if (!('refused' in second) || second.refused !== 'data-folder-in-use')
        opened.push(found('till-fault', `a second till was not refused in words: ${second.output.slice(-200)}`));
    }
  };
}
