import { due, openWithLink } from '../listener/shop.ts';
import type { Heard } from '../listener/shop.ts';

/** What Payme calls three payments. */
export const paymeId = '5305e3bab097f420a62ced0b';
export const other = '5305e3bab097f420a62ced0c';
export const third = '5305e3bab097f420a62ced0d';

export const hours = 3_600_000;

/** A shop with a link of 39 500 sums, and what Payme says of a payment of it. */
export async function open(change: Parameters<typeof openWithLink>[0] = {}) {
  const { shop, attemptId, payme } = await openWithLink(change);
  const account = { order_id: attemptId };
  const params = { id: paymeId, time: shop.clock.now() - 500, amount: due, account };
  return { shop, attemptId, payme, account, params };
}

/** The status of HTTP, which is always 200, and the code of the refusal. */
export const code = ({ status, error }: Heard) => [status, error?.code];
