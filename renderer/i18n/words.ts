import type { Code } from '../../preload/api.ts';
import type { uz } from './uz.ts';

/** What a person is told about a fault: first the money (or the sale), then what to do. Two whole sentences. */
export type Words = { money: string; todo: string };

/** Every code has its words; a new code does not compile until all languages have them. */
export type CodeWords = Record<Code, Words>;

/** The shape of a language: Uzbek is written first, the others follow it key by key. */
export type Messages = typeof uz;
