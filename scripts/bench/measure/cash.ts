import type { Measured } from '../report.ts';
import type { Street } from '../street.ts';
import { newCustomer } from './sale.ts';
import type { Scene } from './sale.ts';

const sales = 30;
const pollMs = 1;

/** Taking the cash until the pulse for the drawer comes out of the printer, the sale being on disk before. */
export async function cashSales(scene: Scene, street: Street): Promise<Measured> {
  const samples: number[] = [];
  for (let sale = 0; sale < sales; sale += 1) {
    await newCustomer(scene, sale);
    await scene.counter.call('chooseTender', { kind: 'cash' });
    const before = street.pulses.length;
    const due = scene.counter.view().payment?.due ?? 0;
    const began = performance.now();
    await scene.counter.call('takeCash', { given: due });
    samples.push((await pulseAfter(street, before)) - began);
  }
  return { name: 'cash sale to drawer pulse', samples, unit: 'ms', budget: 300, floor: 'fsynced-insert' };
}

/** The moment of the pulse itself, however late it is looked at. */
async function pulseAfter({ pulses }: Street, before: number): Promise<number> {
  for (let left = 10_000; left > 0; left -= 1) {
    const at = pulses[before];
    if (at !== undefined) return at;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  throw new Error('the drawer never opened');
}
