import { expect, test } from 'vitest';
import { openPayment, peek } from '../rig.ts';

const aziz = { pin: '2222' };

test('when the provider says "paid" after a manager has said "not taken", that word is not thrown away', async () => {
  const shop = await openPayment({ timeoutSeconds: 60 });
  const held = shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'delay', ms: 25_000, held: 'answer' } }]);
  await shop.call('scan', { text: shop.box.issueCode() });
  await held.reached;
  const attemptId = shop.view().payment!.attempt!.id;
  shop.clock.advance(15_000);
  expect(await shop.call('cancelAttempt', { attemptId })).toEqual({ ok: true, value: null });
  await shop.call('takeCash', { given: 3_950_000 });
  const staffId = shop.view().staff.find(({ name }) => name === 'Aziz')!.id;
  const closing = { attemptId, verdict: 'not-taken', evidence: 'not in the cabinet yet' } as const;
  expect(await shop.call('closeAttempt', { ...closing, approval: { staffId, ...aziz } })).toEqual({
    ok: true,
    value: null,
  });
  shop.clock.advance(15_000);
  held.release();
  await shop.until(() => shop.log.some((line) => line.includes('late-answer')));
  expect(shop.box.ledger.charges).toHaveLength(1);
  const [row] = peek<{ paymentId: string | null }>(shop, 'SELECT provider_payment_id AS paymentId FROM attempt');
  const items = await shop.call('openItems');
  const open = items.ok ? items.value.items.filter(({ attemptId: of }) => of === attemptId) : [];
  expect({ kept: row!.paymentId !== null, seen: open.length > 0 }).toEqual({ kept: true, seen: true });
});
