import { z } from 'zod';
import type { MerchantReply } from './call.ts';
import { basic } from './call.ts';
import { code, isAboutAccount, type Stage } from './stage.ts';

const methods = [
  'CheckPerformTransaction',
  'CreateTransaction',
  'PerformTransaction',
  'CancelTransaction',
  'CheckTransaction',
  'GetStatement',
  'SetFiscalData',
] as const;

/** Who may not call, and what is no call (sandbox: wrong authorisation; Merchant API: general errors). */
export async function strangers(stage: Stage): Promise<void> {
  const { call, fails, merchant, newId } = stage;
  const { account, amount } = await stage.fresh();
  const params = { id: newId(), time: stage.now(), amount, account, from: 0, to: stage.now(), reason: 1 };
  const wrongKey = basic({ login: merchant.login, key: `${merchant.key}x` });
  for (const method of [...methods, 'NoSuchMethod'])
    fails(`wrong key: ${method}`, await call(method, params, { authorization: wrongKey }), code(-32504));
  const others = {
    'no header': null,
    'wrong login': basic({ ...merchant, login: 'x' }),
    'not Basic': `Bearer ${merchant.key}`,
  };
  for (const [name, authorization] of Object.entries(others))
    fails(name, await call('CheckPerformTransaction', params, { authorization }), code(-32504));
  fails('not JSON', await call('', {}, { body: '{"method":' }), code(-32700));
  fails('no method', await call('', {}, { body: '{"id":1,"params":{}}' }), code(-32600));
  fails('unknown method', await call('ChangePassword', { password: 'x' }), code(-32601));
  fails('nothing was made by a stranger', await call('CheckTransaction', params), code(-31003));
}

/** What may not be paid, and payments that never were (sandbox: wrong data). */
export async function wrongData(stage: Stage): Promise<void> {
  const { call, fails, newId } = stage;
  const { account, amount } = await stage.fresh();
  const time = stage.now();
  for (const method of ['CheckPerformTransaction', 'CreateTransaction'] as const) {
    for (const wrong of [amount + 1, amount - 1, amount * 100])
      fails(
        `wrong sum ${wrong}: ${method}`,
        await call(method, { id: newId(), time, amount: wrong, account }),
        code(-31001),
      );
    const unknown = Object.fromEntries(Object.keys(account).map((field) => [field, `unknown-${newId()}`]));
    for (const [name, who] of Object.entries({ unknown, missing: {} }))
      aboutAccount(
        stage,
        `${name} account: ${method}`,
        await call(method, { id: newId(), time, amount, account: who }),
      );
  }
  for (const method of ['PerformTransaction', 'CancelTransaction', 'CheckTransaction'] as const)
    fails(`unknown payment: ${method}`, await call(method, { id: newId(), reason: 1 }), code(-31003));
  const fiscal_data = { receipt_id: 1, status_code: 0, qr_code_url: 'https://ofd.soliq.uz/epi' };
  fails(
    'unknown payment: SetFiscalData',
    await call('SetFiscalData', { id: newId(), type: 'PERFORM', fiscal_data }),
    code(-32001),
  );
}

const field = z.string().min(1);

/** Such an error is shown to the customer: in their language, and with the name of the field. */
function aboutAccount({ found }: Stage, name: string, reply: MerchantReply): void {
  const right = reply.kind === 'error' && isAboutAccount(reply.code) && reply.localized;
  found(name, right && field.safeParse(reply.data).success, reply);
}
