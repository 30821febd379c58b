import { z } from 'zod';
import { checked, code, created, performed, type Stage } from './stage.ts';

const twelveHours = 43_200_000;

/** A payment dies twelve hours after Payme made it, whatever the shop's own clock noted (CreateTransaction: time-out). */
export async function expired(stage: Stage): Promise<void> {
  const { call, fails, now, pass, succeeds } = stage;
  const make = async (time: number) => ({ ...(await stage.fresh()), id: stage.newId(), time });
  fails('too old to be made', await call('CreateTransaction', await make(now() - twelveHours - 60_000)), code(-31008));
  if (!pass) return;
  for (const method of ['CreateTransaction', 'PerformTransaction'] as const) {
    const params = await make(now() - twelveHours + 1000);
    succeeds(`old: made before ${method}`, await call('CreateTransaction', params), created);
    await pass(2000);
    fails(`expired: ${method}`, await call(method, params), code(-31008));
    succeeds(`expired: known after ${method}`, await call('CheckTransaction', params), checked(-1, 4));
  }
}

/** Calls that arrive together end as if they had come one after the other. */
export async function concurrent(stage: Stage): Promise<void> {
  const { call, found } = stage;
  const { account, amount } = await stage.fresh();
  const params = { id: stage.newId(), time: stage.now(), amount, account };
  const equal = await Promise.all([1, 2, 3].map(() => call('CreateTransaction', params)));
  found('made three times at once', allEqual(equal) && created.safeParse(resultOf(equal[0])).success, equal);
  const confirmed = await Promise.all([1, 2, 3, 4, 5].map(() => call('PerformTransaction', { id: params.id })));
  found(
    'confirmed five times at once',
    allEqual(confirmed) && performed.safeParse(resultOf(confirmed[0])).success,
    confirmed,
  );
  await rivals(stage);
  await confirmedAndCancelled(stage);
}

/** Two payments of one account at once: one is made. */
async function rivals(stage: Stage): Promise<void> {
  const { account, amount } = await stage.fresh();
  const rival = () => stage.call('CreateTransaction', { id: stage.newId(), time: stage.now(), amount, account });
  const answers = await Promise.all([rival(), rival()]);
  const made = answers.filter((answer) => created.safeParse(resultOf(answer)).success);
  stage.found('two payments of one account at once', made.length === 1, answers);
}

const state = z.object({ state: z.int() });

/** Confirmed and cancelled at once: whichever came first, what was answered is what is known. */
async function confirmedAndCancelled(stage: Stage): Promise<void> {
  const { call, found } = stage;
  const { account, amount } = await stage.fresh();
  const params = { id: stage.newId(), time: stage.now(), amount, account };
  await call('CreateTransaction', params);
  const answers = await Promise.all([
    call('PerformTransaction', { id: params.id }),
    call('CancelTransaction', { id: params.id, reason: 5 }),
  ]);
  const [confirmed, cancelled, known] = [...answers, await call('CheckTransaction', params)].map(
    (reply) => state.safeParse(resultOf(reply)).data?.state,
  );
  const right = confirmed === 2 ? known === (cancelled ?? 2) : known === -1;
  found('confirmed and cancelled at once', right, { answers, known });
}

function resultOf(reply: unknown): unknown {
  return z.object({ result: z.unknown() }).safeParse(reply).data?.result;
}

function allEqual(replies: readonly unknown[]): boolean {
  return new Set(replies.map((reply) => JSON.stringify(reply))).size === 1;
}
