import Database from 'better-sqlite3';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPayment, peek } from '../rig.ts';

test('a code whose waiting could not be noted on a full disk is still sent, or dies', async () => {
  const shop = await openPayment({ payme: 'subscribe', codeLifetimeSeconds: 60 });
  await shop.payme.setCable('out');
  const db = new Database(join(shop.folder, 'kassa.db'));
  db.exec(`CREATE TRIGGER full_disk BEFORE UPDATE OF reason ON attempt WHEN new.state = 'queued'
    BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`);
  await shop.call('scan', { text: shop.payme.issueCode() });
  await shop.until(() => shop.log.some((line) => line.includes('send-code')));
  db.exec('DROP TRIGGER full_disk');
  db.close();
  const since = shop.clock.steady();
  await shop.pass(1000, () => shop.clock.steady() - since > 120_000);
  expect(peek(shop, 'SELECT state FROM attempt')).toEqual([{ state: 'expired' }]);
});
