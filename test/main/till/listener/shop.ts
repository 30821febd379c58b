import { readFileSync, writeFileSync } from 'node:fs';
import type { CheckoutKind } from '../../../../main/domain/tender.ts';
import { merchantApi } from '../other-side.ts';
import { bread, openShop, peek, tea } from '../rig.ts';
import type { Shop } from '../rig.ts';
import { connectPayme, listenerPort, showCheckout } from '../checkout/street.ts';

/** What 39 500 sums on the counter are in tiyin. */
export const due = 3_950_000;

/** What a shop's provision file says of its checkouts, by their names. */
type Checkouts = Record<string, object>;

/** A shop with every checkout and Dilnoza at the counter; `listener` and `checkout` change its provision file. */
export async function openListening(
  change: { listener?: object | null; checkout?: object | ((said: Checkouts) => object) } = {},
): Promise<Shop> {
  const shop = await openShop({ checkouts: true, payme: 'fbox-and-cashbox', fresh: true });
  const file = JSON.parse(readFileSync(shop.provisionPath, 'utf8')) as { listener: object; checkout: Checkouts };
  const listener = change.listener === null ? undefined : { ...file.listener, ...change.listener };
  const changed = typeof change.checkout === 'function' ? change.checkout(file.checkout) : change.checkout;
  const checkout = { ...file.checkout, ...changed };
  writeFileSync(shop.provisionPath, JSON.stringify({ ...file, checkout, listener }));
  await shop.stop();
  await shop.start('boot-1', shop.provisionPath);
  const dilnoza = shop.view().staff.find(({ name }) => name === 'Dilnoza');
  await shop.call('signIn', { staffId: dilnoza!.id, pin: '1111' });
  await shop.call('openShift', { float: 0 });
  await settled(shop);
  shop.clock.advance(1000);
  return shop;
}

/** Everything the till owes is done. */
export async function settled(shop: Shop): Promise<void> {
  await shop.pass(500, () => peek(shop, `SELECT 1 FROM outbox WHERE state = 'waiting'`).length === 0);
}

/** Two loaves and a tea on the counter, paid by a Payme link that stands before the customer; gives the attempt's id. */
export async function showLink(shop: Shop, kind: CheckoutKind = 'payme-link'): Promise<string> {
  await shop.call('newSale');
  for (const text of [bread, bread, tea]) await shop.call('scan', { text });
  await shop.call('startPayment');
  return (await showCheckout(shop, kind)).id;
}

/** A shop Payme can call, with a link before the customer. */
export async function openWithLink(
  change: Parameters<typeof openListening>[0] = {},
): Promise<{ shop: Shop; attemptId: string; payme: Caller }> {
  const shop = await openListening(change);
  const attemptId = await showLink(shop);
  await connectPayme(shop);
  return { shop, attemptId, payme: await caller(shop) };
}

/** Everything a method may answer; a test reads what its own method says. */
type Said = {
  allow: boolean;
  state: number;
  transaction: string;
  create_time: number;
  perform_time: number;
  cancel_time: number;
  reason: number | null;
  transactions: { time: number }[];
};

/** An answer; `result` is there when there is no `error`. */
export type Heard = {
  status: number;
  text: string;
  result: Said;
  error?: { code: number; message: unknown; data?: string };
  id?: unknown;
};
export type Caller = {
  port: number;
  /** A call of Payme's, with its key. */
  rpc(method: string, params?: unknown, more?: { id?: unknown; authorization?: string | null }): Promise<Heard>;
  /** Any request. */
  send(
    path: string,
    init?: { method?: string; body?: string | Buffer | null; headers?: Record<string, string> },
  ): Promise<Heard>;
};

export const basic = (login: string, key: string): string =>
  `Basic ${Buffer.from(`${login}:${key}`).toString('base64')}`;
export const paymeKey = basic(merchantApi.login, merchantApi.key);

/** Somebody who can reach the till's listener. */
export async function caller(shop: Shop): Promise<Caller> {
  const port = await listenerPort(shop);
  const send: Caller['send'] = async (path, { method = 'POST', body = null, headers = {} } = {}) => {
    const sent = body === null ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) };
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers, ...sent });
    const text = await answer.text();
    return { status: answer.status, text, ...(text.startsWith('{') ? (JSON.parse(text) as object) : {}) } as Heard;
  };
  const rpc: Caller['rpc'] = (method, params, { id = 1, authorization = paymeKey } = {}) =>
    send('/payme', {
      body: JSON.stringify({
        method,
        ...(params === undefined ? {} : { params }),
        ...(id === undefined ? {} : { id }),
      }),
      headers: { 'content-type': 'text/json; charset=UTF-8', ...(authorization === null ? {} : { authorization }) },
    });
  return { port, rpc, send };
}

/** Every row that says something about money, as it stands on disk. */
export function money(shop: Shop): unknown {
  const tables = [
    'sale',
    'line',
    'tender',
    'attempt',
    'attempt_event',
    'payme_transaction',
    'checkout',
    'refund',
    'refund_payment',
    'fiscal_document',
    'match_finding',
  ];
  return Object.fromEntries(tables.map((table) => [table, peek(shop, `SELECT * FROM ${table} ORDER BY rowid`)]));
}

/** What the listener kept of its callers, oldest first. */
export function noted(shop: Shop): { route: string; outcome: string; reason: string; subject: string | null }[] {
  return peek(shop, 'SELECT route, outcome, reason, subject FROM incoming_call ORDER BY id');
}

/** How the one attempt and its sale stand. */
export function standing(shop: Shop): { attempts: unknown[]; sales: unknown[] } {
  return {
    attempts: peek(shop, 'SELECT state, reason FROM attempt ORDER BY created_at, id'),
    sales: peek(
      shop,
      'SELECT sale.state, tender.kind AS paidBy, tender.amount FROM sale LEFT JOIN tender ON tender.sale_id = sale.id ORDER BY number',
    ),
  };
}
