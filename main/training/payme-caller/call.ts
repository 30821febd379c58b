import { Buffer } from 'node:buffer';
import { request } from 'undici';
import { z } from 'zod';

/** Where a shop's server answers Payme, and the credentials Payme calls it with. */
export type Merchant = { url: string; login: string; key: string };

/** A method of the Merchant API and its named parameters. */
export type MerchantCall = { method: string; params: Readonly<Record<string, unknown>> };

/**
 * What a shop's server said. Whatever is no answer of the protocol, another HTTP status included, counts as error -32400
 * (Merchant API: protocol); `lost` is one that never came.
 */
export type MerchantReply =
  | { kind: 'result'; result: unknown }
  | { kind: 'error'; code: number; message: string; data: unknown; localized: boolean }
  | { kind: 'lost'; reason: string };

/** `authorization` replaces the header, to play a stranger; null leaves it out. `body` replaces the whole request. */
export type CallOptions = { id?: number; timeoutMs?: number; authorization?: string | null; body?: string };

const usualTimeout = 10_000;

/** One call of Payme to a shop: one POST, one answer, never repeated here and never thrown from (Merchant API: format of requests). */
export async function callMerchant(
  merchant: Merchant,
  call: MerchantCall,
  options: CallOptions = {},
): Promise<MerchantReply> {
  const { id = 2032, timeoutMs = usualTimeout, authorization = basic(merchant) } = options;
  const headers = {
    'content-type': 'text/json; charset=UTF-8',
    ...(authorization === null ? {} : { authorization }),
  };
  const body = options.body ?? JSON.stringify({ method: call.method, params: call.params, id });
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await request(merchant.url, { method: 'POST', headers, body, signal, reset: true });
    return read(answer.statusCode, await answer.body.text(), options.body === undefined ? id : undefined);
  } catch (error) {
    return { kind: 'lost', reason: error instanceof Error ? error.name : 'lost' };
  }
}

/** The header of Basic authentication. */
export function basic({ login, key }: Pick<Merchant, 'login' | 'key'>): string {
  return `Basic ${Buffer.from(`${login}:${key}`).toString('base64')}`;
}

const languages = z.object({ ru: z.string(), uz: z.string(), en: z.string() });

const error = z.object({
  code: z.int(),
  message: z.union([z.string(), languages, z.null()]).optional(),
  data: z.unknown().optional(),
});

const envelope = z.object({ id: z.unknown().optional(), result: z.unknown().optional(), error: error.nullish() });

/** An answer carries the number of its request, and either a result or an error (Merchant API: format of answers). */
function read(status: number, text: string, id: number | undefined): MerchantReply {
  if (status !== 200) return fault(`HTTP ${status}`);
  const said = envelope.safeParse(parseJson(text)).data;
  if (!said) return fault('no JSON-RPC');
  if (id !== undefined && said.id !== id) return fault('the id of another request');
  const { result = null, error: refusal = null } = said;
  if ((result === null) === (refusal === null)) return fault('not exactly one of result and error');
  return refusal === null ? { kind: 'result', result } : errorOf(refusal);
}

function errorOf({ code, message, data = null }: z.infer<typeof error>): MerchantReply {
  const localized = typeof message === 'object' && message !== null;
  return { kind: 'error', code, message: localized ? message.ru : (message ?? ''), data, localized };
}

function fault(message: string): MerchantReply {
  return { kind: 'error', code: -32400, message, data: null, localized: false };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
