import Database from 'better-sqlite3';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPayment, peek } from './rig.ts';
import type { Shop } from './rig.ts';

/** The disk refuses to note that an attempt became `state`, until it is freed: a trigger stands in for a full disk. */
function fillDisk(shop: Shop, state: string): { free(): void } {
  const db = new Database(join(shop.folder, 'kassa.db'));
  db.exec(`CREATE TRIGGER full_disk BEFORE UPDATE OF state ON attempt WHEN new.state = '${state}'
    BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`);
  return {
    free: () => {
      db.exec('DROP TRIGGER full_disk');
      db.close();
    },
  };
}

test('an answer that cannot be written down is kept and written when there is room again', async () => {
  const shop = await openPayment();
  const disk = fillDisk(shop, 'paid');
  await shop.call('scan', { text: shop.box.issueCode() });
  await shop.until(() => shop.log.some((line) => line.includes('answer of attempt')));
  expect(shop.view()).toMatchObject({ payment: { attempt: { state: 'sending' } }, shift: { sales: 0 } });
  disk.free();
  await shop.pass(1000, ({ done }) => done !== null);
  expect(shop.box.ledger.charges).toHaveLength(1);
});

test('a code that could not be noted as being sent has not left, and is sent when there is room again', async () => {
  const shop = await openPayment({ codeLifetimeSeconds: 60 });
  const disk = fillDisk(shop, 'sending');
  await shop.call('scan', { text: shop.box.issueCode() });
  await shop.until(() => shop.log.some((line) => line.includes('send-code')));
  expect(peek(shop, 'SELECT state FROM attempt')).toEqual([{ state: 'queued' }]);
  expect(shop.box.ledger.charges).toEqual([]);
  disk.free();
  await shop.pass(500, ({ done }) => done !== null);
  expect(shop.box.ledger.charges).toHaveLength(1);
});

test('a code whose death cannot be noted is never sent, and is dead when there is room again', async () => {
  const shop = await openPayment({ codeLifetimeSeconds: 15 });
  await shop.box.setCable('out');
  const disk = fillDisk(shop, 'expired');
  await shop.call('scan', { text: shop.box.issueCode() });
  await shop.pass(1000, () => shop.log.some((line) => line.includes('expire-code')));
  await shop.box.setCable('in');
  disk.free();
  await shop.pass(1000, ({ payment }) => payment?.attempt?.state === 'expired');
  expect(shop.box.ledger.charges).toEqual([]);
});
