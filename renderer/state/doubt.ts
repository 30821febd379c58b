import type { AttemptView } from '../../preload/api.ts';
import type { KeyContext } from './keys.ts';

/** True while the till itself asks the provider: then the first thing to do is to wait. */
export function isAsked({ asks, needsManager }: Pick<AttemptView, 'asks' | 'needsManager'>): boolean {
  return asks !== null && !needsManager;
}

/** True once the cashier may take the payment back; `now` is the till's clock in ms. */
export function mayCancel({ cancelFrom }: Pick<AttemptView, 'cancelFrom'>, now: number): boolean {
  return cancelFrom !== null && now >= cancelFrom;
}

/** True when the goods may leave before the money is sure. */
export function mayRelease({ release }: Pick<AttemptView, 'release'>): boolean {
  return release !== null && release.refused === null;
}

/**
 * The keys of an attempt in the air: while the till asks, Enter waits; when nobody can be asked, the next step is the next
 * customer.
 */
export function attemptContext(attempt: AttemptView): Extract<KeyContext, 'live' | 'asked' | 'doubt'> {
  if (attempt.state === 'in-doubt') return isAsked(attempt) ? 'asked' : 'doubt';
  return attempt.state === 'sending' && isAsked(attempt) ? 'asked' : 'live';
}
