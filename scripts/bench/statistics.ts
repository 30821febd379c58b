/** Half of the samples were at most `p50`, nineteen of twenty at most `p95`; in the unit of the samples. */
export type Summary = { p50: number; p95: number };

/**
 * The smallest sample that at least `share` (0 to 1) of all samples do not exceed (nearest rank), so that it is a time
 * that was really measured. Throws when there are no samples: a measurement that never ran must not look fast.
 */
export function percentile(samples: readonly number[], share: number): number {
  const rank = Math.max(1, Math.ceil(samples.length * share));
  const found = samples.toSorted((left, right) => left - right)[rank - 1];
  if (found === undefined) throw new Error('no samples were taken');
  return found;
}

/** Median and 95th percentile of the samples. */
export function summarise(samples: readonly number[]): Summary {
  return { p50: percentile(samples, 0.5), p95: percentile(samples, 0.95) };
}
