import type { checkoutUz } from './screen.uz.ts';

/** The shape of the words of checkouts, past sales and callers: Uzbek is written first, the others follow it key by key. */
export type CheckoutWords = typeof checkoutUz;
