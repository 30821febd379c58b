import type { Struck, WireFault } from '../wire/faults.ts';
import { json, type Sent } from '../wire/sent.ts';
import { spoil } from '../wire/spoil.ts';
import { errors, type FlittError } from './errors.ts';
import type { Fault } from './faults.ts';
import type { Arrived, Format } from './request.ts';
import type { Shop } from './shop.ts';
import { withSignature, type Said } from './signature.ts';
import { works, type Endpoint, type Reply } from './works.ts';

/** The shop and the answers it was given last, per endpoint. */
export type Desk = { shop: Shop; lastAnswers: Map<Endpoint, string> };

/** Does what was asked, spoils it as `struck` says, and gives what is to be sent. */
export async function answer(
  desk: Desk,
  { endpoint, arrived }: { endpoint: Endpoint; arrived: Arrived },
  struck: Struck<Fault> | undefined,
): Promise<Sent> {
  const { format, said } = arrived;
  const work = (refuseReversal = false): Reply => works[endpoint](desk.shop, said, refuseReversal);
  const honest = (reply = work()): string => {
    const text = worded(reply, format);
    desk.lastAnswers.set(endpoint, text);
    return text;
  };
  if (!struck) return sentAs(format, honest());
  const { fault, hold } = struck;
  if (fault.kind === 'reversal-declined') return sentAs(format, honest(work(true)));
  if (isTamper(fault)) return sentAs(format, worded(tampered(desk.shop, work(), fault.kind), format));
  const previous = (): string | undefined => desk.lastAnswers.get(endpoint);
  return spoil(fault, hold, { ...refusals(format), work: honest, previous });
}

/** The words of a refusal, and of a fault inside Flitt. */
function refusals(format: Format): { refusal: (code: number, message: string) => string; failure: () => string } {
  return {
    refusal: (code, message) => worded({ ok: false, error: { code, message } }, format),
    failure: () => worded({ ok: false, error: errors.system }, format),
  };
}

type Tamper = Exclude<Fault, WireFault | { kind: 'reversal-declined' }>;

/** What of a success is falsified before it is sent; the last answer stays the one before. */
const tampers: Readonly<Record<Tamper['kind'], (shop: Shop, all: Said) => Said>> = {
  'wrong-signature': (_shop, all) => ({ ...all, signature: 'f'.repeat(40) }),
  'no-signature': (_shop, { signature: _signature, ...rest }) => rest,
  'wrong-amount': (shop, all) => signedAnew(shop, otherAmounts(all)),
  'wrong-order': (shop, all) => signedAnew(shop, { ...all, order_id: 'another-order' }),
  'wrong-merchant': (shop, all) => signedAnew(shop, { ...all, merchant_id: 1_396_424 }),
  'less-paid': (shop, all) => signedAnew(shop, { ...all, actual_amount: lessThan(all['actual_amount']) }),
  'no-link': (_shop, { checkout_url: _url, ...rest }) => rest,
};

const isTamper = (fault: Fault): fault is Tamper => fault.kind in tampers;

function tampered(shop: Shop, reply: Reply, kind: Tamper['kind']): Reply {
  return reply.ok ? { ok: true, said: tampers[kind](shop, reply.said) } : reply;
}

/** More than was asked for and paid; less than was to go back. */
function otherAmounts(all: Said): Said {
  const more = (name: string) => (all[name] ? { [name]: String(Number(all[name]) + 100) } : {});
  if (all['reverse_status'] !== undefined) return { ...all, reversal_amount: lessThan(all['reversal_amount']) };
  return { ...all, ...more('amount'), ...more('actual_amount') };
}

function lessThan(amount: string | number | undefined): string {
  return amount === '' || amount === undefined ? '' : String(Number(amount) - 100);
}

function signedAnew(
  { who, testMode }: Shop,
  { signature: _old, response_signature_string: _text, ...said }: Said,
): Said {
  return withSignature(said, who.secret, testMode);
}

/** A reply in the words of Flitt, in the format the request came in. */
function worded(reply: Reply, format: Format): string {
  const said = reply.ok ? reply.said : failure(reply.error);
  if (format === 'json') return JSON.stringify({ response: said });
  const fields = Object.entries(said).map(([name, value]): [string, string] => [name, String(value)]);
  return new URLSearchParams(fields).toString();
}

function failure({ code, message }: FlittError): Said {
  return { response_status: 'failure', error_code: String(code), error_message: message, request_id: 'training' };
}

function sentAs(format: Format, text: string): Sent {
  return format === 'json'
    ? json(text)
    : { kind: 'text', status: 200, type: 'application/x-www-form-urlencoded', text };
}
