import { projectFolder } from '../../scripts/electron/build.ts';
import { serve, signIn } from '../../scripts/torture/cashier.ts';
import type { Visit } from '../../scripts/torture/cashier.ts';
import type { Customer, Way } from '../../scripts/torture/customers.ts';
import type { Scene } from '../../scripts/torture/scene.ts';
import { goods } from '../../scripts/torture/shop.ts';

/** A world ten times as fast as ours, always the same. */
export const settings = { program: projectFolder, seed: 1, speed: 10, sabotage: null };

const wants = goods.slice(0, 2).map(({ code }) => ({ code, pieces: 1 }));

/** The goods are rung up, box and printer are there, and the payment panel is open. */
export async function atThePaymentPanel({ counter }: Scene, way: Way, like: Partial<Customer> = {}): Promise<Visit> {
  await signIn(counter, await counter.view());
  await counter.call('openShift', { float: 0 });
  for (const { code } of wants) await counter.call('scan', { text: code });
  await counter.call('startPayment');
  const ready = await counter.until(
    ({ strip, payment }) => payment !== null && strip.line === 'up' && strip.printer === 'ready',
  );
  const customer = { wants, way, inDoubt: 'put-aside', comesBackLater: false, scansEarly: false, ...like } as const;
  return { customer, saleId: ready?.sale?.id, codesLeft: 1, putAside: false };
}

/** Serves the customer and waits until nothing more is owed for the sale, whichever till is then there. */
export async function sell(scene: Scene, visit: Visit): Promise<void> {
  await serve(scene, visit);
  await scene.counter
    .until(({ done }) => done === null || (done.print.state === 'printed' && done.confirm !== 'waiting'))
    .catch(() => undefined);
}

/** Does `task` for every number below `count`, `atOnce` of them beside each other: tills mostly wait. */
export async function forEach(count: number, atOnce: number, task: (at: number) => Promise<void>): Promise<void> {
  const next = Array.from({ length: count }, (_, at) => at);
  const worker = async (): Promise<void> => {
    for (let at = next.shift(); at !== undefined; at = next.shift()) await task(at);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
