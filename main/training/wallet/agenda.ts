/** Something that will happen to a receipt at a moment (ms) without anybody asking. */
export type Coming = { at: number; receiptId: string; happen: (at: number) => void };

/** What is still to come in the wallet. */
export type Agenda = {
  add: (coming: Coming) => void;
  has: (receiptId: string) => boolean;
  /** Nothing that was planned for this receipt happens any more. */
  drop: (receiptId: string) => void;
  /** Lets everything happen that is due at `now`, in its own order and as of its own time. */
  settle: (now: number) => void;
  /** When (ms) the next thing happens, or undefined when nothing is to come. */
  next: () => number | undefined;
};

/** An agenda with nothing on it. */
export function createAgenda(): Agenda {
  let all: Coming[] = [];
  return {
    add: (coming) => {
      all = [...all, coming].toSorted((a, b) => a.at - b.at);
    },
    has: (receiptId) => all.some((one) => one.receiptId === receiptId),
    drop: (receiptId) => {
      all = all.filter((one) => one.receiptId !== receiptId);
    },
    settle(now) {
      for (let first = all[0]; first && first.at <= now; first = all[0]) {
        all = all.slice(1);
        first.happen(first.at);
      }
    },
    next: () => all[0]?.at,
  };
}
