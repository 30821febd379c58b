import type { unsettledUz } from './screen.uz.ts';

/** The shape of the words of the open items: Uzbek is written first, the others follow it key by key. */
export type UnsettledWords = typeof unsettledUz;
