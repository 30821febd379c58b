/** What has to be undone when the till stops or fails to open, in the reverse order of its opening. */
export type Closing = { add(undo: () => unknown): void; run(): Promise<void> };

/** An empty list; running it twice undoes everything once. */
export function createClosing(): Closing {
  const undos: (() => unknown)[] = [];
  return {
    add: (undo) => void undos.push(undo),
    run: async () => {
      for (let undo = undos.pop(); undo; undo = undos.pop()) await undo();
    },
  };
}
