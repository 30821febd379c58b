import Database from 'better-sqlite3';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bread, openCounter } from './rig.ts';
import type { Shop } from './rig.ts';

async function sell(shop: Shop): Promise<void> {
  await shop.call('scan', { text: bread });
  await shop.call('startPayment');
  await shop.call('takeCash', { given: 400_000 });
}

/** A receipt that the program cannot make into paper, as a fault of ours could leave one. */
async function spoilReceipt(shop: Shop): Promise<void> {
  await shop.stop();
  const db = new Database(join(shop.folder, 'kassa.db'));
  db.exec(`UPDATE receipt SET document = json_set(document, '$.total', 0.5), state = 'waiting', printed_at = NULL;
    UPDATE outbox SET state = 'waiting', ended_at = NULL WHERE kind = 'print'`);
  db.close();
  await shop.start('boot-1');
}

test('a receipt that our own fault keeps from the printer is left to a person, and the next customer gets theirs', async () => {
  const shop = await openCounter();
  await sell(shop);
  await shop.pass(500, ({ done }) => done?.print.state === 'printed');
  await spoilReceipt(shop);
  await shop.call('newSale');
  await sell(shop);
  await shop.pass(2000, ({ done }) => done?.print.state === 'printed');
  const open = await shop.call('openItems');
  expect(open.ok && open.value.items).toMatchObject([
    { kind: 'not-printed', needsPerson: true, last: { reason: 'internal' }, actions: ['print'] },
  ]);
});
