type Answer = Buffer | undefined;

/** Where two calls of one kind exchange their answers. */
export type SwapDesk = { exchange(call: string, own: Answer, patience: Promise<unknown>): Promise<Answer> };

/** A desk nobody waits at. The first to come gets its own answer back when nobody else comes in time. */
export function createSwapDesk(): SwapDesk {
  const waiting = new Map<string, (others: Answer) => Answer>();
  return {
    exchange(call, own, patience) {
      const partner = waiting.get(call);
      if (partner) {
        waiting.delete(call);
        return Promise.resolve(partner(own));
      }
      return new Promise((resolve) => {
        const meet = (others: Answer): Answer => {
          resolve(others);
          return own;
        };
        waiting.set(call, meet);
        void patience.then(() => {
          if (waiting.get(call) === meet) waiting.delete(call);
          resolve(own);
        });
      });
    },
  };
}
