/** Rows drawn beyond each edge, so that a flick of the finger meets no empty place. */
const spare = 4;

/** The rows [from, to) to draw when `height` px are seen from `top` px on, with every row `row` px high. */
export function inSight(top: number, height: number, row: number, count: number): { from: number; to: number } {
  const from = Math.max(0, Math.floor(top / row) - spare);
  return { from: Math.min(from, count), to: Math.min(count, Math.ceil((top + height) / row) + spare) };
}

/** Where to scroll (px) so that row `at` is wholly seen; `top` itself when it already is. */
export function scrolledTo(at: number, top: number, height: number, row: number): number {
  if (at * row < top) return at * row;
  return Math.max(top, (at + 1) * row - height);
}
