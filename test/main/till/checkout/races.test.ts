import { expect, test } from 'vitest';
import type { CheckoutKind } from '../../../../main/domain/tender.ts';
import { drawn, ordersOf, ordersOfTwo, withOneMore } from './orders.ts';
import type { Happening } from './orders.ts';
import { openRaces, race } from './races.ts';
import { everyKind } from './street.ts';

/** Longer (ms) than all orders of a kind take on a machine with other work to do. */
const timeout = 120_000;

/** So many sales a shop serves one after the other; the shops of a test serve beside each other. */
const salesOfAShop = 16;

/** Which of the two thousand orders with a restart are played; the campaign draws anew each time. */
const seed = 816_265_753;

/** Plays every order, and names those after which the shop keeps other money than its sale says. */
async function playAll(kind: CheckoutKind, orders: readonly Happening[][], second?: CheckoutKind): Promise<string[]> {
  const shops = Array.from({ length: Math.ceil(orders.length / salesOfAShop) }, (_, at) =>
    playInOneShop(kind, orders.slice(at * salesOfAShop, (at + 1) * salesOfAShop), second),
  );
  return (await Promise.all(shops)).flat();
}

async function playInOneShop(
  kind: CheckoutKind,
  orders: readonly Happening[][],
  second?: CheckoutKind,
): Promise<string[]> {
  const wrong: string[] = [];
  const shop = await openRaces();
  for (const order of orders) {
    const end = await race(shop, kind, order, second);
    const right = end.sale === 'completed' && end.tenders.length === 1 && end.wrong.length === 0;
    if (!right) wrong.push(`${order.join(' ')} -> ${JSON.stringify(end)}`);
  }
  return wrong;
}

test.each(everyKind)(
  'a QR of %s, paid, cancelled and asked about in every order, ends in one sale and what it costs',
  async (kind) => {
    expect(await playAll(kind, ordersOf(kind))).toEqual([]);
  },
  timeout,
);

test.each(everyKind)(
  'the same with the till started anew in between (%s)',
  async (kind) => {
    const orders = drawn(withOneMore(ordersOf(kind), 'restart'), 20, seed);
    expect({ seed, wrong: await playAll(kind, orders) }).toEqual({ seed, wrong: [] });
  },
  timeout,
);

test.each(everyKind)(
  'a cancelled QR of %s and the next one, both paid, end in one sale and one return',
  async (kind) => {
    const second = everyKind[(everyKind.indexOf(kind) + 2) % everyKind.length];
    expect(await playAll(kind, ordersOfTwo(kind), second)).toEqual([]);
  },
  timeout,
);
