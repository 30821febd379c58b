import type { signInUz } from './screen.uz.ts';

/** The shape of the words of signing in: Uzbek is written first, the others follow it key by key. */
export type SignInWords = typeof signInUz;
