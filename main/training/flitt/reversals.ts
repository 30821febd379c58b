import type { Book, Order, OrderStatus, Reversal } from './book.ts';

/** What a shop wants back; a `reverseId` it has used before names the same reversal. */
export type Wanted = Pick<Reversal, 'orderId' | 'reverseId' | 'amount'>;

/** The reversal of the same key, or a new one that ends at `doneAt` (ms); undefined when more would go back than was taken. */
export function addReversal(
  book: Book,
  wanted: Wanted,
  times: Pick<Reversal, 'at' | 'doneAt' | 'ends'>,
): Reversal | undefined {
  const before = wanted.reverseId === null ? undefined : sameKey(book, wanted);
  if (before) return before;
  if (wanted.amount > left(book, wanted.orderId)) return undefined;
  const reversal: Reversal = { ...wanted, ...times, status: 'processing' };
  book.reversals.push(reversal);
  return reversal;
}

/** A reversal whose time has come is done, or declined by the wallet; `become` moves the order of one that was done. */
export function endReversal(
  book: Book,
  reversal: Reversal,
  now: number,
  become: (order: Order, status: OrderStatus) => void,
): void {
  if (reversal.status !== 'processing' || now < reversal.doneAt) return;
  reversal.status = reversal.ends;
  const order = book.orders.find(({ orderId }) => orderId === reversal.orderId);
  if (order && reversal.ends === 'approved') become(order, 'reversed');
}

/** How much of an order was reversed, by how far its reversals are. */
export function reversed({ reversals }: Book, orderId: string, statuses: readonly Reversal['status'][]): number {
  const its = reversals.filter((one) => one.orderId === orderId && statuses.includes(one.status));
  return its.reduce((sum, { amount }) => sum + amount, 0);
}

function sameKey({ reversals }: Book, { orderId, reverseId }: Wanted): Reversal | undefined {
  return reversals.find((one) => one.orderId === orderId && one.reverseId === reverseId);
}

function left(book: Book, orderId: string): number {
  const taken = book.taken.filter((one) => one.orderId === orderId).reduce((sum, { amount }) => sum + amount, 0);
  return taken - reversed(book, orderId, ['approved', 'processing']);
}
