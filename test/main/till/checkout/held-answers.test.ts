import { expect, test } from 'vitest';
import { askAgainIn } from '../../../../main/domain/asking.ts';
import { bread, peek } from '../rig.ts';
import type { Shop } from '../rig.ts';
import { attemptOf, attemptRows, customerPays, openStreet, referenceOf, showCheckout } from './street.ts';

/** So many questions at once would be all there are, if one that waits took an asker; the first comes so soon (ms). */
const askers = 8;
const firstQuestion = 2000;

/** How often the till has asked UzQR about its invoices. */
const questions = ({ box }: Shop): number =>
  box.ledger.requests.filter(({ path }) => path.startsWith('/payment/one_qr/status')).length;

/** `count` customers each stand before a QR of UzQR, their sales put aside; their QRs, the first one first. */
async function standing(shop: Shop, count: number): Promise<string[]> {
  const qrs: string[] = [];
  const since = shop.clock.steady();
  for (let n = 0; n < count; n += 1) {
    qrs.push(referenceOf(shop, await showCheckout(shop, 'uzqr')));
    await shop.call('park');
    await shop.call('scan', { text: bread });
    await shop.call('startPayment');
  }
  await shop.pass(250, () => questions(shop) >= Math.min(count, askers));
  await shop.pass(250, () => shop.clock.steady() - since > 2 * firstQuestion + 1000);
  return qrs;
}

/** The row of the question about an attempt. */
const rowOf = (shop: Shop, id: string): { id: number; tries: number } =>
  peek<{ id: number; tries: number }>(
    shop,
    `SELECT id, tries FROM outbox WHERE kind = 'ask' AND subject = '${id}'`,
  )[0]!;

test('ten customers before a QR of UzQR hold up no question about another payment', async () => {
  const shop = await openStreet();
  await standing(shop, 10);
  shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'drop-answer-after' } }]);
  shop.payme.script([{ on: 'receipts.get_all', times: 50, fault: { kind: 'http-status', status: 502 } }]);
  await shop.call('scan', { text: shop.box.issueCode() });
  const { id } = attemptOf(await shop.until((view) => attemptOf(view)?.state === 'in-doubt'))!;
  const asked = rowOf(shop, id);
  expect(asked.tries).toBe(1);
  const since = shop.clock.steady();
  await shop.pass(200, () => rowOf(shop, id).tries === 2);
  expect(shop.clock.steady() - since).toBeLessThan(askAgainIn(0, asked.id) + 1000);
  expect(attemptRows(shop).filter(({ kind, state }) => kind === 'uzqr' && state === 'sending')).toHaveLength(10);
});

test('the tenth customer before a QR of UzQR is seen as soon as they pay', async () => {
  const shop = await openStreet();
  const qrs = await standing(shop, 10);
  const since = shop.clock.steady();
  await customerPays(shop, 'uzqr', qrs[9]!);
  await shop.pass(200, () => attemptRows(shop).some(({ state }) => state === 'paid'));
  expect(shop.clock.steady() - since).toBeLessThan(10_000);
});

test('a QR of UzQR whose time is over leaves the counter free within seconds, although its answer is held back', async () => {
  const shop = await openStreet();
  const { checkout } = await showCheckout(shop, 'uzqr');
  await shop.pass(500, ({ payment }) => payment?.attempt?.state !== 'sending');
  expect(shop.clock.now() - checkout!.expiresAt!).toBeLessThan(5000);
  await shop.pass(500, () => attemptRows(shop)[0]?.state === 'returned');
  expect(attemptRows(shop)).toMatchObject([{ state: 'returned', reason: 'never-begun' }]);
});

test('a QR of UzQR that was paid while the line was down, and died, still pays its sale when the line is back', async () => {
  const shop = await openStreet();
  const attempt = await showCheckout(shop, 'uzqr');
  const qr = referenceOf(shop, attempt);
  await shop.box.setCable('out');
  await customerPays(shop, 'uzqr', qr);
  await shop.pass(1000, ({ payment }) => payment?.attempt?.state !== 'sending');
  await shop.box.setCable('in');
  await shop.pass(1000, ({ done }) => done !== null);
  expect(attemptRows(shop)).toMatchObject([{ state: 'paid' }]);
});
