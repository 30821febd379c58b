import type { sellingUz } from './screen.uz.ts';

/** The shape of the words of selling: Uzbek is written first, the others follow it key by key. */
export type SellingWords = typeof sellingUz;
