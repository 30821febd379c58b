import type { RunDone } from './campaign.ts';
import { lossesOf } from './report.ts';

/** How far a campaign is: runs made, losses so far, and how long (from the pace so far) the rest will take. */
export function progressLine(sofar: readonly RunDone[], of: number, seconds: number): string {
  const losses = sofar.reduce((sum, done) => sum + lossesOf(done).length, 0);
  const left = Math.round((seconds / sofar.length) * (of - sofar.length));
  return `  ${sofar.length}/${of} runs, ${losses} losses, ${Math.round(seconds)} s, about ${left} s to go`;
}
