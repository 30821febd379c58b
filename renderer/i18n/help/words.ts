import type { helpUz } from './screen.uz.ts';

/** The shape of the words of help: Uzbek is written first, the others follow it key by key. */
export type HelpWords = typeof helpUz;
