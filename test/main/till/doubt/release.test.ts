import { expect, test } from 'vitest';
import { auditTrail, beer, openCounter, openPayment } from '../rig.ts';
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
  expect(shop.view().payment?.attempt?.release).toEqual({ refused: code });
  expect(await letGo(shop)).toMatchObject({ error: { code } });
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
