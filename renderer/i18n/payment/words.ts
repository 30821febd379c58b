import type { paymentUz } from './screen.uz.ts';

/** The shape of the words of paying: Uzbek is written first, the others follow it key by key. */
export type PaymentWords = typeof paymentUz;
