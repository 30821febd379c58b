/** True when two parts of a view say the same; parts are what crosses a port: figures, words, lists and records of them. */
export function saysTheSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && saysTheSame(Reflect.get(a, name), Reflect.get(b, name)))
  );
}

/**
 * The view `next` with every part that says the same as in the view before being that very part: every view crosses the port as
 * a copy, and what is the same object is not drawn again.
 */
export function keepUnchanged<View extends object>(before: View | null, next: View): View {
  if (before === null) return next;
  const kept = { ...next };
  for (const name in next) if (saysTheSame(before[name], next[name])) kept[name] = before[name];
  return kept;
}
