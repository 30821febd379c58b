import type { Measured } from '../report.ts';
import type { Street } from '../street.ts';
import { newCustomer } from './sale.ts';
import type { Scene } from './sale.ts';

const sales = 30;

/** A customer's code from the scan to the request at the box, and from the box's answer to the window's view. */
export async function paymeSales(scene: Scene, street: Street): Promise<Measured[]> {
  const out: number[] = [];
  const back: number[] = [];
  for (let sale = 0; sale < sales; sale += 1) {
    await newCustomer(scene, 1000 + sale);
    await scene.counter.call('chooseTender', { kind: 'payme-go' });
    const paid = scene.counter.next('a sale paid', ({ done }) => done !== null);
    const began = performance.now();
    await scene.counter.call('scan', { text: street.box.issueCode() });
    const { at } = await paid;
    const exchange = street.exchanges.findLast(({ path }) => path === '/payment/payme');
    if (!exchange) throw new Error('the box was never asked');
    out.push(exchange.arrived - began);
    back.push(at - exchange.answered);
  }
  return [
    { name: 'Payme code to request at the box', samples: out, unit: 'ms', budget: 50, floor: 'loopback-http' },
    { name: 'Payme answer to view handed out', samples: back, unit: 'ms', budget: 100, floor: 'loopback-http' },
  ];
}
