import { say } from './context.ts';
import type { Equipment, Till } from './context.ts';

/** Opens the drawer for cash of a sale. One that did not open now must not open later, so a failed pulse is told, never repeated. */
export async function openDrawerFor(till: Till, { printer }: Equipment): Promise<void> {
  const outcome = await printer?.pulse();
  if (outcome === undefined || outcome.ok) return;
  say(till, 'drawer-not-opened', 'info', { reason: outcome.code });
  till.changed();
}
