import { expect, test } from 'vitest';
import { bread, openPayment } from '../rig.ts';

test('a refusal for a customer who has left does not sound like that of the customer now served', async () => {
  const shop = await openPayment();
  const held = shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'delay', ms: 20_000, held: 'request' } }]);
  await shop.call('scan', { text: shop.box.issueCode({ balance: 100 as never }) });
  await held.reached;
  const attemptId = shop.view().payment!.attempt!.id;
  shop.clock.advance(15_000);
  await shop.call('cancelAttempt', { attemptId });
  await shop.call('takeCash', { given: 3_950_000 });
  await shop.call('scan', { text: bread });
  await shop.call('startPayment');
  await shop.call('chooseTender', { kind: 'payme-go' });
  held.release();
  await shop.until(({ strip }) => strip.inDoubt.count === 0);
  expect(shop.view().message?.code ?? null).not.toBe('payment-declined');
});

test('a code that dies for a sale put aside says whose it was', async () => {
  const shop = await openPayment({ codeLifetimeSeconds: 10 });
  await shop.box.setCable('out');
  await shop.call('scan', { text: shop.box.issueCode() });
  await shop.until(({ payment }) => payment?.attempt?.state === 'queued');
  await shop.call('park');
  await shop.call('scan', { text: bread });
  await shop.call('startPayment');
  await shop.pass(1000, ({ message }) => message?.code === 'payment-expired');
  expect(shop.view().message?.facts).toHaveProperty('number');
});
