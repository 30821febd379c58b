/** How far an order is (docs: order status). */
export type OrderStatus = 'created' | 'processing' | 'declined' | 'approved' | 'expired' | 'reversed';

/**
 * An order; amounts in minor units, times in ms. `retries`: the customer may try again while it lives, which is what Flitt does
 * unless `delayed` is N. `refused`: their last try was.
 */
export type Order = {
  readonly orderId: string;
  readonly description: string;
  readonly amount: number;
  readonly currency: string;
  readonly callbackUrl: string | null;
  readonly merchantData: string;
  readonly retries: boolean;
  readonly token: string;
  readonly paymentId: number;
  readonly createdAt: number;
  readonly expiresAt: number;
  status: OrderStatus;
  refused: boolean;
};

/** Money taken from a customer. */
export type Taken = Readonly<{ orderId: string; amount: number; at: number }>;

/** Money given back, or on its way; one key reverses once. `doneAt` (ms) is when processing ends, and `ends` how. */
export type Reversal = {
  readonly orderId: string;
  readonly reverseId: string | null;
  readonly amount: number;
  readonly at: number;
  readonly doneAt: number;
  readonly ends: 'approved' | 'declined';
  status: 'processing' | 'approved' | 'declined';
};

/** One try to tell the shop; `status` is the HTTP status of its answer, null when there was none. */
export type Posted = Readonly<{ orderId: string; said: OrderStatus; at: number; status: number | null }>;

/** Flitt's own book: what really happened, whatever was answered. The judge of every fault campaign. */
export type Book = { orders: Order[]; taken: Taken[]; reversals: Reversal[]; callbacks: Posted[] };

/** The book as others may see it. */
export type BookView = Readonly<{ [K in keyof Book]: readonly Readonly<Book[K][number]>[] }>;
