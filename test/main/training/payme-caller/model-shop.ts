import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { basic } from '../../../../main/training/payme-caller/call.ts';
import type { Merchant } from '../../../../main/training/payme-caller/call.ts';

type Params = {
  id?: string;
  time?: number;
  amount?: number;
  account?: Record<string, string>;
  reason?: number;
  from?: number;
  to?: number;
  type?: string;
  fiscal_data?: { receipt_id?: unknown };
};

type Kept = {
  id: string;
  time: number;
  amount: number;
  account: Record<string, string>;
  create_time: number;
  perform_time: number;
  cancel_time: number;
  transaction: string;
  state: number;
  reason: number | null;
};

type Answer = { result: object } | { error: object };

/** What a shop does otherwise than it should, by method; `undefined` leaves the honest answer. */
export type Flaw = (
  method: string,
  params: Params,
  honest: () => Answer,
  call: number,
) => Answer | 'silence' | undefined;

export type ModelShop = {
  merchant: Merchant;
  /** Accounts that may be paid, with their amounts in tiyin. */
  waits: Map<string, number>;
  kept: Map<string, Kept>;
  fiscal: { id: string; type: string }[];
  heard: string[];
  pass: (ms: number) => void;
  now: () => number;
  flaw: (flaw: Flaw) => void;
};

const hours12 = 43_200_000;

const error = (code: number, data: string | null = null): Answer => ({
  error: { code, message: { ru: 'Нельзя', uz: 'Mumkin emas', en: 'Not possible' }, data },
});

/** A shop's server as Payme's pages describe it, in memory: it judges the caller, not the till. `detail` asks Payme for fiscal receipts. */
export async function modelShop(options: { detail?: boolean } = {}): Promise<ModelShop> {
  let at = Date.UTC(2026, 10, 22, 9, 0, 0);
  let flaw: Flaw = () => undefined;
  const now = () => at;
  const heard: string[] = [];
  const shop = { waits: new Map<string, number>(), kept: new Map<string, Kept>(), fiscal: [], heard };
  const answers = methodsOf(shop, now, options.detail ?? false);
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const said = answerTo(request.headers.authorization, body);
      if (said === 'silence') return void request.socket.resetAndDestroy();
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said));
    });
  });
  const answerTo = (authorization: string | undefined, body: string): object | 'silence' => {
    const call = parsed(body);
    if (call === undefined) return { id: null, ...error(-32700) };
    const { id = null, method, params } = call;
    if (authorization !== basic(merchant)) return { id, ...error(-32504) };
    if (typeof method !== 'string' || typeof params !== 'object') return { id, ...error(-32600) };
    heard.push(method);
    const honest = () => answers[method]?.(params) ?? error(-32601, method);
    const flawed = flaw(method, params, honest, heard.filter((one) => one === method).length);
    return flawed === 'silence' ? flawed : { id, ...(flawed ?? honest()) };
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.closeAllConnections());
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const merchant = { url: `http://127.0.0.1:${port}/payme`, login: 'Paycom', key: 'k:2?' };
  return { ...shop, merchant, now, pass: (ms) => void (at += ms), flaw: (next) => void (flaw = next) };
}

type Shelf = Pick<ModelShop, 'waits' | 'kept'> & { fiscal: { id: string; type: string }[] };

function methodsOf(shop: Shelf, now: () => number, detail: boolean): Record<string, (params: Params) => Answer> {
  const { kept, waits } = shop;
  const fits = ({ account = {}, amount }: Params): Answer | undefined => {
    const due = waits.get(account['order_id'] ?? '');
    if (due === undefined) return error(-31050, 'order_id');
    return due === amount ? undefined : error(-31001);
  };
  const busy = ({ account = {}, id }: Params) =>
    [...kept.values()].some((one) => one.id !== id && one.state > 0 && one.account['order_id'] === account['order_id']);
  const late = (one: Kept) => one.state === 1 && now() - one.time > hours12;
  const end = (one: Kept, reason: number) =>
    Object.assign(one, { state: one.state === 2 ? -2 : -1, cancel_time: now(), reason });
  const known = (params: Params, act: (one: Kept) => Answer): Answer => {
    const one = kept.get(params.id ?? '');
    return one ? act(one) : error(-31003);
  };
  const items = [{ title: 'Non', price: 1, count: 1, code: '1', package_code: '1', vat_percent: 12 }];
  return {
    CheckPerformTransaction: (params) =>
      fits(params) ??
      (busy(params)
        ? error(-31051, 'order_id')
        : { result: { allow: true, ...(detail ? { detail: { items } } : {}) } }),
    CreateTransaction(params) {
      const { id = '', time = 0, amount = 0, account = {} } = params;
      const wrong = fits(params);
      if (wrong) return wrong;
      const before = kept.get(id);
      if (before && late(before)) end(before, 4);
      if (before && before.state !== 1) return error(-31008);
      if (!before && (busy(params) || now() - time > hours12)) return error(-31008);
      const times = { create_time: now(), perform_time: 0, cancel_time: 0 };
      const one = before ?? { id, time, amount, account, ...times, transaction: `t-${id}`, state: 1, reason: null };
      kept.set(id, one);
      return { result: { create_time: one.create_time, transaction: one.transaction, state: 1 } };
    },
    PerformTransaction: (params) =>
      known(params, (one) => {
        if (late(one)) end(one, 4);
        if (one.state === 1) Object.assign(one, { state: 2, perform_time: now() });
        if (one.state !== 2) return error(-31008);
        return { result: { transaction: one.transaction, perform_time: one.perform_time, state: 2 } };
      }),
    CancelTransaction: (params) =>
      known(params, (one) => {
        if (one.state > 0) end(one, params.reason ?? 0);
        return { result: { transaction: one.transaction, cancel_time: one.cancel_time, state: one.state } };
      }),
    CheckTransaction: (params) =>
      known(params, ({ create_time, perform_time, cancel_time, transaction, state, reason }) => ({
        result: { create_time, perform_time, cancel_time, transaction, state, reason },
      })),
    GetStatement: ({ from = 0, to = 0 }) => {
      const inTime = [...kept.values()].filter(({ time }) => time >= from && time <= to);
      return { result: { transactions: inTime.toSorted((a, b) => a.time - b.time) } };
    },
    SetFiscalData: ({ id = '', type = '', fiscal_data: data }) => {
      if (!kept.has(id)) return error(-32001);
      if (data?.receipt_id === undefined) return error(-32602);
      shop.fiscal.push({ id, type });
      return { result: { success: true } };
    },
  };
}

async function text(request: IncomingMessage): Promise<string> {
  let said = '';
  for await (const chunk of request) said += String(chunk);
  return said;
}

function parsed(body: string): { id?: unknown; method?: unknown; params: Params } | undefined {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
