/**
 * How long (ms) to wait before try number `tries + 1`: 1 s doubling to a minute, ±20 % by `id`.
 * The jitter comes from the id, so that tests are exact and tills that failed together do not return together.
 */
export function backoff(tries: number, id: number): number {
  const base = Math.min(60_000, 1000 * 2 ** Math.min(Math.max(tries - 1, 0), 6));
  const spread = ((id * 2_654_435_761) % 401) / 1000 - 0.2;
  return Math.round(base * (1 + spread));
}
