import { expect, test } from 'vitest';
import { auditTrail, beer, bread, openCounter, openPayment, tea } from '../rig.ts';
import type { Shop } from '../rig.ts';

const release = { enabled: true, perSale: 30_000_000, total: 300_000_000, count: 10, maxAgeMinutes: 120 };
const approvalOf = (shop: Shop) => ({
  staffId: shop.view().staff.find(({ name }) => name === 'Aziz')!.id,
  pin: '2222',
});
const attemptId = (shop: Shop) => shop.view().payment!.attempt!.id;
const letGo = (shop: Shop, phone = '+998 90 123 45 67') =>
  shop.call('releaseGoods', { attemptId: attemptId(shop), phone, approval: approvalOf(shop) });

async function lose(shop: Shop): Promise<Shop> {
  shop.payme.script([{ on: 'receipts.pay', fault: { kind: 'drop-answer-after' } }]);
  await shop.payme.setCable('in');
  await shop.call('scan', { text: shop.payme.issueCode() });
  await shop.until(({ payment }) => payment?.attempt?.state === 'in-doubt');
  await shop.payme.setCable('out');
  return shop;
}

/** The next customer buys the same for 39 500 sums, and that payment is lost as well. */
async function loseNext(shop: Shop): Promise<Shop> {
  for (const text of [bread, bread, tea]) await shop.call('scan', { text });
  await shop.call('startPayment');
  return lose(shop);
}

const inDoubt = async (limits = release): Promise<Shop> =>
  lose(await openPayment({ payme: 'subscribe', release: limits }));

test('with a manager’s PIN and the customer’s phone the goods leave, and the sale waits for its money', async () => {
  const shop = await inDoubt();
  expect(await letGo(shop)).toEqual({ ok: true, value: null });
  expect(shop.view()).toMatchObject({ sale: null, parked: [{ released: true, attempt: 'in-doubt' }] });
  expect(auditTrail(shop)).toContainEqual({
    action: 'goods-released',
    facts: { amount: 3_950_000, cashier: 'Dilnoza' },
  });
});

test('the sale whose goods left is completed, with its fiscal receipt, when the money is found', async () => {
  const shop = await inDoubt();
  await letGo(shop);
  await shop.payme.setCable('in');
  const view = await shop.pass(1000, ({ parked, strip }) => parked.length === 0 && strip.unsentFiscal.count === 0);
  expect([view.shift?.sales, shop.box.ledger.receipts.length]).toEqual([1, 1]);
});

test('by default nothing leaves before the money is sure, and the window does not even offer it', async () => {
  const shop = await lose(await openPayment({ payme: 'subscribe' }));
  expect(shop.view().payment?.attempt?.release).toBeNull();
  expect(await letGo(shop)).toMatchObject({ error: { code: 'release-not-allowed' } });
});

test.each([
  [{ ...release, perSale: 3_949_999 }, 'release-limit-sale'],
  [{ ...release, total: 3_949_999, perSale: 3_950_000 }, 'release-limit-total'],
  [{ ...release, count: 0 }, 'release-limit-count'],
] as const)('a limit holds: %j answers %s', async (limits, code) => {
  const shop = await inDoubt(limits);
  expect(shop.view().payment?.attempt?.release).toMatchObject({ refused: code });
  expect(await letGo(shop)).toMatchObject({ error: { code } });
});

test('while the limits are far, whoever lets goods go is told nothing', async () => {
  const shop = await inDoubt();
  expect(shop.view().payment?.attempt?.release).toEqual({ refused: null, out: null, oldest: null });
});

test.each([
  ['the sum', { ...release, total: 7_900_000 }],
  ['the sales', { ...release, count: 2 }],
])('from half of %s on, the next release shows how much is out already, and may still be made', async (_, limits) => {
  const shop = await inDoubt(limits);
  await letGo(shop);
  await loseNext(shop);
  const out = { count: 1, amount: 3_950_000, mostCount: limits.count, mostAmount: limits.total };
  expect(shop.view().payment?.attempt?.release).toEqual({ refused: null, out, oldest: null });
  expect(await letGo(shop)).toEqual({ ok: true, value: null });
});

test('from half of its time on, the oldest doubt is shown, until it is too old for anything to leave', async () => {
  const shop = await inDoubt();
  const since = shop.view().payment!.attempt!.startedAt;
  const shown = { out: null, oldest: { since, mostAge: 7_200_000 } };
  const minutesOn = async (minutes: number) => {
    shop.clock.advance(since + minutes * 60_000 - shop.clock.now());
    return (await shop.until(({ strip }) => strip.inDoubt.count === 1)).payment?.attempt?.release;
  };
  expect([await minutesOn(59), await minutesOn(60), await minutesOn(120)]).toEqual([
    { refused: null, out: null, oldest: null },
    { refused: null, ...shown },
    { refused: 'release-limit-age', ...shown },
  ]);
});

test('goods that cannot be taken back never leave early', async () => {
  const shop = await openCounter({ payme: 'subscribe', release });
  await shop.call('scan', { text: beer });
  await shop.call('startPayment');
  await lose(shop);
  expect(await letGo(shop)).toMatchObject({ error: { code: 'release-goods-excluded' } });
});

test('without a phone number nothing leaves', async () => {
  const shop = await inDoubt();
  expect(await letGo(shop, '12')).toMatchObject({ error: { code: 'phone-needed' } });
});

test('a released sale cannot be opened again to take its lines off', async () => {
  const shop = await inDoubt();
  await letGo(shop);
  const [parked] = shop.view().parked;
  shop.clock.advance(15_000);
  await shop.call('cancelAttempt', { attemptId: (await items(shop))[0]!.attemptId!, approval: approvalOf(shop) });
  await shop.call('recall', { saleId: parked!.id });
  expect(await shop.call('back')).toMatchObject({ error: { code: 'lines-frozen' } });
});

test('a released sale nobody pays any more waits for a person, with the customer’s phone', async () => {
  const shop = await inDoubt();
  await letGo(shop);
  shop.clock.advance(15_000);
  await shop.call('cancelAttempt', { attemptId: (await items(shop))[0]!.attemptId!, approval: approvalOf(shop) });
  expect(await items(shop)).toMatchObject([
    { kind: 'released', needsPerson: true, amount: 3_950_000, released: { by: 'Dilnoza', phone: '+998901234567' } },
    { kind: 'cancelling' },
  ]);
});

async function items(shop: Shop) {
  const answer = await shop.call('openItems');
  return answer.ok ? answer.value.items : [];
}
