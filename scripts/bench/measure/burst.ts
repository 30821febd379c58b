import { setTimeout as rest } from 'node:timers/promises';
import type { Counter } from '../counter.ts';
import { codeOf } from '../goods.ts';
import type { Measured } from '../report.ts';

const scansInAll = 20;
const within = 2000;

/** Twenty scans in two seconds, handed in whether or not the last one is answered: every one must be on the sale. */
export async function burst(counter: Counter): Promise<Measured> {
  const answers: Promise<void>[] = [];
  for (let scan = 0; scan < scansInAll; scan += 1) {
    answers.push(counter.call('scan', { text: codeOf(scan % 7) }));
    await rest(within / scansInAll);
  }
  await Promise.all(answers);
  const counted = (counter.view().sale?.quantity ?? 0) / 1000;
  await counter.call('voidSale');
  return { name: '20 scans in 2 s', samples: [scansInAll - counted], unit: 'lost', budget: 0, floor: null };
}
