import type { Book, Order, OrderStatus } from './book.ts';

/** Sends `body` (JSON) to the shop; gives the HTTP status of its answer, or null when there was none. */
export type Post = (url: string, body: string) => Promise<number | null>;

/** How long (ms) Flitt waits before each further try (docs: callbacks); after the last it is silent. */
const pauses = [2000, 60_000, 300_000, 600_000, 3_600_000, 86_400_000] as const;

const longestAnswer = 30_000;

type Terms = { now: () => number; wait: (ms: number) => Promise<unknown>; post?: Post | undefined; book: () => Book };

/** Tells shops of their orders until they answer 200; `close` ends every further try. */
export function createCallbacks({ now, wait, post = postJson, book }: Terms): {
  tell: (order: Order, body: string) => void;
  close: () => void;
} {
  let closed = false;
  const once = async (order: Order, url: string, said: OrderStatus, body: string): Promise<boolean> => {
    const status = await post(url, body);
    book().callbacks.push({ orderId: order.orderId, said, at: now(), status });
    return status === 200;
  };
  const tell = async (order: Order, body: string): Promise<void> => {
    const { callbackUrl: url, status: said } = order;
    if (url === null || closed || (await once(order, url, said, body))) return;
    for (const pause of pauses) {
      await wait(pause);
      if (closed || (await once(order, url, said, body))) return;
    }
  };
  return { tell: (order, body) => void tell(order, body), close: () => void (closed = true) };
}

/** Redirects are an answer like any other, and no success. */
async function postJson(url: string, body: string): Promise<number | null> {
  const headers = { 'content-type': 'application/json' };
  const signal = AbortSignal.timeout(longestAnswer);
  try {
    const answer = await fetch(url, { method: 'POST', body, headers, redirect: 'manual', signal });
    await answer.body?.cancel();
    return answer.status;
  } catch {
    return null;
  }
}
