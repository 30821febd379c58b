import { describe, expect, test } from 'vitest';
import { createFlitt } from '../../../../main/tender/flitt/flitt.ts';
import type { Fault } from '../../../../main/training/flitt/faults.ts';
import { bookOf, enquiry, facts, kept, payment, price, refund, request, startRig } from './rig.ts';

describe('asking Flitt about an attempt', () => {
  test('tells that nobody has paid, that somebody is paying, and that it is paid', async () => {
    const { flitt, book, show } = await startRig();
    const qr = await show();
    const waiting = await book.ask(enquiry());
    flitt.begin(qr);
    const moving = await book.ask(enquiry());
    flitt.pay(qr);
    expect([waiting, moving, await book.ask(enquiry())]).toEqual([
      { kind: 'unpaid' },
      { kind: 'moving', reason: 'moving' },
      { kind: 'paid', facts },
    ]);
  });

  test('goes on while a refused customer may try again', async () => {
    const { flitt, book, show } = await startRig();
    const qr = await show();
    flitt.decline(qr);
    const refused = await book.ask(enquiry());
    flitt.pay(qr);
    expect([refused, await book.ask(enquiry())]).toEqual([
      { kind: 'moving', reason: 'refused-so-far' },
      { kind: 'paid', facts },
    ]);
  });

  test('tells that a refused customer has no time left', async () => {
    const { flitt, book, show, pass } = await startRig();
    flitt.decline(await show());
    pass(600_000);
    const outcome = { kind: 'declined', reason: 'card-refused', message: 'Payment declined by the wallet' };
    expect(await book.ask(enquiry())).toEqual(outcome);
  });

  test('tells that nobody came', async () => {
    const { flitt, book, show, pass } = await startRig();
    const qr = await show();
    pass(600_000);
    expect(await book.ask(enquiry())).toEqual({ kind: 'declined', reason: 'checkout-expired', message: '' });
    expect(flitt.pay(qr)).toEqual({ ok: false, reason: 'not-waiting' });
  });

  test('does not find what was never made, nor an attempt without a name', async () => {
    const { book, asked } = await startRig();
    expect(await book.ask(enquiry({ providerPaymentId: null }))).toEqual({ kind: 'not-found' });
    expect([await book.ask(enquiry()), asked()]).toEqual([{ kind: 'not-found' }, ['status/order_id']]);
  });

  test.each<[Fault, string]>([
    [{ kind: 'wrong-signature' }, 'signature-wrong'],
    [{ kind: 'no-signature' }, 'signature-missing'],
    [{ kind: 'wrong-amount' }, 'amount-mismatch'],
    [{ kind: 'less-paid' }, 'amount-mismatch'],
    [{ kind: 'wrong-order' }, 'other-attempt'],
    [{ kind: 'wrong-merchant' }, 'other-merchant'],
    [{ kind: 'garbage' }, 'not-json'],
    [{ kind: 'empty' }, 'empty'],
    [{ kind: 'http-status', status: 500 }, 'http-status'],
    [{ kind: 'error-200' }, 'flitt-1002'],
  ])('believes nothing when %j', async (fault, reason) => {
    const { flitt, book, paid } = await startRig();
    await paid();
    flitt.script([{ on: 'status/order_id', fault }]);
    expect(await book.ask(enquiry())).toMatchObject({ kind: 'unclear', reason });
  });

  test.each<[Fault, string]>([
    [{ kind: 'drop-request-before' }, 'closed'],
    [{ kind: 'drop-answer-after' }, 'closed'],
    [{ kind: 'cut', afterBytes: 100 }, 'body-lost'],
  ])('reached nobody when %j', async (fault, reason) => {
    const { flitt, book, paid } = await startRig();
    await paid();
    flitt.script([{ on: 'status/order_id', fault }]);
    expect(await book.ask(enquiry())).toEqual({ kind: 'unreachable', reason });
  });

  test('is no answer to the question about another attempt', async () => {
    const { flitt, book, paid, show } = await startRig();
    await show({ attemptId: 'a2' });
    await paid();
    await book.ask(enquiry());
    flitt.script([{ on: 'status/order_id', fault: { kind: 'previous-answer' } }]);
    const outcome = await book.ask(enquiry({ attemptId: 'a2', providerPaymentId: 'a2' }));
    expect(outcome).toMatchObject({ kind: 'unclear', reason: 'other-attempt' });
  });

  test('is not believed with the key of another shop', async () => {
    const { settings, paid } = await startRig();
    await paid();
    const outcome = await bookOf(createFlitt({ ...settings, secret: 'other' })).ask(enquiry());
    expect(outcome).toEqual({ kind: 'unclear', reason: 'flitt-1014', message: 'Invalid signature' });
  });

  test('stops when nobody waits for the answer any more', async () => {
    const { flitt, book, paid } = await startRig();
    await paid();
    const script = flitt.script([{ on: 'status/order_id', fault: { kind: 'hang', held: 'request' } }]);
    const stop = new AbortController();
    const asking = book.ask(enquiry({ stop: stop.signal }));
    await script.reached;
    stop.abort();
    expect(await asking).toEqual({ kind: 'unreachable', reason: 'timeout' });
    script.release();
  });

  test('reads live answers, which tell nothing of their signature, alike', async () => {
    const { book, paid } = await startRig({ testMode: false });
    await paid();
    expect(await book.ask(enquiry())).toEqual({ kind: 'paid', facts });
  });
});

describe('giving an attempt up', () => {
  test('leaves an unpaid checkout to die, and then says that it is dead', async () => {
    const { book, show, pass, asked } = await startRig();
    await show();
    const early = await book.cancel(payment);
    pass(600_000);
    expect([early, await book.cancel(payment)]).toEqual([{ kind: 'accepted' }, { kind: 'returned' }]);
    expect(asked()).not.toContain('reverse/order_id');
  });

  test('leaves a payment that is being made to its end, and reverses it then', async () => {
    const { flitt, book, show } = await startRig();
    const qr = await show();
    flitt.begin(qr);
    const early = await book.cancel(payment);
    flitt.pay(qr);
    expect([early, await book.cancel(payment), kept(flitt)]).toEqual([{ kind: 'accepted' }, { kind: 'returned' }, 0]);
  });

  test('gives back whole what was paid, once', async () => {
    const { flitt, book, paid } = await startRig();
    await paid();
    expect([await book.cancel(payment), await book.cancel(payment)]).toEqual([
      { kind: 'returned' },
      { kind: 'returned' },
    ]);
    expect(await book.ask(enquiry())).toEqual({ kind: 'returned' });
    expect(flitt.ledger.reversals).toMatchObject([
      { orderId: 'a1', reverseId: 'a1', amount: price, status: 'approved' },
    ]);
  });

  test.each<Fault>([
    { kind: 'drop-answer-after' },
    { kind: 'garbage' },
    { kind: 'wrong-signature' },
    { kind: 'wrong-amount' },
  ])('gives back once although %j was heard of it', async (fault) => {
    const { flitt, book, paid } = await startRig({ reversalMs: 5000 });
    await paid();
    flitt.script([{ on: 'reverse/order_id', fault }]);
    await book.cancel(payment);
    await book.cancel(payment);
    expect(flitt.ledger.reversals).toHaveLength(1);
  });

  test('asks on while the money is on its way back', async () => {
    const { flitt, book, paid, pass } = await startRig({ reversalMs: 5000 });
    await paid();
    const answers = [await book.cancel(payment), await book.ask(enquiry())];
    pass(5000);
    expect([...answers, await book.ask(enquiry())]).toEqual([
      { kind: 'accepted' },
      { kind: 'paid', facts },
      { kind: 'returned' },
    ]);
    expect(kept(flitt)).toBe(0);
  });

  test('says so when the wallet does not give back', async () => {
    const { flitt, book, paid } = await startRig();
    await paid();
    flitt.script([{ on: 'reverse/order_id', fault: { kind: 'reversal-declined' } }]);
    const refused = { kind: 'refused', reason: 'return-refused', message: 'Reversal declined by the wallet' };
    expect([await book.cancel(payment), kept(flitt)]).toMatchObject([refused, price]);
  });

  test('gives back only what had not gone back yet', async () => {
    const { flitt, book, refunds, paid } = await startRig();
    await paid();
    await refunds.give(refund({ amount: { amount: 450_000, currency: 'UZS' } }));
    expect([await book.cancel(payment), kept(flitt)]).toEqual([{ kind: 'returned' }, 0]);
    expect(flitt.ledger.reversals.map(({ amount }) => amount)).toEqual([450_000, 1_000_000]);
  });

  test('touches nothing of another amount, and does not find what never was', async () => {
    const { flitt, book, paid } = await startRig();
    expect(await book.cancel(payment)).toEqual({ kind: 'unclear', reason: 'not-found', message: '' });
    await paid();
    const outcome = await book.cancel({ ...payment, charged: { amount: price - 1, currency: 'UZS' } });
    expect([outcome.kind, flitt.ledger.reversals]).toEqual(['unclear', []]);
  });

  test('never has two live checkouts of one attempt', async () => {
    const { flitt, provider, show } = await startRig();
    await show();
    await provider.create(request({ again: true }));
    await provider.create(request());
    expect(flitt.ledger.orders).toHaveLength(1);
  });
});
