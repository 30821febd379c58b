import { call } from '../../wire/http.ts';
import type { LostReason, UnreadableReason, UnsentReason } from '../../wire/reasons.ts';
import { jsonFields } from './fields.ts';
import type { Fields } from './fields.ts';
import { flittVersion } from './settings.ts';
import type { FlittSettings } from './settings.ts';
import { signatureOf } from './signature.ts';

/** Parameters of a request beside merchant, version and signature; amounts in minor units. */
export type Parameters = Readonly<Record<string, string | number | undefined>>;

/** `failure` is Flitt's own word; `code` one of its numbers as text. */
export type FlittReply =
  | { kind: 'success'; fields: Fields }
  | { kind: 'failure'; code: string; message: string }
  | { kind: 'nothing-sent'; reason: UnsentReason }
  | { kind: 'unknown'; reason: LostReason | UnreadableReason };

export type FlittPath =
  | 'checkout/url'
  | 'checkout/token'
  | 'checkout/redirect'
  | 'status/order_id'
  | 'reverse/order_id';

/** The address of one of Flitt's endpoints. */
export function addressOf({ baseUrl }: Pick<FlittSettings, 'baseUrl'>, path: FlittPath): string {
  return `${baseUrl.replace(/\/+$/, '')}/api/${path}`;
}

/** Flitt counts merchants with whole numbers; a name that is none goes as it is and is refused there. */
function merchantNumber(merchantId: string): string | number {
  return /^[1-9]\d{0,14}$/.test(merchantId) ? Number(merchantId) : merchantId;
}

/** `parameters` with merchant, version and signature; what is absent or empty is left out. */
export function signed(settings: FlittSettings, parameters: Parameters): Record<string, string | number> {
  const all = { ...parameters, merchant_id: merchantNumber(settings.merchantId), version: flittVersion };
  const said = Object.entries(all).filter(
    (one): one is [string, string | number] => one[1] !== undefined && one[1] !== '',
  );
  return { ...Object.fromEntries(said), signature: signatureOf(said, settings.secret) };
}

/** Asks Flitt once, within `timeoutMs`. Never throws; whether the call may be made again is the caller's rule. */
export async function askFlitt(
  settings: FlittSettings,
  request: { path: FlittPath; parameters: Parameters; timeoutMs: number; signal?: AbortSignal | undefined },
): Promise<FlittReply> {
  const { path, parameters, timeoutMs, signal } = request;
  const body = JSON.stringify({ request: signed(settings, parameters) });
  const wire = { method: 'POST', url: addressOf(settings, path), body } as const;
  const result = await call(wire, { timeoutMs, signal, onlyOrigin: settings.onlyOrigin });
  return result.kind === 'answer' ? readFlitt(result.status, result.body) : result;
}

/** Reads an answer: `{"response": {"response_status": "success" | "failure", …}}` on HTTP 200; everything else is unknown. */
function readFlitt(status: number, body: string): FlittReply {
  if (status !== 200) return { kind: 'unknown', reason: 'http-status' };
  const read = jsonFields(body);
  if (!read.ok) return { kind: 'unknown', reason: read.reason === 'not-utf8' ? 'wrong-shape' : read.reason };
  const { fields } = read;
  if (fields.get('response_status') === 'success') return { kind: 'success', fields };
  const code = fields.get('error_code') ?? '';
  if (fields.get('response_status') !== 'failure' || code === '') return { kind: 'unknown', reason: 'wrong-shape' };
  return { kind: 'failure', code, message: fields.get('error_message') ?? '' };
}
