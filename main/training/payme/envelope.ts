import type { Reply } from './cashbox.ts';

/** The id of a request, as it came. */
export type RpcId = string | number | null;

/** An answer of Payme; HTTP says 200 whatever it holds (Merchant API: format of answers). */
export type Envelope = { jsonrpc: '2.0'; id: RpcId } & ({ result: unknown } | { error: unknown });

/** `reply` as it goes to whoever asked with `id`. */
export function envelope(id: RpcId, reply: Reply): Envelope {
  const head = { jsonrpc: '2.0', id } as const;
  return reply.ok ? { ...head, result: reply.result } : { ...head, error: reply.error };
}
