import type { Code } from '../../../preload/api.ts';
import type { Words } from '../words.ts';

/** The codes whose words stand in this folder: opening and closing a shift. */
export type ShiftCode = Extract<Code, 'no-shift' | `shift-${string}` | 'fiscal-z-failed'>;

export type ShiftCodeWords = Record<ShiftCode, Words>;
