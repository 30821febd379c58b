import { z } from 'zod';
import { allows, cancelled, checked, code, created, isBusy, performed, type Stage } from './stage.ts';

/** Made and cancelled without having been confirmed, every call twice (sandbox: first scenario). */
export async function madeAndCancelled(stage: Stage): Promise<void> {
  const { call, fails, same, succeeds } = stage;
  const { account, amount } = await stage.fresh();
  const params = { id: stage.newId(), time: stage.now(), amount, account };
  succeeds('may be made', await call('CheckPerformTransaction', { amount, account }), allows);
  const first = await call('CreateTransaction', params);
  const made = succeeds('made', first, created);
  same('made again', first, await call('CreateTransaction', params));
  const known = succeeds('made: known', await call('CheckTransaction', params), checked(1, null));
  stage.found(
    'known as it was made',
    known?.create_time === made?.create_time && known?.transaction === made?.transaction,
    known,
  );
  const second = { ...params, id: stage.newId() };
  fails('a second payment of one account', await call('CreateTransaction', second), isBusy);
  fails('may not be made again', await call('CheckPerformTransaction', { amount, account }), isBusy);
  const gone = await call('CancelTransaction', { id: params.id, reason: 3 });
  succeeds('cancelled', gone, cancelled(-1));
  same('cancelled again', gone, await call('CancelTransaction', { id: params.id, reason: 5 }));
  succeeds('cancelled: known, with its first reason', await call('CheckTransaction', params), checked(-1, 3));
  fails('not made again once cancelled', await call('CreateTransaction', params), code(-31008));
  fails('not confirmed once cancelled', await call('PerformTransaction', params), code(-31008));
}

/** Made, confirmed and given back, every call twice (sandbox: second scenario); then the statement and the fiscal receipts. */
export async function madeAndConfirmed(stage: Stage): Promise<void> {
  const { call, fails, same, succeeds } = stage;
  const { account, amount } = await stage.fresh();
  const params = { id: stage.newId(), time: stage.now(), amount, account };
  succeeds('may be made', await call('CheckPerformTransaction', { amount, account }), allows);
  succeeds('made', await call('CreateTransaction', params), created);
  const first = await call('PerformTransaction', { id: params.id });
  succeeds('confirmed', first, performed);
  same('confirmed again', first, await call('PerformTransaction', { id: params.id }));
  succeeds('confirmed: known', await call('CheckTransaction', params), checked(2, null));
  fails('not made again once confirmed', await call('CreateTransaction', params), code(-31008));
  fails('an account that is paid', await call('CheckPerformTransaction', { amount, account }), isBusy);
  await givenBack(stage, params.id);
  await inStatement(stage, { ...params, state: stage.cancelAfterPerform === 'allowed' ? -2 : 2 });
  await fiscalReceipts(stage, params.id);
}

async function givenBack({ call, cancelAfterPerform, fails, same, succeeds }: Stage, id: string): Promise<void> {
  const first = await call('CancelTransaction', { id, reason: 5 });
  if (cancelAfterPerform === 'allowed') succeeds('given back', first, cancelled(-2));
  else fails('not given back: the goods have left', first, code(-31007));
  same('given back again', first, await call('CancelTransaction', { id, reason: 5 }));
  const after = cancelAfterPerform === 'allowed' ? checked(-2, 5) : checked(2, null);
  succeeds('given back: known', await call('CheckTransaction', { id }), after);
}

type InStatement = {
  id: string;
  time: number;
  amount: number;
  account: Readonly<Record<string, string>>;
  state: number;
};

/** A period counts by Payme's time, both ends included, the earliest first; what was cancelled stands in it too. */
async function inStatement(stage: Stage, { id, time, amount, account, state }: InStatement): Promise<void> {
  const { call, found, succeeds } = stage;
  const row = z.object({ id: z.string(), time: z.int(), amount: z.int(), account: z.looseObject({}), state: z.int() });
  const statement = z.object({ transactions: z.array(row) });
  const said = succeeds('statement', await call('GetStatement', { from: time, to: time }), statement);
  const mine = said?.transactions.find((one) => one.id === id);
  found(
    'in the statement',
    JSON.stringify([mine?.time, mine?.amount, mine?.account, mine?.state]) ===
      JSON.stringify([time, amount, account, state]),
    mine,
  );
  const whole = succeeds('statement of all time', await call('GetStatement', { from: 0, to: stage.now() }), statement);
  const times = (whole?.transactions ?? []).map((one) => one.time);
  found('the earliest first', JSON.stringify(times) === JSON.stringify(times.toSorted((a, b) => a - b)), times);
  const before = succeeds('statement of no time', await call('GetStatement', { from: 0, to: 1 }), statement);
  found('nothing in it', before?.transactions.length === 0, before);
}

async function fiscalReceipts({ call, fails, succeeds }: Stage, id: string): Promise<void> {
  const fiscal_data = {
    receipt_id: 121,
    status_code: 0,
    message: 'accepted',
    terminal_id: 'EP000000000025',
    fiscal_sign: '800031554082',
    qr_code_url: 'https://ofd.soliq.uz/epi?t=EP000000000025&r=121&c=20220706221021&s=800031554082',
    date: '20220706221021',
  };
  const taken = z.object({ success: z.literal(true) });
  for (const type of ['PERFORM', 'CANCEL'])
    succeeds(`fiscal receipt ${type}`, await call('SetFiscalData', { id, type, fiscal_data }), taken);
  fails(
    'fiscal receipt without anything in it',
    await call('SetFiscalData', { id, type: 'PERFORM', fiscal_data: {} }),
    code(-32602),
  );
}
