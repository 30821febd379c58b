import type { Heard } from './link.ts';
import type { Timers } from './timers.ts';

/** The listening half of a line: collects bytes and wakes those who wait for an answer. */
export type Ear = {
  hear(chunk: Uint8Array): void;
  /** The first reason wins: a reset reported after a clean end changes nothing. */
  close(how: 'ended' | 'reset'): void;
  closed(): 'ended' | 'reset' | undefined;
  heard(): Uint8Array;
  wait(done: () => boolean, ms: number): Promise<Heard>;
};

/** An ear with nothing heard yet; `timers` bound every wait (ms). */
export function createEar(timers: Timers): Ear {
  let bytes: Uint8Array = new Uint8Array();
  let closed: 'ended' | 'reset' | undefined;
  const waiting = new Set<() => void>();
  const wake = (): void => waiting.forEach((check) => check());

  return {
    hear(chunk) {
      bytes = Buffer.concat([bytes, chunk]);
      wake();
    },
    close(how) {
      closed ??= how;
      wake();
    },
    closed: () => closed,
    heard: () => bytes,
    wait(done, ms) {
      return new Promise((resolve) => {
        const finish = (how: Heard): void => {
          cancel();
          waiting.delete(check);
          resolve(how);
        };
        const check = (): void => {
          if (done()) finish('done');
          else if (closed) finish(closed);
        };
        const cancel = timers.after(ms, () => finish('timeout'));
        waiting.add(check);
        check();
      });
    },
  };
}
