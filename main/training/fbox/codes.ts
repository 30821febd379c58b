/** What a customer's code is issued with; the codes themselves are the wallet's. */
export type { CodeTerms } from '../wallet/codes.ts';
