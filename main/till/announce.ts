import { assertNever } from '../domain/assert-never.ts';
import type { AttemptState, ChargeOutcome } from '../domain/attempt.ts';
import type { AttemptRow } from '../store/attempts.ts';
import type { SaleRow } from '../store/sales.ts';
import { play, say } from './context.ts';
import type { Equipment, Till } from './context.ts';
import { bookOf, providerOf } from './providers.ts';
import { lineIs } from './reach.ts';

/**
 * An answer as it was written down: from which state it led to which (undefined when it changed nothing any more), and whether
 * its customer was still at the counter.
 */
export type Written = {
  sale: SaleRow;
  attempt: AttemptRow;
  from: AttemptState;
  outcome: ChargeOutcome;
  to: AttemptState | undefined;
  atCounter: boolean;
};

/** Tells an answer to whoever it concerns: the customer at the counter, one who was put aside, or one who paid otherwise. */
export function announceAnswer(till: Till, equipment: Equipment, written: Written): void {
  if (written.from === 'cancelling') announceEndOfCancelled(till, written.sale);
  else if (written.atCounter) announce(till, equipment, written);
  else announceAside(till, equipment, written);
}

function announce(till: Till, equipment: Equipment, { attempt, outcome, to }: Written): void {
  const heard = (state: 'up' | 'down'): void => lineOf(till, equipment, attempt, state);
  switch (outcome.kind) {
    case 'paid':
      heard('up');
      if (till.memo.message?.tone === 'doubt') till.memo.message = null;
      return play(till, 'paid');
    case 'declined':
      heard('up');
      sayDeclined(till, outcome);
      return play(till, 'refused');
    case 'nothing-sent':
      heard('down');
      return to === 'queued' ? say(till, 'payment-queued', 'doubt') : undefined;
    case 'unknown':
      say(till, bookOf(equipment, attempt) ? 'payment-in-doubt' : 'payment-needs-manager', 'doubt');
      return play(till, 'doubt');
    default:
      return assertNever(outcome);
  }
}

/** What an answer says about the line it came by; a Payme link takes none. */
function lineOf(till: Till, equipment: Equipment, attempt: AttemptRow, state: 'up' | 'down'): void {
  const line = providerOf(equipment, attempt)?.line;
  if (line) lineIs(till, state, line);
}

/** A checkout that nobody paid in time is no refusal of the customer's card. */
function sayDeclined(till: Till, { reason, message }: { reason: string; message: string }): void {
  if (reason === 'checkout-expired') say(till, 'checkout-expired', 'refused');
  else say(till, 'payment-declined', 'refused', { message });
}

/** The customer has paid otherwise or left: nothing was taken, and nobody at the counter is meant. */
function announceEndOfCancelled(till: Till, { number }: SaleRow): void {
  say(till, 'payment-returned', 'info', { number });
  play(till, 'attention');
}

/** An answer for a sale put aside must not sound like the payment of the customer now served. */
function announceAside(till: Till, equipment: Equipment, { sale: { number }, attempt, outcome }: Written): void {
  if (outcome.kind === 'nothing-sent') return lineOf(till, equipment, attempt, 'down');
  const tones = { paid: 'sure', declined: 'refused', unknown: 'doubt' } as const;
  const codes = { paid: 'parked-sale-paid', declined: 'payment-declined', unknown: 'payment-in-doubt' } as const;
  say(till, codes[outcome.kind], tones[outcome.kind], { number });
  play(till, 'attention');
}
