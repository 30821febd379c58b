import { z } from 'zod';
import { refused, type Credentials } from './cashbox.ts';
import type { RpcCall } from './answer.ts';
import { envelope, type Envelope, type RpcId } from './envelope.ts';
import { errors, noSuchMethod, type RpcError } from './errors.ts';
import { methodNamed, type Method } from './methods.ts';

/** A request as it came: `auth` is its `X-Auth` header. */
export type Arrived = { verb: string; auth: string | undefined; body: string };

/** A call to work on, or the answer to what is none; `method` and `receiptId` are for the ledger. */
export type Understood = { method: Method | null; receiptId: string | null } & (
  | { ok: true; call: RpcCall }
  | { ok: false; answer: Envelope }
);

const rpcId = z.union([z.string(), z.number(), z.null()]);
const rpcRequest = z.object({ id: rpcId.optional(), method: z.string().min(1), params: z.looseObject({}).default({}) });

/** Reads a request in Payme's order: POST, JSON, shape, credentials, method (Merchant API: general errors). */
export function understand(arrived: Arrived, credentials: Credentials): Understood {
  if (arrived.verb !== 'POST') return notUnderstood(null, errors.notPost);
  const body = parseJson(arrived.body);
  if (!body.ok) return notUnderstood(null, errors.notJson);
  const request = rpcRequest.safeParse(body.value);
  if (!request.success) return notUnderstood(idOf(body.value), errors.notRpc);
  const { id = null, method: name, params } = request.data;
  const method = methodNamed(name) ?? null;
  const seen = { method, receiptId: typeof params['id'] === 'string' ? params['id'] : null };
  if (arrived.auth !== `${credentials.cashboxId}:${credentials.key}`) return notUnderstood(id, errors.denied, seen);
  if (!method) return notUnderstood(id, noSuchMethod(name), seen);
  return { ...seen, ok: true, call: { id, method, params } };
}

const unseen = { method: null, receiptId: null };

function notUnderstood(
  id: RpcId,
  error: RpcError,
  seen: Pick<Understood, 'method' | 'receiptId'> = unseen,
): Understood {
  return { ...seen, ok: false, answer: envelope(id, refused(error)) };
}

function idOf(body: unknown): RpcId {
  return z.object({ id: rpcId }).safeParse(body).data?.id ?? null;
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}
