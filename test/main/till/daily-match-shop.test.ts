import { expect, test } from 'vitest';
import type { OpenItemsView, Result, ShiftReport } from '../../../preload/api.ts';
import { bread, openCounter, peek } from './rig.ts';
import type { Shop } from './rig.ts';

/** A loaf for 4 000 sums, its payment charged by Payme while the answer never comes back; put aside in doubt. */
async function sellInDoubt(shop: Shop): Promise<void> {
  await shop.payme.setCable('in');
  await shop.call('scan', { text: bread });
  await shop.call('startPayment');
  const script = shop.payme.script([{ on: 'receipts.pay', fault: { kind: 'hang', held: 'answer' } }]);
  await shop.call('scan', { text: shop.payme.issueCode() });
  await script.reached;
  await shop.payme.setCable('out');
  await shop.until(({ payment }) => payment?.attempt?.state === 'in-doubt');
  await shop.call('park');
}

async function openItems(shop: Shop): Promise<OpenItemsView> {
  const result = await shop.call('openItems');
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** A loaf paid with Payme, its receipt registered, printed and handed to the wallet. */
async function sellBread(shop: Shop): Promise<void> {
  await shop.call('scan', { text: bread });
  await shop.call('startPayment');
  await shop.call('scan', { text: shop.payme.issueCode() });
  await shop.pass(500, ({ done }) => done?.confirm === 'done' && allDone(shop));
  await shop.call('newSale');
}

async function settle(shop: Shop, findingId: string): Promise<Result<null>> {
  const manager = shop.view().staff.find(({ name }) => name === 'Aziz');
  const approval = { staffId: manager!.id, pin: '2222' };
  return shop.call('settleFinding', { findingId, evidence: 'cabinet, 22 November', approval });
}

const findingsOn = (report: Result<ShiftReport>): unknown => (report.ok ? report.value.findings : report.error);

const states = (shop: Shop): string[] =>
  peek<{ state: string }>(shop, 'SELECT state FROM attempt').map(({ state }) => state);
const allDone = (shop: Shop): boolean => peek(shop, `SELECT 1 FROM outbox WHERE state = 'waiting'`).length === 0;

test('a shift closed with three payments in doubt agrees with Payme to the tiyin once the line is back', async () => {
  const shop = await openCounter({ payme: 'subscribe' });
  for (let n = 0; n < 3; n++) await sellInDoubt(shop);
  expect(await shop.call('closeShift', { counted: 20_000_000 })).toMatchObject({ ok: true });
  const waiting = { date: '2026-11-21', madeAt: null, theirs: null, findings: 0 };
  expect([states(shop), (await openItems(shop)).matches]).toMatchObject([
    ['in-doubt', 'in-doubt', 'in-doubt'],
    [waiting],
  ]);
  await shop.call('openShift', { float: 20_000_000 });
  await shop.payme.setCable('in');
  await shop.pass(500, () => allDone(shop));
  await shop.call('runMatch', { date: '2026-11-21' });
  await shop.pass(500, () => allDone(shop));
  const sum = { count: 3, amount: shop.payme.ledger.charges.reduce((total, { amount }) => total + amount, 0) };
  const { matches, items } = await openItems(shop);
  expect(matches).toMatchObject([{ date: '2026-11-21', ours: sum, theirs: sum, fiscal: sum, findings: 0 }]);
  expect([items, sum.amount]).toEqual([[], 1_200_000]);
});

test('a payment Payme cancelled behind the shop’s back is found at the closing, and a manager settles it', async () => {
  const shop = await openCounter({ payme: 'subscribe' });
  await sellBread(shop);
  shop.payme.setState(shop.payme.ledger.receipts[0]!.id, 50);
  await shop.call('closeShift', { counted: 20_000_000 });
  await shop.pass(500, () => allDone(shop));
  const [item] = (await openItems(shop)).items;
  expect(item).toMatchObject({
    kind: 'finding',
    amount: 400_000,
    cashier: 'Dilnoza',
    finding: { kind: 'cancelled-there' },
  });
  expect([await settle(shop, item!.id), (await openItems(shop)).items]).toEqual([{ ok: true, value: null }, []]);
});

test('what the match found stands on the X and on the Z until a manager settles it, and no closing waits for it', async () => {
  const shop = await openCounter({ payme: 'subscribe' });
  await sellBread(shop);
  shop.payme.setState(shop.payme.ledger.receipts[0]!.id, 50);
  expect(findingsOn(await shop.call('xReport'))).toBe(0);
  expect(findingsOn(await shop.call('closeShift', { counted: 20_000_000 }))).toBe(0);
  await shop.pass(500, () => allDone(shop));
  await shop.call('openShift', { float: 20_000_000 });
  const x = findingsOn(await shop.call('xReport'));
  const z = findingsOn(await shop.call('closeShift', { counted: 20_000_000 }));
  for (const { id } of (await openItems(shop)).items) await settle(shop, id);
  const closed = shop.view().closedShift?.findings;
  await shop.call('openShift', { float: 20_000_000 });
  expect([x, z, closed, findingsOn(await shop.call('xReport'))]).toEqual([1, 1, 1, 0]);
});
