import { z } from 'zod';
import { refuseCall } from './answers.ts';
import type { Refused } from './answers.ts';

const ms = z.int().min(0);
const id = z.string().min(1).max(64);
const account = z.record(z.string(), z.unknown());

/** A request has a number or a text for a name; Payme sends numbers, and no `jsonrpc`. */
const rpcId = z.union([z.number(), z.string().max(128)]).nullish();

/** `params` may be missing for methods we do not know. */
const request = z.object({ id: rpcId, method: z.string().min(1).max(64), params: z.unknown().optional() });

/** A request that can be read; `id` is repeated in the answer. */
export type Request = { id: RpcId; method: string; params?: unknown };
export type RpcId = string | number | null;

/** What each method is called with (developer help, Merchant API). Amounts in tiyin, times in ms. */
export const paramsOf = {
  CheckPerformTransaction: z.object({ amount: z.number(), account }),
  CreateTransaction: z.object({ id, time: ms, amount: z.number(), account }),
  PerformTransaction: z.object({ id }),
  CancelTransaction: z.object({ id, reason: z.int().nullish() }),
  CheckTransaction: z.object({ id }),
  GetStatement: z.object({ from: ms, to: ms }),
  SetFiscalData: z.object({
    id,
    type: z.enum(['PERFORM', 'CANCEL']),
    fiscal_data: z.object({
      receipt_id: z.union([z.int(), z.string().max(64)]),
      status_code: z.int(),
      message: z.string().max(500).nullish(),
      terminal_id: z.string().max(64).nullish(),
      fiscal_sign: z.string().max(64).nullish(),
      qr_code_url: z.string().max(500).nullish(),
      date: z.string().max(32).nullish(),
    }),
  }),
} as const;

export type Params<Name extends keyof typeof paramsOf> = z.infer<(typeof paramsOf)[Name]>;

/**
 * What a body asks for, or how it is refused: -32700 for no JSON, -32600 for no request. The name of the request is read also
 * from one that is refused, for Payme finds its answers by it.
 */
export function readRequest(body: Uint8Array): { ok: true; request: Request } | (Refused & { id: RpcId }) {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return { ...refuseCall('parse'), id: null };
  }
  const named = z.object({ id: rpcId }).safeParse(json).data?.id ?? null;
  const parsed = request.safeParse(json);
  return parsed.success ? { ok: true, request: { ...parsed.data, id: named } } : { ...refuseCall('shape'), id: named };
}
