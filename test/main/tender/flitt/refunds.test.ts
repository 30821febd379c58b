import { describe, expect, test } from 'vitest';
import type { Fault } from '../../../../main/training/flitt/faults.ts';
import { enquiry, facts, kept, price, refund, startRig } from './rig.ts';

const returned = { kind: 'returned', refundId: null };
const accepted = { kind: 'accepted', refundId: null };
const part = (amount: number) => ({ amount, currency: 'UZS' });

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
    const second = await refunds.give(refund({ key: 'r2', amount: part(1_000_000), before: 450_000 }));
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
    const { payment } = refund();
    const asked = refund({ amount: part(amount), payment: { ...payment, charged: part(2_000_000_000) } });
    expect([await refunds.give(asked), flitt.ledger.reversals.map((one) => one.amount)]).toEqual([returned, [amount]]);
  });

  test.each<[Fault, string]>([
    [{ kind: 'drop-answer-after' }, 'closed'],
    [{ kind: 'garbage' }, 'not-json'],
    [{ kind: 'empty' }, 'empty'],
    [{ kind: 'cut', afterBytes: 30 }, 'body-lost'],
    [{ kind: 'http-status', status: 502 }, 'http-status'],
    [{ kind: 'error-200' }, 'flitt-1002'],
    [{ kind: 'wrong-signature' }, 'signature-wrong'],
    [{ kind: 'no-signature' }, 'signature-wrong'],
    [{ kind: 'wrong-amount' }, 'amount-mismatch'],
    [{ kind: 'wrong-order' }, 'other-attempt'],
    [{ kind: 'wrong-merchant' }, 'other-merchant'],
  ])('is unclear when %j, and one reversal at the next try', async (fault, reason) => {
    const { flitt, refunds, paid } = await startRig();
    await paid();
    flitt.script([{ on: 'reverse/order_id', fault }]);
    const asked = refund({ amount: part(450_000) });
    expect(await refunds.give(asked)).toMatchObject({ kind: 'unclear', reason });
    expect([await refunds.give(asked), flitt.ledger.reversals.length, kept(flitt)]).toEqual([
      returned,
      1,
      price - 450_000,
    ]);
  });

  test('that is still on its way when its answer was lost is sent again under the same key, and is one reversal', async () => {
    const { flitt, refunds, paid, pass, asked } = await startRig({ reversalMs: 5000 });
    await paid();
    flitt.script([{ on: 'reverse/order_id', fault: { kind: 'drop-answer-after' } }]);
    const first = await refunds.give(refund());
    const again = await refunds.give(refund());
    const waiting = await refunds.ask(refund());
    pass(5000);
    expect([first.kind, again, waiting, await refunds.ask(refund())]).toEqual([
      'unclear',
      accepted,
      accepted,
      returned,
    ]);
    expect([asked().filter((one) => one === 'reverse/order_id').length, flitt.ledger.reversals.length]).toEqual([3, 1]);
  });

  test('that never reached Flitt goes at the next try', async () => {
    const { flitt, refunds, paid } = await startRig();
    await paid();
    flitt.script([{ on: 'reverse/order_id', fault: { kind: 'drop-request-before' } }]);
    const first = await refunds.give(refund());
    expect([first.kind, await refunds.give(refund()), kept(flitt)]).toEqual(['unclear', returned, 0]);
  });

  test('sends nothing while the line is down', async () => {
    const { flitt, refunds, paid } = await startRig();
    await paid();
    await flitt.setCable('out');
    expect(await refunds.give(refund())).toEqual({ kind: 'unreachable', reason: 'refused' });
  });

  test('says so when the wallet does not give back', async () => {
    const { flitt, refunds, paid } = await startRig();
    await paid();
    flitt.script([{ on: 'reverse/order_id', fault: { kind: 'reversal-declined' } }]);
    const refused = { kind: 'refused', reason: 'return-refused', message: 'Reversal declined by the wallet' };
    expect([await refunds.give(refund()), kept(flitt)]).toEqual([refused, price]);
  });

  test('that was accepted is asked about by its key, and told as soon as the wallet declines it', async () => {
    const { flitt, refunds, paid, pass } = await startRig({ reversalMs: 5000 });
    await paid();
    flitt.script([{ on: 'reverse/order_id', fault: { kind: 'reversal-declined' } }]);
    const early = [await refunds.give(refund()), await refunds.ask(refund())];
    pass(5000);
    const refused = { kind: 'refused', reason: 'return-refused', message: 'Reversal declined by the wallet' };
    expect([...early, await refunds.ask(refund())]).toEqual([accepted, accepted, refused]);
    expect([flitt.ledger.reversals.length, kept(flitt)]).toEqual([1, price]);
  });

  test.each([1000, 1007, 1014, 1018])(
    'that was accepted is not over because a question is refused with %i',
    async (code) => {
      const { flitt, refunds, paid } = await startRig({ reversalMs: 5000 });
      await paid();
      const first = await refunds.give(refund());
      flitt.script([{ on: 'reverse/order_id', fault: { kind: 'refuse', code, message: 'words' } }]);
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
    flitt.script([{ on: 'reverse/order_id', fault: { kind: 'refuse', code, message: 'words' } }]);
    expect(await refunds.give(refund())).toEqual(outcome);
  });

  test('reverses nothing of what is not paid, or not there', async () => {
    const { flitt, refunds, show } = await startRig();
    const absent = await refunds.give(refund());
    await show();
    expect([absent, await refunds.give(refund()), flitt.ledger.reversals]).toEqual([
      { kind: 'refused', reason: 'not-found', message: '' },
      expect.objectContaining({ kind: 'refused', reason: 'not-successful' }),
      [],
    ]);
  });

  test('reverses nothing when more or less has gone back than it knows of', async () => {
    const { flitt, refunds, paid } = await startRig();
    await paid();
    await refunds.give(refund({ amount: part(450_000) }));
    const outcome = await refunds.give(refund({ key: 'r2', amount: part(1_000_000), before: 0 }));
    expect([outcome, flitt.ledger.reversals.length]).toEqual([
      expect.objectContaining({ kind: 'unclear', reason: 'amount-mismatch' }),
      1,
    ]);
  });

  test('sends no key that Flitt would not keep whole', async () => {
    const { refunds, paid, asked } = await startRig();
    await paid();
    const refused = { kind: 'refused', reason: 'request-refused', message: '' };
    expect([await refunds.give(refund({ key: 'r'.repeat(51) })), asked()]).toEqual([
      refused,
      ['checkout/url', 'status/order_id'],
    ]);
    expect(await refunds.give(refund({ key: 'r'.repeat(50) }))).toEqual(returned);
  });
});
