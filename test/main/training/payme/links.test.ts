import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { modelShop } from '../payme-caller/model-shop.ts';
import { cashboxId, startRig } from './rig.ts';

const blobOf = (said: string) => Buffer.from(said).toString('base64');

/** A Payme with a shop behind its links, and a link of 1 000 sums that the shop waits for. */
async function street(options: { detail?: boolean; amount?: number } = {}) {
  const shop = await modelShop(options);
  const rig = await startRig({ merchant: shop.merchant, now: shop.now, wait: async () => {} });
  const amount = options.amount ?? 100_000;
  shop.waits.set('a1', amount);
  const link = `${rig.payme.checkoutUrl}/${blobOf(`m=${cashboxId};ac.order_id=a1;a=${amount};l=en`)}`;
  const states = () => rig.payme.ledger.receipts.map(({ state }) => state);
  const money = () => [rig.payme.ledger.charges.length, rig.payme.ledger.returns.length];
  return { ...rig, shop, link, states, money };
}

test('a customer pays a link: the shop is asked, told, and told again when the money was taken', async () => {
  const { link, payme, shop, states } = await street();
  const outcome = await payme.pay(link);
  const { id = '', amount, account } = payme.ledger.receipts[0] ?? {};
  expect(outcome).toMatchObject({ kind: 'paid', receiptId: id, words: '' });
  expect(shop.heard).toEqual(['CheckPerformTransaction', 'CreateTransaction', 'PerformTransaction']);
  expect(shop.kept.get(id)).toMatchObject({ state: 2, amount: 100_000, account: { order_id: 'a1' } });
  expect([amount, account, states()]).toEqual([100_000, { order_id: 'a1' }, [4]]);
  expect(payme.ledger.charges).toMatchObject([{ receiptId: id, amount: 100_000 }]);
});

test.each([100, 9900, 10_000, 1_234_567_890])(
  '%i tiyin arrive at the shop as they stand in the link',
  async (amount) => {
    const { link, payme, shop } = await street({ amount });
    expect((await payme.pay(link)).kind).toBe('paid');
    expect([[...shop.kept.values()][0]?.amount, payme.ledger.charges[0]?.amount]).toEqual([amount, amount]);
  },
);

test('a shop that gave its lines is told of the fiscal receipt, and of the one that takes it back', async () => {
  const { link, payme, shop } = await street({ detail: true });
  const { receiptId } = await payme.pay(link);
  await payme.cancelLink(receiptId ?? '');
  expect(shop.fiscal).toEqual([
    { id: receiptId, type: 'PERFORM' },
    { id: receiptId, type: 'CANCEL' },
  ]);
});

test('what the shop does not allow moves no money, and the page says why', async () => {
  const { link, payme, shop, states } = await street();
  shop.waits.set('a1', 7);
  const outcome = await payme.pay(link);
  expect(outcome).toMatchObject({ kind: 'refused', receiptId: null, words: '-31001 Нельзя' });
  expect([states(), payme.ledger.charges]).toEqual([[], []]);
});

test('a link paid twice at once is one payment', async () => {
  const { link, money, payme, states } = await street();
  const outcomes = await Promise.all([payme.pay(link), payme.pay(link)]);
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['paid', 'refused']);
  expect([states().toSorted(), money()]).toEqual([
    [4, 50],
    [1, 0],
  ]);
});

test('an empty card takes nothing, and the shop is told to forget it', async () => {
  const { link, money, payme, shop, states } = await street();
  expect(await payme.pay(link, { card: 'empty' })).toMatchObject({ kind: 'refused', words: 'insufficient-funds' });
  expect([[...shop.kept.values()].map(({ state, reason }) => [state, reason]), states(), money()]).toEqual([
    [[-1, 2]],
    [50],
    [0, 0],
  ]);
});

test.each(['CreateTransaction', 'PerformTransaction'])('a lost answer to %s is asked for again', async (method) => {
  const { link, money, payme, shop } = await street();
  shop.flaw((called, _params, honest, call) => {
    if (called !== method || call > 1) return undefined;
    honest();
    return 'silence';
  });
  expect((await payme.pay(link)).kind).toBe('paid');
  expect([shop.heard.filter((one) => one === method).length, money()]).toEqual([2, [1, 0]]);
});

test('a payment the shop does not answer about waits, and is closed when it does', async () => {
  const { link, money, payme, shop, states } = await street();
  shop.flaw((method) => (method === 'PerformTransaction' ? 'silence' : undefined));
  const { kind, receiptId } = await payme.pay(link);
  const before = [kind, ...states()];
  shop.flaw(() => undefined);
  expect([before, (await payme.links.goOn(receiptId ?? ''))?.kind]).toEqual([['waiting', 30], 'paid']);
  expect([states(), money()]).toEqual([[4], [1, 0]]);
});

test('a payment the shop will not close goes back', async () => {
  const { link, money, payme, shop, states } = await street();
  const refusal = { error: { code: -31008, message: 'no' } };
  shop.flaw((method) => (method === 'PerformTransaction' ? refusal : undefined));
  expect(await payme.pay(link)).toMatchObject({ kind: 'refused', words: '-31008 no' });
  expect([states(), money(), shop.heard.at(-1)]).toEqual([[50], [1, 1], 'CancelTransaction']);
});

test('whoever cancels a paid link through the cashbox has the shop told, and the money is back once it agreed', async () => {
  const { call, link, money, payme, shop, states } = await street();
  const { receiptId: id } = await payme.pay(link);
  expect((await call('receipts.cancel', { id })).result.receipt.state).toBe(21);
  await payme.links.quiet();
  expect([states(), money(), shop.kept.get(id ?? '')]).toMatchObject([[50], [1, 1], { state: -2, reason: 5 }]);
});

test('a shop whose goods have left keeps the money', async () => {
  const { link, money, payme, shop, states } = await street();
  const { receiptId } = await payme.pay(link);
  const refusal = { error: { code: -31007, message: 'gone' } };
  shop.flaw((method) => (method === 'CancelTransaction' ? refusal : undefined));
  expect(await payme.cancelLink(receiptId ?? '')).toMatchObject({ kind: 'refused', words: '-31007 gone' });
  expect([states(), money()]).toEqual([[4], [1, 0]]);
});

test('whoever plays a race may stop before each step', async () => {
  const { link, payme, shop } = await street();
  const seen: unknown[] = [];
  const pause = async (before: string) => void seen.push([before, shop.heard.at(-1), payme.ledger.charges.length]);
  await payme.pay(link, { pause });
  expect(seen).toEqual([
    ['create', 'CheckPerformTransaction', 0],
    ['perform', 'CreateTransaction', 1],
  ]);
});

test.each([
  ['of another shop', `m=${'f'.repeat(24)};ac.order_id=a1;a=1`],
  ['without an account', `m=${cashboxId};a=1`],
  ['with a broken sum', `m=${cashboxId};ac.order_id=a1;a=1.5`],
])('a link %s leads nowhere', async (_what, said) => {
  const { payme, shop } = await street();
  expect(await payme.pay(blobOf(said))).toMatchObject({ kind: 'refused', words: 'not-found' });
  expect(shop.heard).toEqual([]);
});

test('what stands behind a semicolon in a value is lost, as at Payme', async () => {
  const { payme, shop } = await street();
  shop.waits.set('a', 100);
  expect((await payme.pay(blobOf(`m=${cashboxId};ac.order_id=a;1;a=100`))).kind).toBe('paid');
  expect([...shop.kept.values()].map(({ account }) => account)).toEqual([{ order_id: 'a' }]);
});

test('without a shop behind it no link is paid', async () => {
  const { link, payme } = await street();
  payme.setMerchant(null);
  expect(await payme.pay(link)).toMatchObject({ kind: 'refused', words: '-31601' });
});
