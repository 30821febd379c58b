import { lastCalls } from '../../store/incoming-calls.ts';
import type { CallersView, Result } from '../../../preload/api.ts';
import { ok } from '../context.ts';
import type { Counter } from '../context.ts';
import { routes } from './listener.ts';

/** How many of the newest calls the page shows. */
const shown = 100;

/** What reaches the till from outside: where providers have to call, what arrived, what was refused and why. */
export function callers({ till, equipment }: Counter): Result<CallersView> {
  const { listener } = equipment.settings;
  const base = (listener?.publicUrl ?? '').replace(/\/+$/, '');
  const addresses = [
    ...routes.map(({ name, path }) => ({ name, url: `${base}${path}` })),
    { name: 'health' as const, url: `${base}/health` },
  ];
  return ok({
    state: till.listener.state,
    host: listener?.host ?? null,
    port: till.listener.port ?? listener?.port ?? null,
    publicUrl: listener?.publicUrl ?? null,
    routes: listener ? addresses : [],
    reason: till.listener.reason,
    calls: lastCalls(till.db, shown),
  });
}
