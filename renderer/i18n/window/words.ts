import type { windowUz } from './screen.uz.ts';

/** The shape of the words of what stands around every screen: Uzbek is written first, the others follow it key by key. */
export type WindowWords = typeof windowUz;
