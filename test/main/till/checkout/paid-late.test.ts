import { expect, test } from 'vitest';
import { bread, peek } from '../rig.ts';
import type { Shop } from '../rig.ts';
import { openListening } from '../listener/shop.ts';
import { attemptRows, openStreet, referenceOf, showCheckout } from './street.ts';

const day = 86_400_000;
const evidence = 'nobody was ever shown this order';
const paidThere = [{ kind: 'paid-there', amount: 3_950_000 }];

/** A shop that took cash after it closed the customer's QR of UzQR, at an UzQR where a customer who was paying still pays. */
async function closed(): Promise<{ shop: Shop; qr: string }> {
  const shop = await openStreet();
  shop.box.oneQr.setTerms({ lateWins: true });
  const shown = await showCheckout(shop, 'uzqr');
  const qr = referenceOf(shop, shown);
  await shop.call('cancelAttempt', { attemptId: shown.id });
  await shop.call('takeCash', { given: 3_950_000 });
  await shop.pass(200, () => attemptRows(shop)[0]?.state === 'returned' && !atWork(shop));
  return { shop, qr };
}

const atWork = (shop: Shop): boolean => peek(shop, 'SELECT 1 FROM outbox WHERE locked_until IS NOT NULL').length > 0;
const isAsked = (shop: Shop): boolean =>
  peek(shop, `SELECT 1 FROM outbox WHERE kind = 'ask' AND state = 'waiting'`).length > 0;
const findings = (shop: Shop) => peek(shop, 'SELECT kind, amount FROM match_finding WHERE settled_at IS NULL');
const reason = (shop: Shop): string | null | undefined => attemptRows(shop)[0]?.reason;

test('what was paid after its end stands on the strip and among the open items while it goes back, and then no more', async () => {
  const { shop, qr } = await closed();
  shop.box.oneQr.setTerms({ refundMs: 600_000 });
  shop.box.oneQr.pay(qr);
  await shop.pass(2000, () => reason(shop) === 'paid-after-cancel');
  await shop.until(({ strip }) => strip.inDoubt.count === 1);
  const open = await shop.call('openItems');
  expect(open.ok && open.value.items).toMatchObject([
    { kind: 'cancelling', tender: 'uzqr', amount: 3_950_000, actions: ['check-now'] },
  ]);
  await shop.pass(5000, () => !isAsked(shop));
  await shop.until(({ strip }) => strip.inDoubt.count === 0);
  expect([reason(shop), findings(shop)]).toEqual(['cancelled-there', []]);
});

test('what was heard of a payment by another wallet than Payme Go is not cleared by the match of the day', async () => {
  const { shop, qr } = await closed();
  shop.box.oneQr.setTerms({ refundsEnd: 'failed' });
  shop.box.oneQr.pay(qr);
  await shop.pass(2000, () => findings(shop).length > 0);
  await shop.pass(2000, ({ strip }) => strip.unsentFiscal.count === 0);
  await shop.call('closeShift', { counted: 23_950_000 });
  await shop.pass(1000, () => peek(shop, 'SELECT 1 FROM daily_match WHERE made_at IS NOT NULL').length > 0);
  expect(findings(shop)).toEqual(paidThere);
});

test('a return that has just begun is waited for, although its QR is days old', async () => {
  const { shop, qr } = await closed();
  shop.box.oneQr.setTerms({ refundMs: 120_000 });
  await shop.stop();
  shop.box.oneQr.pay(qr);
  shop.clock.advance(2 * day);
  await shop.start('boot-1');
  await shop.pass(2000, () => !isAsked(shop));
  expect([reason(shop), findings(shop)]).toEqual(['cancelled-there', []]);
});

test('the phone of who paid after its end is not kept', async () => {
  const { shop, qr } = await closed();
  shop.box.oneQr.pay(qr);
  await shop.pass(2000, () => !isAsked(shop));
  expect(peek(shop, 'SELECT client_phone AS phone FROM attempt')).toEqual([{ phone: null }]);
});

test('an order whose link was lost can be closed by a manager once its time is over', async () => {
  const shop = await openListening();
  shop.others!.flitt.script([{ on: 'checkout/url', fault: { kind: 'drop-answer-after' } }]);
  await shop.call('newSale');
  await shop.call('scan', { text: bread });
  await shop.call('startPayment');
  await shop.call('startCheckout', { kind: 'flitt' });
  await shop.pass(500, () => attemptRows(shop)[0]?.state === 'cancelling');
  await shop.others!.flitt.setCable('out');
  const began = shop.clock.steady();
  await shop.pass(600_000, () => shop.clock.steady() - began > day);
  const [row] = peek<{ id: string }>(shop, 'SELECT id FROM attempt');
  const staffId = shop.view().staff.find(({ name }) => name === 'Aziz')!.id;
  const closing = { attemptId: row!.id, verdict: 'not-taken', evidence, approval: { staffId, pin: '2222' } } as const;
  expect(await shop.call('closeAttempt', closing)).toEqual({ ok: true, value: null });
});
