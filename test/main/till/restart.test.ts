import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { TillView } from '../../../preload/api.ts';
import { tiyin } from '../../../main/domain/money.ts';
import type { CodeTerms } from '../../../main/training/fbox/codes.ts';
import type { Fault } from '../../../main/training/fbox/faults.ts';
import { verifyJournal } from '../../../main/report/journal.ts';
import { openForReading } from '../../../main/store/database.ts';
import { bread, openPayment, openShop, peek } from './rig.ts';
import type { Shop } from './rig.ts';

const charged = ({ box }: Shop): number[] => box.ledger.charges.map(({ amount }) => amount);
const asked = ({ box }: Shop): number => box.ledger.requests.filter(({ path }) => path === '/payment/payme').length;
const history = (shop: Shop): string[] =>
  peek<{ state: string }>(shop, 'SELECT state FROM attempt_event ORDER BY id').map(({ state }) => state);

/** Kills the till while the box holds the question or its answer. */
const killWhileSending = async (held: 'request' | 'answer'): Promise<Shop> => {
  const shop = await openPayment();
  const script = shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'hang', held } }]);
  await shop.call('scan', { text: shop.box.issueCode() });
  await script.reached;
  await shop.restart();
  script.release();
  return shop;
};

describe('a till killed while a code was being sent', () => {
  test.each(['request', 'answer'] as const)(
    'finds the money in doubt and sends nothing again (%s held)',
    async (held) => {
      const shop = await killWhileSending(held);
      expect(shop.view()).toMatchObject({
        payment: { step: 'payme-go', attempt: { state: 'in-doubt', reason: 'till-restarted' } },
        strip: { inDoubt: { count: 1, amount: 3_950_000 }, queued: { count: 0 } },
        shift: { sales: 0 },
      });
      await shop.pass(5000, ({ strip }) => strip.line === 'up');
      shop.clock.advance(3_600_000);
      expect([asked(shop), history(shop)]).toEqual([1, ['queued', 'sending', 'in-doubt']]);
    },
  );

  test('keeps the sale frozen and takes neither cash nor another code', async () => {
    const shop = await killWhileSending('answer');
    expect(await shop.call('takeCash', { given: 3_950_000 })).toMatchObject({ error: { code: 'attempt-live' } });
    expect(await shop.call('scan', { text: shop.box.issueCode() })).toMatchObject({
      error: { code: 'code-not-needed' },
    });
    expect(charged(shop)).toEqual([3_950_000]);
  });
});

describe('a till killed while a code waited for the line', () => {
  const killWhileQueued = async (): Promise<Shop> => {
    const shop = await openPayment({ codeLifetimeSeconds: 60 });
    await shop.box.setCable('out');
    await shop.call('scan', { text: shop.box.issueCode() });
    await shop.until(({ message }) => message?.code === 'payment-queued');
    await shop.restart();
    return shop;
  };

  test('sends it once, by itself, when the line is back', async () => {
    const shop = await killWhileQueued();
    expect(shop.view().payment?.attempt?.state).toBe('queued');
    await shop.box.setCable('in');
    await shop.pass(500, ({ done }) => done !== null);
    expect([charged(shop), asked(shop)]).toEqual([[3_950_000], 1]);
  });

  test('lets it die when its time is over, and never sends it', async () => {
    const shop = await killWhileQueued();
    shop.clock.advance(60_000);
    await shop.box.setCable('in');
    await shop.pass(500, ({ payment }) => payment?.attempt?.state === 'expired');
    shop.clock.advance(60_000);
    expect([charged(shop), asked(shop)]).toEqual([[], 0]);
    expect(await shop.call('takeCash', { given: 3_950_000 })).toEqual({ ok: true, value: null });
  });

  test('lets it die also when it stays dead longer than the code lives', async () => {
    const shop = await killWhileQueued();
    await shop.stop();
    shop.clock.advance(600_000);
    await shop.box.setCable('in');
    await shop.restart();
    await shop.pass(500, ({ payment }) => payment?.attempt?.state === 'expired');
    expect(asked(shop)).toBe(0);
  });
});

describe('a receipt on its way to the box', () => {
  test('that never arrived is registered once it is known that it did not', async () => {
    const shop = await openPayment();
    shop.box.script([{ on: 'POST /order/create', fault: { kind: 'drop-request-before' } }]);
    await shop.call('takeCash', { given: 3_950_000 });
    await shop.pass(2000, ({ done }) => done?.print.state === 'printed');
    expect(shop.box.ledger.receipts).toHaveLength(1);
  });

  test('when the till was killed is registered once, and the next ones are not held up', async () => {
    const shop = await openPayment();
    const script = shop.box.script([{ on: 'POST /order/create', fault: { kind: 'hang', held: 'answer' } }]);
    await shop.call('takeCash', { given: 3_950_000 });
    await script.reached;
    await shop.restart();
    script.release();
    await shop.pass(2000, ({ done }) => done?.print.state === 'printed');
    await shop.call('scan', { text: bread });
    await shop.call('startPayment');
    await shop.call('takeCash', { given: 400_000 });
    await shop.pass(2000, ({ done }) => done?.number === 2 && done.print.state === 'printed');
    expect(shop.box.ledger.receipts.map(({ cash }) => cash)).toEqual([3_950_000, 400_000]);
  });
});

describe("the customer's code", () => {
  /** Every byte the till keeps: database, write-ahead log, shared memory, lock. */
  const filesOf = ({ folder }: Shop): Buffer =>
    Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));

  /** The same with everything the till said to the log, to the shell and to the window. */
  const everyByte = (shop: Shop): Buffer =>
    Buffer.concat([filesOf(shop), Buffer.from(JSON.stringify([shop.log, shop.shell, shop.view()]))]);

  const fates: [string, Partial<CodeTerms>, Fault | undefined, (view: TillView) => boolean][] = [
    ['was charged', {}, undefined, ({ done }) => done?.confirm === 'done'],
    ['was refused', { balance: tiyin(100) }, undefined, ({ payment }) => payment?.attempt?.state === 'declined'],
    ['was charged without an answer', {}, { kind: 'drop-answer-after' }, ({ strip }) => strip.inDoubt.count === 1],
    ['was answered with rubbish', {}, { kind: 'garbage' }, ({ strip }) => strip.inDoubt.count === 1],
  ];
  test.each(fates)('is in no file, log or view of the till when it %s', async (_what, terms, fault, done) => {
    const shop = await openPayment();
    const code = shop.box.issueCode(terms);
    if (fault) shop.box.script([{ on: 'POST /payment/payme', fault }]);
    await shop.call('scan', { text: code });
    await shop.pass(500, done);
    expect(everyByte(shop).includes(code)).toBe(false);
    await shop.stop();
    expect(filesOf(shop).includes(code)).toBe(false);
  });

  test('is unreadable while it waits, and its cipher is gone when it died', async () => {
    const shop = await openPayment();
    await shop.box.setCable('out');
    const code = shop.box.issueCode();
    await shop.call('scan', { text: code });
    await shop.until(({ message }) => message?.code === 'payment-queued');
    const cipher = peek<{ code_cipher: Buffer }>(shop, 'SELECT code_cipher FROM attempt')[0]!.code_cipher;
    expect([everyByte(shop).includes(code), everyByte(shop).includes(cipher)]).toEqual([false, true]);
    await shop.pass(2000, ({ payment }) => payment?.attempt?.state === 'expired');
    await shop.stop();
    expect(filesOf(shop).includes(cipher)).toBe(false);
  });

  test('held before the cashier said yes is nowhere on disk', async () => {
    const shop = await openPayment();
    for (const _ of [1, 2]) await shop.call('back');
    const code = shop.box.issueCode();
    await shop.call('scan', { text: code });
    expect(shop.view().payment?.step).toBe('confirm-wallet');
    expect(everyByte(shop).includes(code)).toBe(false);
  });
});

test('the journal of a day with a crash in it proves itself', async () => {
  const shop = await killWhileSending('answer');
  await shop.call('park');
  await shop.call('scan', { text: bread });
  await shop.call('startPayment');
  await shop.call('takeCash', { given: 400_000 });
  await shop.pass(500, ({ done }) => done?.print.state === 'printed');
  await shop.call('closeShift', { counted: 20_400_000 });
  const db = openForReading(join(shop.folder, 'kassa.db'));
  expect(verifyJournal(db)).toEqual({ ok: true });
  db.close();
});

test('a second till in the same data folder is refused', async () => {
  const shop = await openShop();
  await expect(shop.start('boot-2')).rejects.toThrow('data-folder-in-use');
});
