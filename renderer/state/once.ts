/** Two presses of *pay*, *finish* or *close* within this many ms are one press of a nervous finger. */
export const doublePressMs = 300;

/** A guard that lets a name through once per `doublePressMs`; the clock (ms) is passed in. */
export function createOnce(now: () => number): (name: string) => boolean {
  const last = new Map<string, number>();
  return (name) => {
    const at = now();
    const before = last.get(name);
    if (before !== undefined && at - before < doublePressMs) return false;
    last.set(name, at);
    return true;
  };
}
