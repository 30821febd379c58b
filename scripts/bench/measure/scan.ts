import type { Counter } from '../counter.ts';
import { codeOf } from '../goods.ts';
import type { Measured } from '../report.ts';

const sales = 20;
const linesASale = 20;

/** The scan intent until the window has the line: sales of twenty different goods, given up at the end. */
export async function scans(counter: Counter, items: number): Promise<Measured> {
  const samples: number[] = [];
  for (let sale = 0; sale < sales; sale += 1) {
    for (let line = 1; line <= linesASale; line += 1) {
      samples.push(await scanOnce(counter, codeOf((sale * 40_009 + line * 7_919) % items), line));
    }
    await counter.call('voidSale');
  }
  return { name: 'scan to view handed out', samples, unit: 'ms', budget: 50, floor: 'fsynced-insert' };
}

async function scanOnce(counter: Counter, text: string, lines: number): Promise<number> {
  const drawn = counter.next('a line drawn', ({ sale }) => sale?.lines.length === lines);
  const began = performance.now();
  await counter.call('scan', { text });
  return (await drawn).at - began;
}
