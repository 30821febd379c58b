import { writeFileSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import { startFbox } from '../../../main/training/fbox/server.ts';
import { openShop, provisionFor } from './rig.ts';
import type { Shop } from './rig.ts';

/**
 * A shop whose fiscal box has a clock of its own, which stays right whatever somebody does to the till's (`clock.turnBack`).
 * Dilnoza is signed in and the shift is open there and here.
 */
export async function openCounterWithOwnClock(): Promise<Shop> {
  const empty = await openShop({ fresh: true });
  let seed = 7;
  const box = await startFbox({
    now: empty.clock.steady,
    random: () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647,
    amountUnit: 'sum',
    kkmId: '00000011',
    deviceId: '00000011',
    terminalId: 'ZZ000000000000',
    inn: '123456789',
    companyName: 'Baraka',
  });
  onTestFinished(() => box.close());
  const addresses = { box: box.url, payme: empty.payme.url, printerPort: empty.printer.port };
  writeFileSync(empty.provisionPath, JSON.stringify(provisionFor(addresses, {})));
  await empty.stop();
  await empty.start('boot-2', empty.provisionPath);
  const shop = { ...empty, box };
  const dilnoza = shop.view().staff.find(({ name }) => name === 'Dilnoza');
  await shop.call('signIn', { staffId: dilnoza!.id, pin: '1111' });
  await shop.call('openShift', { float: 20_000_000 });
  await shop.pass(500, () => box.snapshot().shift !== null && shop.view().strip.printer === 'ready');
  shop.clock.advance(1500);
  return shop;
}
