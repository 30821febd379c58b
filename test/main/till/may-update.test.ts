import { expect, test } from 'vitest';
import { openCounter, openPayment } from './rig.ts';

test('an update is refused while something waits, with how much', async () => {
  const shop = await openPayment();
  await shop.box.setCable('out');
  await shop.call('takeCash', { given: 3_950_000 });
  expect(await shop.call('mayUpdate')).toEqual({
    ok: false,
    error: { code: 'update-queue-not-empty', facts: { openMoney: 0, owed: 1 } },
  });
});

test('an update is refused while money is in doubt', async () => {
  const shop = await openPayment();
  shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'drop-answer-after' } }]);
  await shop.call('scan', { text: shop.box.issueCode() });
  await shop.until(({ payment }) => payment?.attempt?.state === 'in-doubt');
  expect(await shop.call('mayUpdate')).toMatchObject({
    error: { code: 'update-queue-not-empty', facts: { openMoney: 1 } },
  });
});

test('an update is refused while a shift is open', async () => {
  const shop = await openCounter();
  expect(await shop.call('mayUpdate')).toMatchObject({ error: { code: 'update-shift-open' } });
});

test('with the shift closed and nothing waiting the program may be updated', async () => {
  const shop = await openCounter();
  await shop.call('closeShift', { counted: 20_000_000 });
  await shop.pass(500, ({ closedShift }) => closedShift?.fiscal.state === 'closed');
  expect(await shop.call('mayUpdate')).toEqual({ ok: true, value: null });
});
