import { assertNever } from '../domain/assert-never.ts';
import type { AttemptState, ChargeOutcome } from '../domain/attempt.ts';
import type { SaleRow } from '../store/sales.ts';
import { play, say } from './context.ts';
import type { Equipment, Till } from './context.ts';
import { lineIs } from './reach.ts';

/**
 * An answer as it was written down: from which state it led to which (undefined when it changed nothing any more), and whether
 * its customer was still at the counter.
 */
export type Written = {
  sale: SaleRow;
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

function announce(till: Till, equipment: Equipment, { outcome, to }: Written): void {
  const line = equipment.payme?.line;
  switch (outcome.kind) {
    case 'paid':
      lineIs(till, 'up', line);
      if (till.memo.message?.tone === 'doubt') till.memo.message = null;
      return play(till, 'paid');
    case 'declined':
      lineIs(till, 'up', line);
      say(till, 'payment-declined', 'refused', { message: outcome.message });
      return play(till, 'refused');
    case 'nothing-sent':
      lineIs(till, 'down', line);
      return to === 'queued' ? say(till, 'payment-queued', 'doubt') : undefined;
    case 'unknown':
      say(till, equipment.payme?.book ? 'payment-in-doubt' : 'payment-needs-manager', 'doubt');
      return play(till, 'doubt');
    default:
      return assertNever(outcome);
  }
}

/** The customer has paid otherwise or left: nothing was taken, and nobody at the counter is meant. */
function announceEndOfCancelled(till: Till, { number }: SaleRow): void {
  say(till, 'payment-returned', 'info', { number });
  play(till, 'attention');
}

/** An answer for a sale put aside must not sound like the payment of the customer now served. */
function announceAside(till: Till, equipment: Equipment, { sale: { number }, outcome }: Written): void {
  if (outcome.kind === 'nothing-sent') return lineIs(till, 'down', equipment.payme?.line);
  const tones = { paid: 'sure', declined: 'refused', unknown: 'doubt' } as const;
  const codes = { paid: 'parked-sale-paid', declined: 'payment-declined', unknown: 'payment-in-doubt' } as const;
  say(till, codes[outcome.kind], tones[outcome.kind], { number });
  play(till, 'attention');
}
