import { randomInt } from 'node:crypto';
import { v7 } from 'uuid';
import { announceViews } from '../../main/till/announce-views.ts';
import { openTill } from '../../main/till/till.ts';
import type { IntentName, Intents, TillView } from '../../preload/api.ts';
import type { TillStart } from '../../preload/till-port.ts';
import type { World } from '../../main/till/context.ts';
import type { Clock } from './clock.ts';

/** A view and the moment (performance.now, ms) the window had it. */
export type Shown = { view: TillView; at: number };

/** The running till as its window sees it. */
export type Counter = {
  view(): TillView;
  /** Sends an intent and waits for its answer; throws when it is refused, for nothing measured here may be. */
  call<Name extends IntentName>(name: Name, args?: Intents[Name]['arg']): Promise<void>;
  /** The next view handed out that fits; give it before the intent that causes it. */
  next(what: string, fits: (view: TillView) => boolean): Promise<Shown>;
  /** The same, or at once when the present view fits. */
  until(what: string, fits: (view: TillView) => boolean): Promise<TillView>;
  stop(): Promise<void>;
};

type Watcher = { fits: (view: TillView) => boolean; found: (shown: Shown) => void };

const patienceMs = 60_000;

/** Opens the real till; throws the fault it refuses with. Every view is copied as the message port copies it. */
export async function openCounter(start: TillStart, clock: Clock): Promise<Counter> {
  const watchers = new Set<Watcher>();
  const troubles: string[] = [];
  const show = (handedOut: TillView): void => {
    const view = structuredClone(handedOut);
    const at = performance.now();
    for (const watcher of watchers) {
      if (!watcher.fits(view)) continue;
      watchers.delete(watcher);
      watcher.found({ view, at });
    }
  };
  const world: World = {
    now: clock.now,
    steady: () => Math.round(clock.now()),
    timers: clock.timers,
    newId: () => v7(),
  };
  const views = announceViews(show, world);
  const opened = await openTill(
    start,
    world,
    {
      shell: () => {},
      view: views.announce,
      log: (event, facts) => troubles.push(JSON.stringify({ event, ...facts })),
    },
    () => randomInt(2 ** 32) / 2 ** 32,
  );
  if (!opened.ok) throw new Error(`${opened.fault}: ${opened.details.join('; ')}`);
  const { till } = opened;
  let calls = 0;
  const next: Counter['next'] = (what, fits) =>
    new Promise((resolve, reject) => {
      const giveUp = (): void =>
        reject(new Error(`${what}: it never came to that; ${inShort(till.view())} ${troubles.slice(-5).join(' ')}`));
      const patience = setTimeout(giveUp, patienceMs);
      const found = (shown: Shown): void => {
        clearTimeout(patience);
        resolve(shown);
      };
      watchers.add({ fits, found });
    });
  return {
    next,
    view: () => till.view(),
    call: async (method, args) => {
      const reply = await till.handle({ id: (calls += 1), method, args });
      if (!reply.ok) throw new Error(`${method} was refused: ${JSON.stringify(reply.error)}`);
    },
    until: async (what, fits) => {
      const now = till.view();
      return fits(now) ? now : (await next(what, fits)).view;
    },
    stop: () => {
      views.stop();
      return till.stop();
    },
  };
}

function inShort({ message, strip, payment, done }: TillView): string {
  return JSON.stringify({ message, strip, payment, done });
}
