/** Where an order stands (API reference, the order object; `failed` from the Node SDK). */
export type OrderStatus =
  | 'requires_authorization'
  | 'requires_capture'
  | 'succeeded'
  | 'canceled'
  | 'rejected'
  | 'failed';

/** A checkout as the shop asked for it; `payload` is what it sent. Times in ms, amounts in whole yen. */
export type SessionRecord = {
  id: string;
  orderId: string;
  url: string;
  payload: Readonly<Record<string, unknown>>;
  successUrl: string;
  cancelUrl: string;
  createdAt: number;
  expiresAt: number;
};

export type OrderRecord = {
  id: string;
  amount: number;
  currency: string;
  captureMethod: 'automatic' | 'manual';
  status: OrderStatus;
  items: readonly { name: string; amount: number; quantity: number }[];
  description: string | null;
  reference: string | null;
  metadata: Readonly<Record<string, string>>;
  createdAt: number;
  updatedAt: number;
  expiresAt: number | null;
};

export type PaymentRecord = {
  id: string;
  orderId: string;
  amount: number;
  currency: string;
  reference: string | null;
  metadata: Readonly<Record<string, string>>;
  createdAt: number;
};

export type RefundRecord = {
  id: string;
  paymentId: string;
  amount: number;
  currency: string;
  reason: 'requested_by_customer' | 'fraudulent';
  reference: string | null;
  metadata: Readonly<Record<string, string>>;
  createdAt: number;
};

/** A webhook as it was posted, once for every try; `status` is null when nobody answered. */
export type DeliveryRecord = { eventId: string; type: string; at: number; status: number | null };

/** A request as it arrived; `replayed` when its key had been answered before. */
export type RequestRecord = Readonly<{
  endpoint: string | null;
  key: string | null;
  at: number;
  fault: string | null;
  replayed: boolean;
}>;

/** Smartpay's own book: what really happened, whatever the till was told. */
export type Ledger = {
  readonly sessions: readonly SessionRecord[];
  readonly orders: readonly OrderRecord[];
  readonly payments: readonly PaymentRecord[];
  readonly refunds: readonly RefundRecord[];
  readonly deliveries: readonly DeliveryRecord[];
  readonly requests: readonly RequestRecord[];
};

/** The book as this Smartpay writes it. */
export type Book = {
  sessions: SessionRecord[];
  orders: OrderRecord[];
  payments: PaymentRecord[];
  refunds: RefundRecord[];
  deliveries: DeliveryRecord[];
  requests: RequestRecord[];
};

/** A book with nothing in it. */
export function emptyBook(): Book {
  return { sessions: [], orders: [], payments: [], refunds: [], deliveries: [], requests: [] };
}

/** How much of an order was taken, in whole yen. */
export function capturedOf(book: Ledger, orderId: string): number {
  return book.payments.filter((payment) => payment.orderId === orderId).reduce((sum, { amount }) => sum + amount, 0);
}

/** How much of a payment went back, in whole yen. */
export function refundedOf(book: Ledger, paymentId: string): number {
  return book.refunds.filter((refund) => refund.paymentId === paymentId).reduce((sum, { amount }) => sum + amount, 0);
}
