import { assertNever } from '../../domain/assert-never.ts';
import { lastCalls } from '../../store/incoming-calls.ts';
import type { CallersView, Result } from '../../../preload/api.ts';
import { ok } from '../context.ts';
import type { Counter, Equipment } from '../context.ts';
import type { TillSettings } from '../settings.ts';
import { isLoopback } from './admission.ts';
import type { CallRoute } from './call.ts';
import { routes } from './listener.ts';

/** How many of the newest calls the page shows. */
const shown = 100;

/** Whether this shop has the provider that would call there, and what it takes to believe it. */
function isHeard({ settings: { checkout, listener } }: Equipment, name: CallRoute['name']): boolean {
  switch (name) {
    case 'payme':
      return checkout?.payme !== undefined && listener?.merchantApi !== undefined;
    case 'flitt':
      return checkout?.flitt !== undefined;
    case 'smartpay':
      return checkout?.smartpay?.webhook !== undefined;
    default:
      return assertNever(name);
  }
}

/**
 * A tunnel or proxy on this computer that is not trusted to name its callers: they all have one address, so that a stranger who
 * calls too often turns every provider away.
 */
function looksLikeOne({ publicUrl, host, behindProxy }: NonNullable<TillSettings['listener']>): boolean {
  return publicUrl !== undefined && isLoopback(host) && !behindProxy;
}

/** What reaches the till from outside: where providers have to call, what arrived, what was refused and why. */
export function callers({ till, equipment }: Counter): Result<CallersView> {
  const { listener } = equipment.settings;
  const base = (listener?.publicUrl ?? '').replace(/\/+$/, '');
  const addresses = [
    ...routes.filter(({ name }) => isHeard(equipment, name)).map(({ name, path }) => ({ name, url: `${base}${path}` })),
    { name: 'health' as const, url: `${base}/health` },
  ];
  return ok({
    state: till.listener.state,
    host: listener?.host ?? null,
    port: till.listener.port ?? listener?.port ?? null,
    publicUrl: listener?.publicUrl ?? null,
    oneAddress: listener !== undefined && looksLikeOne(listener),
    routes: listener ? addresses : [],
    reason: till.listener.reason,
    calls: lastCalls(till.db, shown),
  });
}
