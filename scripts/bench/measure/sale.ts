import type { Clock } from '../clock.ts';
import type { Counter } from '../counter.ts';
import { codeOf } from '../goods.ts';

/** The counter, the street's exchanges and the clock they share. */
export type Scene = { counter: Counter; clock: Clock; items: number };

const betweenCustomers = 2000;

/** A new customer: the last receipt is on paper and confirmed, three goods are scanned and the panel is open. */
export async function newCustomer({ counter, clock, items }: Scene, number: number): Promise<void> {
  await settled(counter);
  clock.skip(betweenCustomers);
  for (const step of [1, 2, 3]) await counter.call('scan', { text: codeOf((number * 104_729 + step * 7_919) % items) });
  await counter.call('startPayment');
}

/** Waits until nothing is owed any more to box, wallet or printer. */
export async function settled(counter: Counter): Promise<void> {
  await counter.until(
    'everything sent and printed',
    ({ strip, done }) => strip.unsentFiscal.count + strip.notPrinted.count === 0 && isOver(done?.confirm),
  );
}

function isOver(confirm: string | undefined): boolean {
  return confirm === undefined || confirm === 'none' || confirm === 'done';
}
