import type { firstStartUz } from './screen.uz.ts';

/** The shape of the words of the first start: Uzbek is written first, the others follow it key by key. */
export type FirstStartWords = typeof firstStartUz;
