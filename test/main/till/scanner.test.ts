import { expect, onTestFinished, test } from 'vitest';
import { createPty } from '../../native/pty.ts';
import type { Pty } from '../../native/pty.ts';
import { bread, openCounter, openPayment, tea } from './rig.ts';
import type { Shop } from './rig.ts';

/** A till whose scanner hangs on a real serial line, with Dilnoza at the counter. */
async function withScanner(open = openCounter): Promise<{ shop: Shop; scanner: Pty }> {
  const scanner = createPty();
  onTestFinished(() => scanner.remove());
  await scanner.plug();
  const shop = await open({ scanners: [{ kind: 'serial', path: scanner.till, baudRate: 9600 }] });
  await shop.until(({ strip }) => strip.scanner === 'connected');
  return { shop, scanner };
}

test('goods scanned with the serial scanner are on the sale', async () => {
  const { shop, scanner } = await withScanner();
  scanner.write(`${bread}\r\n`);
  const view = await shop.until(({ sale }) => sale !== null);
  expect(view.sale).toMatchObject({ total: 400_000, lines: [{ name: 'Non' }] });
  expect(view.sound?.kind).toBe('accepted');
});

test('twenty scans in one breath are all counted', async () => {
  const { shop, scanner } = await withScanner();
  for (let n = 0; n < 20; n++) scanner.write(`${n % 2 === 0 ? bread : tea}\r\n`);
  const view = await shop.until(({ sale }) => sale?.quantity === 20_000);
  expect(view.sale?.total).toBe(10 * 400_000 + 10 * 3_150_000);
});

test("a customer's code scanned while she pays is charged", async () => {
  const { shop, scanner } = await withScanner(openPayment);
  scanner.write(`${shop.box.issueCode()}\r\n`);
  await shop.until(({ done }) => done !== null);
  expect(shop.box.ledger.charges.map(({ amount }) => amount)).toEqual([3_950_000]);
});

test('a code nobody sells is refused with its sound and changes nothing', async () => {
  const { shop, scanner } = await withScanner();
  scanner.write('4780000000007\r\n');
  const view = await shop.until(({ message }) => message?.code === 'code-unknown');
  expect(view).toMatchObject({ sale: null, sound: { kind: 'refused' } });
});

test('a scanner that was pulled out is said to be absent', async () => {
  const { shop, scanner } = await withScanner();
  await scanner.unplug();
  expect((await shop.until(({ strip }) => strip.scanner === 'absent')).strip.scanner).toBe('absent');
});

test('a till that stops lets the port go, so that the next one can open it', async () => {
  const { shop, scanner } = await withScanner();
  await shop.restart();
  await shop.until(({ strip }) => strip.scanner === 'connected');
  scanner.write(`${tea}\r\n`);
  await shop.until(({ sale }) => sale?.total === 3_150_000);
});
