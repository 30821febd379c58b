import type { Counter } from '../counter.ts';
import type { Measured } from '../report.ts';

/** What cashiers type: both alphabets, several spellings, several words, a name nobody has, the digits of a code. */
const typed = [
  "go'sht mol, goʻsht, гўшт, sut musaffo, choy qora ahmad, yog' paxta, o'rik, sariyog, shakar 100, yangi pishloq",
  'молоко, шоколад roshen, сок яблочный, печенье яшкино, ёгурт, вода минер, қурут, zzzz, e, 478000012, 4780000501',
].flatMap((words) => words.split(', '));

/** Each keystroke from the intent to the answer, letter by letter. */
export async function searches(counter: Counter): Promise<Measured> {
  const samples: number[] = [];
  for (const word of typed) {
    const letters = [...word];
    for (let length = 1; length <= letters.length; length += 1) {
      const began = performance.now();
      await counter.call('search', { text: letters.slice(0, length).join('') });
      samples.push(performance.now() - began);
    }
  }
  return { name: 'search, a keystroke', samples, unit: 'ms', budget: 80, floor: 'fsynced-insert' };
}
