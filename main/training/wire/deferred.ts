/** A promise settled from outside; Node 20 has no `Promise.withResolvers` yet. */
export type Deferred<T> = { promise: Promise<T>; resolve: (value: T) => void };

/** A fresh `Deferred`. */
export function deferred<T>(): Deferred<T> {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
