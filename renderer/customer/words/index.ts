import type { Language } from '../../../preload/api.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';
import { uzCyrl } from './uz-cyrl.ts';
import { uz } from './uz.ts';
import type { CustomerWords } from './uz.ts';

export type { CustomerWords } from './uz.ts';

/** The words of the customer's screen; their own, because its language is the shop's and not the cashier's. */
export const customerWords: Record<Language, CustomerWords> = { uz, 'uz-Cyrl': uzCyrl, ru, en };
