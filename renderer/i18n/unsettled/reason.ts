import type { reasonsUz } from './reasons.uz.ts';

/** What was last heard about an open item, and what a person should do about it. Two whole sentences. */
export type Reason = { said: string; todo: string };

/** The kinds of reason that have words; `reasonOf` leads every reason of the till to one of them. */
export type ReasonKey = keyof typeof reasonsUz;

export type ReasonWords = Record<ReasonKey, Reason>;
