import type { Scenario } from '../scene.ts';
import { answers, oddities } from './answers.ts';
import { clock } from './clock.ts';
import { diskFull } from './disk-full.ts';
import { flaps } from './flaps.ts';
import { killAnywhere } from './kill-anywhere.ts';
import { poisoned, poisonedMany } from './poisoned.ts';
import { resets } from './resets.ts';
import { sameCodeTwice } from './same-code-twice.ts';
import { swapped } from './swapped.ts';
import { twoPrograms } from './two-programs.ts';

/** Every kind of run, the large ones last. */
export const scenarios: readonly Scenario[] = [
  killAnywhere,
  answers,
  oddities,
  resets,
  flaps,
  sameCodeTwice,
  swapped,
  clock,
  diskFull,
  twoPrograms,
  poisoned,
  poisonedMany,
];
