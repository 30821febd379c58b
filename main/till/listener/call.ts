import type { Equipment, Till } from '../context.ts';

/** One call from outside, as it arrived: the raw body, header names in lower case, the caller's address behind a trusted proxy. */
export type Incoming = {
  body: Uint8Array;
  headers: Readonly<Record<string, string | undefined>>;
  ip: string;
};

/**
 * What is answered, and what the callers' page keeps of it: `reason` is a code for the window's words, `subject` the attempt or
 * the provider's own id, never a body and never a secret.
 */
export type Answered = {
  status: number;
  contentType: string;
  body: string;
  outcome: 'accepted' | 'refused';
  reason: string;
  subject: string | null;
};

/**
 * Why a call was turned away without its route having read it: its address is not on the list, it is no POST, its body is larger
 * than anything a provider sends, it is no sound HTTP, its address calls too often, or the till could not do it.
 */
export type Away = 'not-allowed' | 'verb' | 'too-large' | 'broken' | 'too-many' | 'internal';

/** A route providers call with a POST. A fault it throws has changed nothing, and is answered as `internal`. */
export type CallRoute = {
  name: 'payme' | 'flitt' | 'smartpay';
  path: string;
  handle(till: Till, equipment: Equipment, incoming: Incoming): Promise<Answered>;
  /** A protocol that knows HTTP 200 only says in its own words why a call is turned away; the others answer a bare status. */
  turnAway?(why: Away): { contentType: string; body: string };
};
