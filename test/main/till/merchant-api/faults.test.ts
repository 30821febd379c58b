import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { due, money, openWithLink, settled, standing } from '../listener/shop.ts';
import { merchantApi } from '../other-side.ts';
import { peek } from '../rig.ts';
import type { Shop } from '../rig.ts';

const paymeId = '5305e3bab097f420a62ced0b';
const sold = [{ state: 'completed', paidBy: 'payme-link', amount: due }];

/** Runs SQL on the till's file beside the running till. */
function onDisk(shop: Shop, sql: string): void {
  const db = new Database(join(shop.folder, 'kassa.db'));
  db.exec(sql);
  db.close();
}

const refuses = (what: string): string =>
  `CREATE TRIGGER refuses BEFORE ${what} BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`;

async function begun(change: Parameters<typeof openWithLink>[0] = {}) {
  const { shop, attemptId, payme } = await openWithLink(change);
  await payme.rpc('CreateTransaction', {
    id: paymeId,
    time: shop.clock.now(),
    amount: due,
    account: { order_id: attemptId },
  });
  return { shop, attemptId, payme };
}

test.each([
  ['of the transaction', 'UPDATE ON payme_transaction'],
  ['of the attempt', `UPDATE OF state ON attempt WHEN new.state = 'paid'`],
  ['of the tender', 'INSERT ON tender'],
  ['of what is owed for the sale', `INSERT ON outbox WHEN new.kind = 'fiscal-sale'`],
])(
  'a disk that refuses the write %s leaves no part of the payment behind, and no receipt at the box; said again it is sold',
  async (_name, what) => {
    const { shop, payme } = await begun();
    const before = money(shop);
    const registered = shop.box.ledger.receipts.length;
    onDisk(shop, refuses(what));
    expect((await payme.rpc('PerformTransaction', { id: paymeId })).error?.code).toBe(-32400);
    expect([money(shop), shop.view().sound?.kind === 'paid', shop.box.ledger.receipts.length]).toEqual([
      before,
      false,
      registered,
    ]);
    onDisk(shop, 'DROP TRIGGER refuses');
    expect((await payme.rpc('PerformTransaction', { id: paymeId })).result.state).toBe(2);
    await settled(shop);
    expect([standing(shop).sales, shop.box.ledger.receipts.length]).toEqual([sold, registered + 1]);
  },
);

test('a disk that refuses the note of a call does not turn a payment into a fault', async () => {
  const { shop, payme } = await begun();
  onDisk(shop, refuses('INSERT ON incoming_call'));
  expect((await payme.rpc('PerformTransaction', { id: paymeId })).result.state).toBe(2);
  expect([standing(shop).sales, shop.log.some((line) => line.includes('call-not-noted'))]).toEqual([sold, true]);
});

/** A manager says of a payment in doubt that it was made: the sale is completed on their word. */
async function vouchedFor(change: Parameters<typeof openWithLink>[0] = {}) {
  const { shop, attemptId, payme } = await begun(change);
  await shop.pass(20_000, () => (standing(shop).attempts[0] as { state: string }).state === 'in-doubt');
  const aziz = shop.view().staff.find(({ name }) => name === 'Aziz')!;
  const approval = { staffId: aziz.id, pin: '2222' };
  const evidence = 'seen on the customer’s phone';
  expect(await shop.call('closeAttempt', { attemptId, verdict: 'taken', evidence, approval })).toMatchObject({
    ok: true,
  });
  return { shop, payme };
}

const findings = (shop: Shop) => peek(shop, 'SELECT kind, payment_id AS paymentId, amount FROM match_finding');

test('a payment a manager has vouched for is taken when Payme performs it after all', async () => {
  const { shop, payme } = await vouchedFor();
  const first = await payme.rpc('PerformTransaction', { id: paymeId });
  expect([first.result.state, (await payme.rpc('PerformTransaction', { id: paymeId })).text]).toEqual([2, first.text]);
  expect([standing(shop).sales, findings(shop)]).toEqual([sold, []]);
});

test('a payment a manager has vouched for and Payme never took is found', async () => {
  const { shop, payme } = await vouchedFor();
  expect((await payme.rpc('CancelTransaction', { id: paymeId, reason: 3 })).result.state).toBe(-1);
  expect([standing(shop).sales, findings(shop)]).toEqual([
    sold,
    [{ kind: 'cancelled-there', paymentId: paymeId, amount: due }],
  ]);
});

test('a payment a manager has vouched for is not given back by Payme’s cabinet where the shop refuses that', async () => {
  const { shop, payme } = await vouchedFor({ listener: { merchantApi } });
  await payme.rpc('PerformTransaction', { id: paymeId });
  expect((await payme.rpc('CancelTransaction', { id: paymeId, reason: 5 })).error?.code).toBe(-31007);
  expect([standing(shop).sales, findings(shop)]).toEqual([sold, []]);
});
