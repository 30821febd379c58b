import type { Equipment } from './context.ts';

/**
 * How long (ms) a customer's code may wait to be sent: as long as it lives, as the shop says since Payme does not publish it,
 * and no longer than the owner lets a code be held.
 */
export function codeLifetime({ settings: { paymeGo, offline } }: Equipment): number {
  const lives = paymeGo?.codeLifetimeSeconds ?? 0;
  return Math.min(lives, offline.holdSeconds ?? lives) * 1000;
}

/** How long (ms) a customer's code can be paid with. */
export function codeLives({ settings: { paymeGo } }: Equipment): number {
  return (paymeGo?.codeLifetimeSeconds ?? 0) * 1000;
}
