/** How a crashed process is started again; times in ms. Design section 1: a growing pause, at most five in a minute. */
const rule = { firstPauseMs: 300, most: 5, withinMs: 60_000 };

/** `crashes` is what to pass in at the next crash; `pauseMs` null means: do not start it again. */
export type RestartDecision = { crashes: readonly number[]; pauseMs: number | null };

/** Decides about one more crash at `now`, given the times of the crashes before; the pause doubles with each one in the window. */
export const decideRestart = (earlier: readonly number[], now: number): RestartDecision => {
  const crashes = [...earlier, now].filter((at) => now - at < rule.withinMs);
  if (crashes.length > rule.most) return { crashes, pauseMs: null };
  return { crashes, pauseMs: rule.firstPauseMs * 2 ** (crashes.length - 1) };
};
