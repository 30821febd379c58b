import { describe, expect, test } from 'vitest';
import { bread, openCounter, openPayment, openShop, peek, tea } from './rig.ts';
import { owe, obligationsFor } from '../../../main/store/outbox.ts';
import { startOutbox } from '../../../main/till/outbox.ts';
import type { Till } from '../../../main/till/context.ts';
import { openFile } from '../store/shop-file.ts';
import { handClock } from './clock.ts';

describe('a code held before the yes', () => {
  test('belongs to the customer who showed it: parking her sale forgets it', async () => {
    const shop = await openCounter();
    await shop.call('scan', { text: bread });
    await shop.call('scan', { text: shop.box.issueCode() });
    await shop.call('park');
    await shop.call('scan', { text: tea });
    await shop.call('startPayment');
    expect(shop.view().payment?.step).toBe('choose');
    expect(await shop.call('confirmWallet')).toMatchObject({ ok: false });
  });
  test('is forgotten when she pays in cash instead', async () => {
    const shop = await openCounter();
    await shop.call('scan', { text: bread });
    await shop.call('scan', { text: shop.box.issueCode() });
    await shop.call('chooseTender', { kind: 'cash' });
    expect(shop.view().payment?.step).toBe('cash');
  });
  test('is not charged to the next customer after a cash sale', async () => {
    const shop = await openCounter();
    await shop.call('scan', { text: bread });
    await shop.call('scan', { text: shop.box.issueCode() });
    await shop.call('takeCash', { given: 400_000 });
    await shop.call('scan', { text: tea });
    await shop.call('startPayment');
    await shop.call('confirmWallet');
    await shop.pass(200, () => true);
    expect(shop.view().payment?.attempt).toBeNull();
    expect(shop.view().payment?.step).toBe('choose');
  });
  test('is not offered any more once its time is over', async () => {
    const shop = await openCounter();
    await shop.call('scan', { text: bread });
    await shop.call('scan', { text: shop.box.issueCode() });
    shop.clock.advance(20_000);
    expect(shop.view().payment?.step).not.toBe('confirm-wallet');
  });
});

test('the right PIN among many pressed at once does not get past the lock', async () => {
  const shop = await openShop();
  const staffId = shop.view().staff.find(({ name }) => name === 'Dilnoza')!.id;
  const pins = [...Array.from({ length: 20 }, (_, n) => String(5000 + n)), '1111'];
  const answers = await Promise.all(pins.map((pin) => shop.call('signIn', { staffId, pin })));
  expect(answers.at(-1)).toMatchObject({ ok: false });
  expect(shop.view().signedIn).toBeNull();
});

test('a sale that costs nothing can be finished or is refused in words', async () => {
  const shop = await openCounter({ goods: ['4780000000052;Paket;0;dona;12;02203001001000000;1500003;;0;0;;;'] });
  const scanned = await shop.call('scan', { text: '4780000000052' });
  await shop.call('startPayment');
  const paid = await shop.call('takeCash', { given: 0 });
  expect([scanned, paid, shop.log]).toMatchObject([{ ok: true }, { error: { code: 'sale-not-open' } }, []]);
});

test('the Z number is the same when its answer was lost', async () => {
  const shop = await openCounter();
  await shop.call('scan', { text: bread });
  await shop.call('startPayment');
  await shop.call('takeCash', { given: 500_000 });
  await shop.pass(500, ({ done }) => done?.print.state === 'printed');
  shop.clock.advance(1000);
  shop.box.script([{ on: 'GET /zreport/close', fault: { kind: 'drop-answer-after' } }]);
  await shop.call('closeShift', { counted: 20_400_000 });
  await shop.pass(
    500,
    () => peek<{ fiscal_closed: number }>(shop, 'SELECT fiscal_closed FROM shift')[0]?.fiscal_closed === 1,
  );
  expect(peek(shop, 'SELECT fiscal_z FROM shift')).toEqual([{ fiscal_z: shop.box.ledger.zReports[0]!.number }]);
});

test.each(Array.from({ length: 14 }, (_, n) => n))(
  'an obligation that comes as its lane falls asleep is not forgotten (%i)',
  async (ticks) => {
    const db = openFile();
    const clock = handClock(1000);
    const till = {
      db,
      world: { now: clock.now, steady: clock.steady, timers: clock.timers, newId: () => 'h' },
      changed: () => {},
      log: () => {},
    } as unknown as Till;
    let go = (): void => {};
    const gate = new Promise<void>((resolve) => (go = resolve));
    const outbox = startOutbox(till, async ({ subject }) => {
      if (subject === 'r1') await gate;
      return { kind: 'done' };
    });
    await new Promise((r) => setImmediate(r));
    owe(db, 'print', 'print', 'r1', 1000);
    outbox.wake('print');
    await new Promise((r) => setImmediate(r));
    const other = (async () => {
      await gate;
      for (let n = 0; n < ticks; n++) await Promise.resolve();
      owe(db, 'print', 'print', 'r2', 1000);
      outbox.wake('print');
    })();
    go();
    await other;
    await new Promise((r) => setImmediate(r));
    clock.advance(5);
    await new Promise((r) => setImmediate(r));
    expect(obligationsFor(db, 'r2')[0]?.state).toBe('done');
  },
);

test('an obligation whose result the disk refused goes on after five seconds', async () => {
  const db = openFile();
  const clock = handClock(1000);
  const till = {
    db,
    world: { now: clock.now, steady: clock.steady, timers: clock.timers, newId: () => 'h' },
    changed: () => {},
    log: () => {},
  } as unknown as Till;
  const outbox = startOutbox(till, async () => ({ kind: 'done' }));
  await new Promise((r) => setImmediate(r));
  db.exec("CREATE TRIGGER full BEFORE UPDATE OF state ON outbox BEGIN SELECT RAISE(ABORT, 'full'); END");
  owe(db, 'print', 'print', 'r1', 1000);
  outbox.wake('print');
  await new Promise((r) => setImmediate(r));
  db.exec('DROP TRIGGER full');
  clock.advance(5000);
  await new Promise((r) => setImmediate(r));
  expect(obligationsFor(db, 'r1')[0]?.state).toBe('done');
});

test('a shift is not closed while a payment is on its way, and is once its outcome is known', async () => {
  const shop = await openPayment();
  const script = shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'hang', held: 'answer' } }]);
  await shop.call('scan', { text: shop.box.issueCode() });
  await script.reached;
  await shop.call('park');
  expect(await shop.call('closeShift', { counted: 20_000_000 })).toMatchObject({ error: { code: 'attempt-live' } });
  script.release();
  await shop.until(({ shift }) => shift?.sales === 1);
  expect(await shop.call('closeShift', { counted: 20_000_000 })).toMatchObject({
    value: { sales: 1, total: 3_950_000 },
  });
});
