type Step = PropertyKey;

/** A path as people write it: `staff[1].pin`; the whole file is `file`. */
export function pathText(path: readonly Step[]): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return text.replace(/^\./, '') || 'file';
}

/** The value at `path`, or undefined where the path leads nowhere. */
export function valueAt(root: unknown, path: readonly Step[]): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}
