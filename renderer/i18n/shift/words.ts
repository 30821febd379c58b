import type { shiftUz } from './screen.uz.ts';

/** The shape of the words of the shift: Uzbek is written first, the others follow it key by key. */
export type ShiftWords = typeof shiftUz;
