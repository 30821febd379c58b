import type { doneUz } from './screen.uz.ts';

/** The shape of the words of a sale that is paid: Uzbek is written first, the others follow it key by key. */
export type DoneWords = typeof doneUz;
