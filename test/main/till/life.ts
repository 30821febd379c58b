import type { TillToShell } from '../../../preload/till-port.ts';
import type { Timers } from '../../../main/till/context.ts';
import type { Clock } from './clock.ts';

/** What the till gave the shell to keep, as the shell hands it over at the next start. */
export function keptSecrets(shell: readonly TillToShell[]): Record<string, string> {
  const kept = shell.flatMap((message) => (message.type === 'keep-secrets' ? [message.secrets] : []));
  return Object.assign({}, ...kept) as Record<string, string>;
}

/** The timers of one process: they end with it. */
export function lifeOf({ now, steady, timers }: Clock): { steady: () => number; timers: Timers; end(): void } {
  let alive = true;
  const born = now() - steady();
  return {
    steady: () => steady() + born,
    timers: { after: (ms, run) => timers.after(ms, () => alive && run()) },
    end: () => (alive = false),
  };
}
