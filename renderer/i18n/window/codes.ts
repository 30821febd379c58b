import type { Code } from '../../../preload/api.ts';
import type { Words } from '../words.ts';

/** The codes whose words stand in this folder: a till that stopped or began again, a full disk, faults of our own. */
export type WindowCode = Extract<Code, 'disk-full' | `till-${string}` | 'bad-intent' | 'internal'>;

export type WindowCodeWords = Record<WindowCode, Words>;
