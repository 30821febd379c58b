/** What a throttled call needs of the world: a clock in ms and a timer that can be called off. */
export type Timing = { now: () => number; after: (ms: number, run: () => void) => () => void };

/** A call that may be asked for as often as one likes; `stop` calls off what still waits. */
export type Throttled = { ask: () => void; stop: () => void };

/**
 * Runs `run` at most once in `everyMs` and never while it is still under way: at once when it is quiet, else once more as
 * soon as it may, however often it was asked for meanwhile.
 */
export function throttled(run: () => Promise<void>, everyMs: number, { now, after }: Timing): Throttled {
  let startedAt = Number.NEGATIVE_INFINITY;
  let running = false;
  let again = false;
  let stopped = false;
  let callOff: (() => void) | null = null;
  const begin = async (): Promise<void> => {
    callOff = null;
    startedAt = now();
    running = true;
    again = false;
    await run();
    running = false;
    if (again) ask();
  };
  const ask = (): void => {
    if (stopped || callOff) return;
    if (running) again = true;
    else callOff = after(Math.max(0, startedAt + everyMs - now()), () => void begin());
  };
  return {
    ask,
    stop: () => {
      stopped = true;
      callOff?.();
    },
  };
}
