import { afterEach, beforeEach, expect, test } from 'vitest';
import { tiyin } from '../../../../main/domain/money.ts';
import { createPaymeInvoice } from '../../../../main/tender/payme-invoice/payme-invoice.ts';
import { createPaymeLink } from '../../../../main/tender/payme-link/payme-link.ts';
import { cancelById } from '../../../../main/tender/subscribe/book.ts';
import { startPayme } from '../../../../main/training/payme/server.ts';
import type { Payme } from '../../../../main/training/payme/server.ts';
import { modelShop } from '../../training/payme-caller/model-shop.ts';
import { checkoutRequest } from '../checkout-request.ts';
import { enquiry, payment } from '../subscribe/receipts.ts';

const amount = tiyin(1_450_000);
const phone = '998901304527';

let now: number;
let payme: Payme;

beforeEach(async () => {
  now = Date.UTC(2026, 10, 22, 9, 0, 0);
  let seed = 7;
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  payme = await startPayme({ now: () => now, random, cashboxId: 'c1', key: 'k1' });
});
afterEach(() => payme.close());

const cashbox = () => ({ baseUrl: payme.url, cashboxId: 'c1', key: 'k1' });
const invoice = (hold = false) => createPaymeInvoice({ ...cashbox(), hold, lifetimeSeconds: 300, timeoutSeconds: 5 });

/** An invoice that stands, with what can be done to it. */
async function standing(hold = false) {
  const provider = invoice(hold);
  const made = await provider.create(checkoutRequest());
  if (made.kind !== 'ready' || !provider.book?.take || !provider.deliver) throw new Error(JSON.stringify(made));
  const { book, deliver, confirm } = provider;
  const take = provider.book.take;
  const { providerPaymentId } = made.shown;
  const ref = payment({ providerPaymentId, amount, charged: { amount, currency: 'UZS' } });
  return {
    id: providerPaymentId,
    confirm,
    ask: () => book.ask({ ...enquiry, providerPaymentId, amount, charged: ref.charged }),
    cancel: () => book.cancel(ref),
    take: () => take(ref),
    deliver: () => deliver({ providerPaymentId, phone }),
  };
}

const taken = () => payme.ledger.charges.map((charge) => [charge.receiptId, charge.amount]);

test('an invoice is made, sent, paid on the phone, and gets its fiscal receipt', async () => {
  const { id, ask, confirm, deliver } = await standing();
  expect([await deliver(), await ask()]).toEqual([{ kind: 'done' }, { kind: 'unpaid' }]);
  expect((await payme.pay(payme.ledger.messages[0]?.receiptId ?? '')).kind).toBe('paid');
  expect(await ask()).toMatchObject({ kind: 'paid', facts: { providerPaymentId: id } });
  const receiptUrl = 'https://ofd.soliq.uz/check?t=ZZ000000000000&r=7&c=20261122140000&s=012345678901';
  expect(await confirm?.({ providerPaymentId: id, transactionId: null, receiptUrl, fiscalReceiptId: '7' })).toEqual({
    kind: 'done',
  });
  expect([taken(), payme.ledger.fiscalData.length]).toEqual([[[id, amount]], 1]);
});

test('an invoice whose answer was lost is made again; the first is never sent and never paid', async () => {
  payme.script([{ on: 'receipts.create', fault: { kind: 'drop-answer-after' } }]);
  expect(await invoice().create(checkoutRequest())).toMatchObject({ kind: 'again' });
  const { id, ask, deliver } = await standing();
  await deliver();
  await payme.pay(id);
  const [orphan] = payme.ledger.receipts;
  expect([payme.ledger.messages.map(({ receiptId }) => receiptId), orphan?.state]).toEqual([[id], 0]);
  expect([(await ask()).kind, taken()]).toEqual(['paid', [[id, amount]]]);
});

test('a message whose answer was lost goes out again about the same receipt, which is paid once', async () => {
  const { id, deliver } = await standing();
  payme.script([{ on: 'receipts.send', fault: { kind: 'drop-answer-after' } }]);
  expect([(await deliver())?.kind, await deliver()]).toEqual(['try-again', { kind: 'done' }]);
  expect(payme.ledger.messages.map(({ receiptId }) => receiptId)).toEqual([id, id]);
  const presses = [await payme.pay(id), await payme.pay(id)];
  expect([presses.map(({ kind }) => kind), taken()]).toEqual([['paid', 'refused'], [[id, amount]]]);
});

test('held money is taken once it was asked about, and only then is it paid', async () => {
  const { id, ask, take } = await standing(true);
  expect((await payme.pay(id)).kind).toBe('held');
  expect([await ask(), taken()]).toEqual([{ kind: 'held' }, []]);
  expect(await take()).toEqual({ kind: 'done' });
  expect([(await ask()).kind, taken()]).toEqual(['paid', [[id, amount]]]);
});

test('a lost answer to taking it is asked about, and taking it again takes nothing more', async () => {
  const { id, ask, take } = await standing(true);
  await payme.pay(id);
  payme.script([{ on: 'receipts.confirm_hold', fault: { kind: 'drop-answer-after' } }]);
  expect(await take()).toMatchObject({ kind: 'not-yet' });
  expect((await ask()).kind).toBe('paid');
  expect([await take(), taken()]).toMatchObject([{ kind: 'not-yet', reason: 'payme--31008' }, [[id, amount]]]);
});

test('taking that never reached Payme is taken later', async () => {
  const { id, ask, take } = await standing(true);
  await payme.pay(id);
  payme.script([{ on: 'receipts.confirm_hold', fault: { kind: 'drop-request-before' } }]);
  expect([(await take()).kind, await ask()]).toEqual(['not-yet', { kind: 'held' }]);
  expect([await take(), taken()]).toEqual([{ kind: 'done' }, [[id, amount]]]);
});

test('held money that is given up is free again, and none was ever taken', async () => {
  const { id, ask, cancel } = await standing(true);
  await payme.pay(id);
  expect([await cancel(), await ask()]).toEqual([{ kind: 'accepted' }, { kind: 'returning' }]);
  now += 3000;
  expect([await ask(), await cancel(), taken()]).toEqual([{ kind: 'returned' }, { kind: 'returned' }, []]);
});

test('an invoice nobody paid is closed, and can be paid no more', async () => {
  const { id, ask, cancel } = await standing();
  expect([await cancel(), await ask()]).toEqual([{ kind: 'returned' }, { kind: 'returned' }]);
  expect([(await payme.pay(id)).kind, taken()]).toEqual(['refused', []]);
});

test('a lost answer to cancelling a paid one is asked about, and the money goes back once', async () => {
  const { id, ask, cancel } = await standing();
  await payme.pay(id);
  payme.script([{ on: 'receipts.cancel', fault: { kind: 'drop-answer-after' } }]);
  expect([(await cancel()).kind, await ask()]).toEqual(['unreachable', { kind: 'returning' }]);
  now += 3000;
  expect([await cancel(), payme.ledger.returns.map(({ receiptId }) => receiptId)]).toEqual([
    { kind: 'returned' },
    [id],
  ]);
});

test('paid in the second it is cancelled: whichever came first, the money is taken and back, or never taken', async () => {
  for (const first of ['pay', 'cancel'] as const) {
    const { id, cancel } = await standing();
    const both = first === 'pay' ? [() => payme.pay(id), cancel] : [cancel, () => payme.pay(id)];
    await Promise.all(both.map((act) => act()));
    now += 3000;
    const [charges, returns] = [payme.ledger.charges, payme.ledger.returns].map(
      (all) => all.filter(({ receiptId }) => receiptId === id).length,
    );
    expect(charges).toBe(returns);
  }
});

test('what was paid by a link goes back through the key of the same shop, and the shop is told', async () => {
  const shop = await modelShop();
  shop.waits.set('a1', amount);
  payme.setMerchant(shop.merchant);
  const page = { checkoutUrl: payme.checkoutUrl, merchantId: 'c1', accountField: 'order_id', language: 'uz' } as const;
  const link = await createPaymeLink({ ...page, lifetimeSeconds: 300, book: null }).create(checkoutRequest());
  if (link.kind !== 'ready' || link.shown.qr === null) throw new Error(link.kind);
  now = shop.now();
  const { receiptId: transactionId } = await payme.pay(link.shown.qr);
  const giveBack = () => cancelById(cashbox(), transactionId ?? '');
  expect(await giveBack()).toEqual({ kind: 'accepted' });
  await payme.links.quiet();
  expect([await giveBack(), shop.kept.get(transactionId ?? '')?.state]).toEqual([{ kind: 'returned' }, -2]);
  expect(payme.ledger.returns.map((one) => one.receiptId)).toEqual([transactionId]);
});
