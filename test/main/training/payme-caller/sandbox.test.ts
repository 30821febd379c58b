import { expect, test } from 'vitest';
import { runSandbox } from '../../../../main/training/payme-caller/sandbox.ts';
import { modelShop } from './model-shop.ts';
import type { Flaw } from './model-shop.ts';

/** The whole script against a shop with one flaw; gives what was found wrong. */
async function faultsOf(flaw: Flaw = () => undefined, cancelAfterPerform: 'allowed' | 'refused' = 'allowed') {
  const shop = await modelShop();
  shop.flaw(flaw);
  let made = 0;
  const results = await runSandbox({
    merchant: shop.merchant,
    now: shop.now,
    newId: () => String((made += 1)).padStart(24, '0'),
    pass: shop.pass,
    fresh: () => {
      const account = { order_id: `a${(made += 1)}` };
      shop.waits.set(account.order_id, 100_000);
      return { account, amount: 100_000 };
    },
    cancelAfterPerform,
  });
  return { results, faults: results.filter(({ ok }) => !ok).map(({ name }) => name) };
}

const refusal = (code: number) => ({ error: { code, message: 'no', data: null } });

test('a shop that does as the pages of Payme say passes the whole script', async () => {
  const { faults, results } = await faultsOf();
  expect([faults, results.length > 60]).toEqual([[], true]);
});

test('a shop whose goods have left for good passes too, when it said so', async () => {
  const gone: Flaw = (method, { id }, honest) => {
    const performed = method === 'CancelTransaction' && id !== undefined && confirmed.has(id);
    if (method === 'PerformTransaction' && id !== undefined) confirmed.add(id);
    return performed ? refusal(-31007) : honest();
  };
  const confirmed = new Set<string>();
  const { faults } = await faultsOf(gone, 'refused');
  expect(faults).toEqual([]);
});

test.each<[string, Flaw, string]>([
  [
    'makes up a new time for a repeated answer',
    (method, _params, honest, call) => {
      const said = honest();
      return method === 'CreateTransaction' && 'result' in said
        ? { result: { ...said.result, create_time: call } }
        : said;
    },
    'made and cancelled: made again',
  ],
  [
    'gives null for a moment that has not come',
    (method, _params, honest) => {
      const said = honest();
      if (method !== 'CheckTransaction' || 'error' in said) return said;
      return { result: { ...said.result, cancel_time: null } };
    },
    'made and cancelled: made: known',
  ],
  [
    'does not look at the sum',
    (method, params, honest) => {
      return (method === 'CheckPerformTransaction' || method === 'CreateTransaction') && params.amount !== 100_000
        ? { result: { allow: true } }
        : honest();
    },
    'wrong data: wrong sum 100001: CheckPerformTransaction',
  ],
  [
    'does not say which field of the account is wrong',
    (_method, _params, honest) => {
      const said = honest();
      return 'error' in said ? { error: { ...said.error, data: null } } : said;
    },
    'wrong data: unknown account: CheckPerformTransaction',
  ],
  [
    'leaves cancelled payments out of its statement',
    (method, _params, honest) => (method === 'GetStatement' ? { result: { transactions: [] } } : honest()),
    'made and confirmed: in the statement',
  ],
  ['answers nothing', () => 'silence', 'made and cancelled: made'],
])('a shop that %s is found out', async (_what, flaw, fault) => {
  expect((await faultsOf(flaw)).faults).toContain(fault);
});

test('without a hand on its clock nothing but the expiry is left out', async () => {
  const shop = await modelShop();
  let made = 0;
  const results = await runSandbox({
    merchant: shop.merchant,
    now: shop.now,
    newId: () => String((made += 1)).padStart(24, '0'),
    pass: null,
    fresh: () => {
      const account = { order_id: `a${(made += 1)}` };
      shop.waits.set(account.order_id, 100);
      return { account, amount: 100 };
    },
    cancelAfterPerform: 'allowed',
  });
  const expiry = results.filter(({ name }) => name.startsWith('expired'));
  expect([results.every(({ ok }) => ok), expiry.map(({ name }) => name)]).toEqual([
    true,
    ['expired: too old to be made'],
  ]);
});
