import type { Code } from '../../../preload/api.ts';
import type { Words } from '../words.ts';

/** The codes whose words stand in this folder: the fiscal receipt, the printer and the drawer. */
export type DoneCode = Extract<
  Code,
  `fiscal-${'unreachable' | 'refused' | 'in-doubt'}` | `printer-${string}` | 'drawer-not-opened' | 'nothing-to-print'
>;

export type DoneCodeWords = Record<DoneCode, Words>;
