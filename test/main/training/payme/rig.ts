import { Agent, request } from 'undici';
import { onTestFinished } from 'vitest';
import { startPayme, type Payme, type PaymeOptions } from '../../../../main/training/payme/server.ts';
import { morning, seeded } from '../fbox/rig.ts';

export { morning, seeded };

export const cashboxId = '62d52ce6ca96effd0777a771';
export const key = 'Rw712wMJspZBczFvrG09?bHkSNxnD4PY0n1C';

/** Our register's account, as a Payme Go cashbox has it. */
export const account = { kkm_id: '00000011', device_id: '00000012', document: 'attempt-1' };

/** An answer as it came, read without parsing: these tests compare it whole. */
export type Answer = ReturnType<typeof JSON.parse>;

export type Sent = { status: number; text: string };

/** A till's end of the wire and the Payme behind it, with a clock that moves only by hand. */
export type Rig = {
  payme: Payme;
  pass: (ms: number) => void;
  send: (body: string, headers?: Record<string, string>) => Promise<Sent>;
  call: (method: string, params?: unknown) => Promise<Answer>;
  /** A fresh receipt of 1 000 sums; gives its id. */
  create: (changes?: object) => Promise<string>;
  /** Pays with a fresh code unless one is given. */
  pay: (id: string, token?: string) => Promise<Answer>;
  state: (id: string) => Promise<unknown>;
};

export async function startRig(options: Partial<PaymeOptions> = {}): Promise<Rig> {
  let at = morning;
  const payme = await startPayme({ now: () => at, random: seeded(7), cashboxId, key, ...options });
  const agent = new Agent();
  onTestFinished(async () => {
    await agent.destroy();
    await payme.close();
  });
  const auth = { 'x-auth': `${cashboxId}:${key}`, 'content-type': 'application/json' };
  const send: Rig['send'] = async (body, headers = auth) => {
    // A connection of its own for every request: only then does a refused one prove that nothing was sent.
    const wire = { method: 'POST', headers, body, dispatcher: agent, reset: true } as const;
    const answer = await request(payme.url, wire);
    return { status: answer.statusCode, text: await answer.body.text() };
  };
  const call: Rig['call'] = async (method, params = {}) =>
    JSON.parse((await send(JSON.stringify({ id: 1, method, params }))).text);
  return {
    payme,
    pass: (ms) => {
      at += ms;
    },
    send,
    call,
    create: async (changes = {}) => idOf(await call('receipts.create', { amount: 100_000, account, ...changes })),
    pay: (id, token = payme.issueCode()) => call('receipts.pay', { id, token }),
    state: async (id) => (await call('receipts.check', { id })).result.state,
  };
}

/** The id of the receipt in an answer. */
export function idOf(answer: Answer): string {
  const { _id: id } = answer.result.receipt;
  return id;
}

export function failed(code: number, message: string, data?: string): object {
  return { jsonrpc: '2.0', id: 1, error: data === undefined ? { code, message } : { code, message, data } };
}

export const notFound = failed(-31602, 'Чек не найден или уже оплачен.');
export const codeRefused = failed(-31400, 'Временный код неверный.');
