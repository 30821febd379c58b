import { onTestFinished } from 'vitest';

/** Remembers what is to be undone; the last thing made is undone first. */
export type Later = (undo: () => unknown) => void;

/** Undoes when the running test is over. */
export const later: Later = (undo) => onTestFinished(async () => void (await undo()));

/** Collects what a whole file shares, to be undone at once at its end. */
export function collect(): { after: Later; undoAll: () => Promise<void> } {
  const undos: (() => unknown)[] = [];
  return {
    after: (undo) => undos.push(undo),
    undoAll: async () => {
      for (const undo of undos.splice(0).toReversed()) await undo();
    },
  };
}
