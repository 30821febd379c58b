import type { Till } from './context.ts';

/** A moment of the clock nobody can set, as the wall clock would show it now (ms): for the window, which knows only that one. */
export function onTheWall(till: Till, steadyAt: number): number;
export function onTheWall(till: Till, steadyAt: number | null): number | null;
export function onTheWall({ world }: Till, steadyAt: number | null): number | null {
  return steadyAt === null ? null : steadyAt - world.steady() + world.now();
}
