import { describe, expect, test } from 'vitest';
import type { Fault } from '../../../../main/training/flitt/faults.ts';
import type { Flitt } from '../../../../main/training/flitt/server.ts';
import { enquiry, facts, kept, payment, price, refund, startRig } from './rig.ts';

const reverse = 'reverse/order_id';
const status = 'status/order_id';

const returned = { kind: 'returned', refundId: null };
const accepted = { kind: 'accepted', refundId: null };
const declined = {
  kind: 'refused',
  reason: 'return-refused',
  message: 'Reversal declined by the wallet',
  keySpent: true,
};
const part = (amount: number) => ({ amount, currency: 'UZS' });
const done = ({ ledger }: Flitt): number[] => ledger.reversals.map(({ amount }) => amount);

describe('giving money back to where it came from', () => {
  test('may be done in parts, and a repeated try is heard as the same', async () => {
    const { parts, repeat } = (await startRig()).refunds;
    expect({ parts, repeat }).toEqual({ parts: true, repeat: 'same-key' });
  });

  test('gives the whole back', async () => {
    const { flitt, refunds, book, paid } = await startRig();
    await paid();
    expect([await refunds.give(refund()), kept(flitt)]).toEqual([returned, 0]);
    expect([await refunds.ask(refund()), await book.ask(enquiry())]).toEqual([returned, { kind: 'returned' }]);
  });

  test('gives parts back, and the sale stays paid until the last', async () => {
    const { flitt, refunds, book, paid } = await startRig();
    await paid();
    const first = await refunds.give(refund({ amount: part(450_000) }));
    const between = await book.ask(enquiry());
    const second = await refunds.give(refund({ key: 'r2', amount: part(1_000_000) }));
    expect([first, between, second, await book.ask(enquiry())]).toEqual([
      returned,
      { kind: 'paid', facts },
      returned,
      { kind: 'returned' },
    ]);
    expect(flitt.ledger.reversals).toMatchObject([
      { reverseId: 'r1', amount: 450_000 },
      { reverseId: 'r2', amount: 1_000_000 },
    ]);
  });

  test.each([1, 100, 9900, 10_000, 1_234_567_890])('gives %i tiyin back in tiyin', async (amount) => {
    const { flitt, refunds, show } = await startRig();
    flitt.pay(await show({ charged: part(2_000_000_000) }));
    const asked = refund({ amount: part(amount), payment: { ...payment, charged: part(2_000_000_000) } });
    expect([await refunds.give(asked), flitt.ledger.reversals.map((one) => one.amount)]).toEqual([returned, [amount]]);
  });

  const lost: readonly Fault[] = [
    { kind: 'drop-answer-after' },
    { kind: 'garbage' },
    { kind: 'empty' },
    { kind: 'cut', afterBytes: 30 },
    { kind: 'http-status', status: 502 },
    { kind: 'error-200' },
    { kind: 'wrong-signature' },
    { kind: 'no-signature' },
    { kind: 'wrong-amount' },
    { kind: 'wrong-order' },
    { kind: 'wrong-merchant' },
    { kind: 'drop-request-before' },
  ];
  const half = refund({ amount: part(450_000) });

  test.each(lost)('goes back once, and is known at once, when %j was the first answer', async (fault) => {
    const { flitt, refunds, paid, asked } = await startRig();
    await paid();
    flitt.script([{ on: reverse, fault }]);
    expect([await refunds.give(half), done(flitt)]).toEqual([returned, [450_000]]);
    expect(asked().slice(1)).toEqual([reverse, status, reverse]);
  });

  test('is not sent a second time while Flitt cannot even be asked', async () => {
    const { flitt, refunds, paid, asked } = await startRig();
    await paid();
    flitt.script([
      { on: reverse, fault: { kind: 'drop-answer-after' } },
      { on: status, fault: { kind: 'drop-answer-after' } },
    ]);
    expect(await refunds.give(half)).toEqual({ kind: 'unclear', reason: 'closed', message: '' });
    expect(asked().slice(1)).toEqual([reverse, status]);
  });

  test.each(lost)('stays unclear when %j was the second answer too', async (fault) => {
    const { flitt, refunds, paid } = await startRig();
    await paid();
    flitt.script([{ on: reverse, times: 2, fault }]);
    expect(await refunds.give(half)).toMatchObject({ kind: 'unclear' });
    expect(done(flitt).length).toBeLessThan(2);
  });

  test('is not refused by a number that answers the second sending, for the first may have been heard', async () => {
    const { flitt, refunds, paid } = await startRig();
    await paid();
    flitt.script([
      { on: reverse, fault: { kind: 'drop-answer-after' } },
      { on: reverse, fault: { kind: 'refuse', code: 1007, message: 'words' } },
    ]);
    expect(await refunds.give(half)).toEqual({ kind: 'unclear', reason: 'closed', message: '' });
  });

  test('that is still on its way is accepted when it is sent again, and one reversal', async () => {
    const { flitt, refunds, paid, pass } = await startRig({ reversalMs: 5000 });
    await paid();
    flitt.script([{ on: reverse, times: 2, fault: { kind: 'drop-answer-after' } }]);
    const first = await refunds.give(refund());
    const again = await refunds.give(refund({ again: true, baseline: 0 }));
    const waiting = await refunds.ask(refund());
    pass(5000);
    expect([first.kind, again, waiting, await refunds.ask(refund())]).toEqual([
      'unclear',
      accepted,
      accepted,
      returned,
    ]);
    expect(flitt.ledger.reversals.length).toBe(1);
  });

  test('sends nothing while the line is down', async () => {
    const { flitt, refunds, paid } = await startRig();
    await paid();
    await flitt.setCable('out');
    const unreached = { kind: 'unreachable', reason: 'refused' };
    expect([await refunds.before(payment, part(price)), await refunds.give(refund())]).toEqual([unreached, unreached]);
  });

  test('says so when the wallet does not give back, says it for ever of this key, and gives back under another', async () => {
    const { flitt, refunds, paid } = await startRig();
    await paid();
    flitt.script([{ on: reverse, fault: { kind: 'reversal-declined' } }]);
    expect([await refunds.give(refund()), await refunds.give(refund()), kept(flitt)]).toEqual([
      declined,
      declined,
      price,
    ]);
    expect([await refunds.give(refund({ key: 'r1-2' })), kept(flitt)]).toEqual([returned, 0]);
  });

  test('that was accepted is asked about by its key, and told as soon as the wallet declines it', async () => {
    const { flitt, refunds, paid, pass } = await startRig({ reversalMs: 5000 });
    await paid();
    flitt.script([{ on: reverse, fault: { kind: 'reversal-declined' } }]);
    const early = [await refunds.give(refund()), await refunds.ask(refund())];
    pass(5000);
    expect([...early, await refunds.ask(refund())]).toEqual([accepted, accepted, declined]);
    expect([flitt.ledger.reversals.length, kept(flitt)]).toEqual([1, price]);
  });

  test.each([1000, 1007, 1014, 1018])(
    'that was accepted is not over because a question is refused with %i',
    async (code) => {
      const { flitt, refunds, paid } = await startRig({ reversalMs: 5000 });
      await paid();
      const first = await refunds.give(refund());
      flitt.script([{ on: reverse, fault: { kind: 'refuse', code, message: 'words' } }]);
      expect([first, await refunds.ask(refund()), await refunds.ask(refund())]).toEqual([
        accepted,
        expect.objectContaining({ kind: 'unclear', message: 'words' }),
        accepted,
      ]);
    },
  );

  test.each([
    [1007, { kind: 'refused', reason: 'request-refused', message: 'words' }],
    [1014, { kind: 'refused', reason: 'shop-refused', message: 'words' }],
    [1018, { kind: 'refused', reason: 'not-found', message: 'words' }],
    [1002, { kind: 'unclear', reason: 'flitt-1002', message: 'words' }],
    [1013, { kind: 'unclear', reason: 'flitt-1013', message: 'words' }],
    [1019, { kind: 'unclear', reason: 'flitt-1019', message: 'words' }],
    [4321, { kind: 'unclear', reason: 'flitt-4321', message: 'words' }],
  ])('is refused on %i only where that proves it', async (code, outcome) => {
    const { flitt, refunds, paid } = await startRig();
    await paid();
    flitt.script([{ on: reverse, times: 2, fault: { kind: 'refuse', code, message: 'words' } }]);
    expect(await refunds.give(refund())).toEqual(outcome);
  });

  test('sends no key that Flitt would not keep whole', async () => {
    const { refunds, paid, asked } = await startRig();
    await paid();
    const refused = { kind: 'refused', reason: 'request-refused', message: '' };
    expect([await refunds.give(refund({ key: 'r'.repeat(51) })), asked()]).toEqual([refused, ['checkout/url']]);
    expect(await refunds.give(refund({ key: 'r'.repeat(50) }))).toEqual(returned);
  });
});
