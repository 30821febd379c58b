import { expect } from 'vitest';
import type { CheckoutKind } from '../../../../main/domain/tender.ts';
import { attemptOf, connectPayme, customerPays, referenceOf } from '../checkout/street.ts';
import type { Shop } from '../rig.ts';
import { caller, money, noted, openListening, showLink } from './shop.ts';
import type { Caller } from './shop.ts';

export type Call = { body: string; headers: Record<string, string> };

/** What was forged, and the reason it is refused for. */
export type Forgery = [name: string, call: Call, reason: string];

/** A shop with a checkout of this kind before a customer who has paid, of which the till knows nothing yet. */
export async function paidUnheard(kind: CheckoutKind): Promise<{ shop: Shop; attemptId: string; street: Caller }> {
  const shop = await openListening();
  const attemptId = await showLink(shop, kind);
  await connectPayme(shop);
  if (kind !== 'payme-link') await customerPays(shop, kind, referenceOf(shop, attemptOf(shop.view())!));
  return { shop, attemptId, street: await caller(shop) };
}

/** Each forgery is refused and noted once, for the reason it deserves, and no row about money changes by any of them. */
export async function allRefused(
  shop: Shop,
  street: Caller,
  path: string,
  forgeries: readonly Forgery[],
): Promise<void> {
  const before = money(shop);
  const calls = noted(shop).length;
  for (const [name, call] of forgeries) {
    const { status, text, error } = await street.send(path, call);
    expect([
      name,
      path === '/payme' ? status === 200 && error !== undefined : status >= 400 && status < 500 && text === '',
    ]).toEqual([name, true]);
    expect([name, money(shop)]).toEqual([name, before]);
  }
  expect(
    noted(shop)
      .slice(calls)
      .map(({ route, outcome, reason }) => [route, outcome, reason]),
  ).toEqual(forgeries.map(([, , reason]) => [path, 'refused', reason]));
}

export const json = { 'content-type': 'application/json' };

/** Fields or headers without one of them. */
export const without =
  (name: string) =>
  (fields: Record<string, unknown>): object =>
    Object.fromEntries(Object.entries(fields).filter(([field]) => field !== name));
