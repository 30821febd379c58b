import type { Timers } from './context.ts';

/** Nobody sees pictures that follow faster (ms); hundreds of answers in seconds would keep the window busy drawing them. */
const everyMs = 50;

/** When a view has to be on the screen: `now` for whoever pressed or scanned, `soon` for what happened by itself. */
export type When = 'now' | 'soon';

/** Tells that a new view can be read; `stop` calls off what still waits. */
export type Announcer<View> = { announce(read: () => View, when: When): void; stop(): void };

/**
 * Shows views no closer than 50 ms, except those a person waits for: the first at once, and the last always, as it is when it
 * is shown. `steady` is a clock in ms that nobody sets.
 */
export function announceViews<View>(
  show: (view: View) => void,
  { steady, timers }: { steady: () => number; timers: Timers },
): Announcer<View> {
  let shownAt = Number.NEGATIVE_INFINITY;
  let callOff: (() => void) | null = null;
  let stopped = false;
  const showNow = (read: () => View): void => {
    callOff?.();
    callOff = null;
    shownAt = steady();
    show(read());
  };
  return {
    announce: (read, when) => {
      if (stopped) return;
      const wait = when === 'now' ? 0 : shownAt + everyMs - steady();
      if (wait <= 0) showNow(read);
      else callOff ??= timers.after(wait, () => showNow(read));
    },
    stop: () => {
      stopped = true;
      callOff?.();
    },
  };
}
