import type { Struck } from '../wire/faults.ts';
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
  const tampered = (change: (said: Said) => Said): Sent => {
    const reply = work();
    return sentAs(format, worded(reply.ok ? { ok: true, said: change(reply.said) } : reply, format));
  };
  const resigned = (changes: Said) => tampered((all) => signedAnew(desk.shop, { ...all, ...changes }));
  switch (fault.kind) {
    case 'wrong-signature':
      return tampered((all) => ({ ...all, signature: 'f'.repeat(40) }));
    case 'no-signature':
      return tampered(({ signature: _signature, ...rest }) => rest);
    case 'wrong-amount':
      return tampered((all) => signedAnew(desk.shop, otherAmounts(all)));
    case 'wrong-order':
      return resigned({ order_id: 'another-order' });
    case 'wrong-merchant':
      return resigned({ merchant_id: 1_396_424 });
    case 'less-paid':
      return tampered((all) => signedAnew(desk.shop, { ...all, actual_amount: lessThan(all['actual_amount']) }));
    case 'no-link':
      return tampered(({ checkout_url: _url, ...rest }) => rest);
    case 'reversal-declined':
      return sentAs(format, honest(work(true)));
    default:
      return spoil(fault, hold, {
        work: honest,
        refusal: (code, message) => worded({ ok: false, error: { code, message } }, format),
        failure: () => worded({ ok: false, error: errors.system }, format),
        previous: () => desk.lastAnswers.get(endpoint),
      });
  }
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
