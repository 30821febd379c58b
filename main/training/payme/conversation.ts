import { assertNever } from '../../domain/assert-never.ts';
import { callMerchant, type Merchant, type MerchantReply } from '../payme-caller/call.ts';

/** One call of Payme to the shop, as the page shows it. */
export type Step = { method: string; answer: string };

/** Payme's calls to a shop about one payment; `steps` tells all of them in their order. */
export type Conversation = {
  steps: Step[];
  /** Calls until there is an answer, a few times at most: an answer that is lost is asked for again with the same parameters. */
  insist: (method: string, params: Readonly<Record<string, unknown>>) => Promise<MerchantReply>;
};

const mostTries = 3;
const pauseMs = 200;

/** A conversation with `merchant`; `wait` (ms) lies between a lost answer and the next try. */
export function conversation(merchant: Merchant, wait: (ms: number) => Promise<unknown>): Conversation {
  const steps: Step[] = [];
  const ask = async (method: string, params: Readonly<Record<string, unknown>>): Promise<MerchantReply> => {
    const reply = await callMerchant(merchant, { method, params });
    steps.push({ method, answer: inWords(reply) });
    return reply;
  };
  return {
    steps,
    async insist(method, params) {
      let reply = await ask(method, params);
      for (let tries = 1; tries < mostTries && isLost(reply); tries += 1) {
        await wait(pauseMs);
        reply = await ask(method, params);
      }
      return reply;
    },
  };
}

/** True when the shop's server may or may not have done what it was asked: no answer, or a fault inside it. */
export function isLost(reply: MerchantReply): boolean {
  return reply.kind === 'lost' || (reply.kind === 'error' && reply.code === -32400);
}

/** A reply for the person in front of the page. */
export function inWords(reply: MerchantReply): string {
  switch (reply.kind) {
    case 'result':
      return JSON.stringify(reply.result);
    case 'error':
      return `${reply.code} ${reply.message}`.trim();
    case 'lost':
      return reply.reason;
    default:
      return assertNever(reply);
  }
}
