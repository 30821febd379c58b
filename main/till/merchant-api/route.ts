import { z } from 'zod';
import { faultText } from '../context.ts';
import type { Equipment, Till } from '../context.ts';
import type { Away, Answered, CallRoute, Incoming } from '../listener/call.ts';
import type { TillSettings } from '../settings.ts';
import { refuseCall } from './answers.ts';
import type { Told } from './answers.ts';
import type { Rules } from './begin.ts';
import { isPayme } from './login.ts';
import { work } from './methods.ts';
import { readRequest } from './requests.ts';
import type { Request, RpcId } from './requests.ts';

/** Payme's calls: one address, POST, and HTTP 200 whatever is answered, for Payme takes any other status for a broken server. */
export const paymeRoute: CallRoute = {
  name: 'payme',
  path: '/payme',
  handle: async (till, equipment, incoming) => hear(till, equipment, incoming),
  turnAway: (why) => words(null, refuseCall(asRefusal[why])),
};

/** Who is not on the list learns no more than who has no key. */
const asRefusal = {
  'not-allowed': 'auth',
  verb: 'verb',
  'too-large': 'parse',
  broken: 'parse',
  'too-many': 'internal',
  internal: 'internal',
} as const satisfies Record<Away, string>;

/** The key comes first: a stranger learns neither which methods there are nor whether the body could be read. */
function hear(till: Till, equipment: Equipment, { body, headers }: Incoming): Answered {
  const { settings } = equipment;
  const rules = rulesOf(settings);
  const api = settings.listener?.merchantApi;
  const read = readRequest(body);
  const id = read.ok ? read.request.id : read.id;
  if (!rules || !api) return answered(id, refuseCall('not-configured'), '', null);
  if (!isPayme(api, headers['authorization'])) return answered(id, refuseCall('auth'), '', null);
  if (!read.ok) return answered(id, read, '', null);
  const { method, params } = read.request;
  return answered(id, told(till, equipment, rules, read.request), method, subjectOf(params));
}

function rulesOf({ checkout, listener }: TillSettings): Rules | undefined {
  const api = listener?.merchantApi;
  if (!checkout?.payme || !api) return undefined;
  const { busyCode, cancelAfterSale, detail } = api;
  return { field: checkout.payme.accountField, busyCode, cancelAfterSale, detail };
}

function told(till: Till, equipment: Equipment, rules: Rules, { method, params }: Request): Told {
  try {
    return work({ till, equipment, rules }, method, params);
  } catch (error) {
    till.log('fault', { what: `payme ${method}`, error: faultText(error) });
    return refuseCall('internal');
  }
}

function answered(id: RpcId, said: Told, method: string, subject: string | null): Answered {
  const outcome = said.ok ? 'accepted' : 'refused';
  return { status: 200, ...words(id, said), outcome, reason: said.ok ? method : said.why, subject };
}

function words(id: RpcId, said: Told): { contentType: string; body: string } {
  const answer = said.ok ? { result: said.result } : { error: said.error };
  const body = JSON.stringify({ jsonrpc: '2.0', id, ...answer });
  return { contentType: 'application/json; charset=utf-8', body };
}

const named = z.object({ id: z.string().max(64) });

/** Payme's own id of the transaction, where the call names one. */
function subjectOf(params: unknown): string | null {
  return named.safeParse(params).data?.id ?? null;
}
