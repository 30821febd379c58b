import type { Scenario } from '../scene.ts';
import { answers, oddities } from './answers.ts';
import { checkout, checkoutCancelled } from './checkout.ts';
import { clock, clockWarning } from './clock.ts';
import { diskFull } from './disk-full.ts';
import { flood, flood500 } from './flood.ts';
import { flaps } from './flaps.ts';
import { killAnywhere } from './kill-anywhere.ts';
import { lateCharge } from './late-charge.ts';
import { overtaken } from './overtaken.ts';
import { poisoned, poisonedMany } from './poisoned.ts';
import { resets } from './resets.ts';
import { rush } from './rush.ts';
import { sameCodeTwice } from './same-code-twice.ts';
import { swapped, swappedEqual } from './swapped.ts';
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
  swappedEqual,
  lateCharge,
  checkout,
  checkoutCancelled,
  clock,
  clockWarning,
  diskFull,
  twoPrograms,
  poisoned,
  overtaken,
  rush,
  flood,
  poisonedMany,
  flood500,
];
