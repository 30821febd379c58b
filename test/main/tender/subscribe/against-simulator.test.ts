import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tiyin } from '../../../../main/domain/money.ts';
import type { CodeProvider, ProviderBook } from '../../../../main/tender/provider.ts';
import { codeProvider } from '../../../../main/tender/registry.ts';
import type { Fault } from '../../../../main/training/payme/faults.ts';
import { startPayme } from '../../../../main/training/payme/server.ts';
import type { Payme } from '../../../../main/training/payme/server.ts';
import { enquiry, onlyTo, payment } from './receipts.ts';

const morning = Date.UTC(2026, 10, 21, 9, 0, 0);
const amount = tiyin(1_450_000);

let now: number;
let payme: Payme;

beforeEach(async () => {
  now = morning;
  let seed = 7;
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  payme = await startPayme({ now: () => now, random, cashboxId: 'c1', key: 'k1' });
});
afterEach(() => payme.close());

function paymeGo(changes: { timeoutSeconds?: number; key?: string } = {}): CodeProvider {
  const origin = new URL(payme.url).origin;
  const register = { kkmId: '00000011', deviceId: '00000012', onlyOrigins: onlyTo(origin, origin) };
  const cashbox = { baseUrl: payme.url, cashboxId: 'c1', key: 'k1' };
  return codeProvider({ kind: 'subscribe', timeoutSeconds: 5, ...cashbox, ...changes }, register);
}

function book(): ProviderBook {
  const its = paymeGo().book;
  if (!its) throw new Error('no book');
  return its;
}

async function ready(attemptId = 'a1'): Promise<string> {
  const outcome = await paymeGo().prepare?.({ attemptId, amount });
  if (outcome?.kind !== 'ready') throw new Error(`not ready: ${JSON.stringify(outcome)}`);
  return outcome.providerPaymentId;
}

const pay = (providerPaymentId: string, code = payme.issueCode(), provider = paymeGo()) =>
  provider.charge({ attemptId: 'a1', amount, code, providerPaymentId });

const charge = { amount, currency: 'UZS' };

const ask = (providerPaymentId: string) =>
  book().ask({ ...enquiry, providerPaymentId, amount, charged: charge, sentAt: morning });

const cancel = (providerPaymentId: string) => book().cancel(payment({ providerPaymentId, amount, charged: charge }));

const charged = () => payme.ledger.charges.map(({ receiptId, amount: taken }) => [receiptId, taken]);

describe("the till against the training room's Payme", () => {
  test('makes a payment ready, takes it once, hands over the receipt, and finds it in the book', async () => {
    const id = await ready();
    expect(await ask(id)).toEqual({ kind: 'unpaid' });
    const paid = await pay(id);
    const ids = { providerPaymentId: id, kkmId: '00000011', deviceId: '00000012', transactionId: '1' };
    expect(paid).toMatchObject({ kind: 'paid', facts: ids });
    const receiptUrl = 'https://ofd.soliq.uz/check?t=ZZ000000000000&r=7&c=20261121140000&s=012345678901';
    const handed = await paymeGo().confirm({
      providerPaymentId: id,
      transactionId: null,
      receiptUrl,
      fiscalReceiptId: '7',
    });
    expect([handed, payme.ledger.fiscalData[0]?.data['qr_code_url']]).toEqual([{ kind: 'done' }, receiptUrl]);
    expect([await ask(id), charged()]).toEqual([paid, [[id, amount]]]);
    const account = { kkmId: '00000011', deviceId: '00000012', document: 'a1' };
    const row = { paymentId: id, amount, currency: 'UZS', state: 'paid', createdAt: morning, account, hasFiscal: null };
    const page = await book().page?.({ from: morning, to: morning, offset: 0 });
    expect(page).toEqual({ kind: 'page', rows: [row], more: false });
  });

  test('learns by asking that a payment whose answer was lost is paid, and gives it back', async () => {
    const id = await ready();
    payme.script([{ on: 'receipts.pay', fault: { kind: 'drop-answer-after' } }]);
    expect(await pay(id)).toMatchObject({ kind: 'unknown', message: '' });
    expect(await ask(id)).toMatchObject({ kind: 'paid', facts: { providerPaymentId: id } });
    expect(await cancel(id)).toEqual({ kind: 'accepted' });
    expect(await ask(id)).toEqual({ kind: 'returning' });
    now += 3_000;
    expect([await ask(id), await cancel(id)]).toEqual([{ kind: 'returned' }, { kind: 'returned' }]);
    expect([charged(), payme.ledger.returns.length]).toEqual([[[id, amount]], 1]);
  });

  test('takes "unpaid" for no last word: the money may still move', async () => {
    const id = await ready();
    payme.script([{ on: 'receipts.pay', fault: { kind: 'charge-late', ms: 60_000 } }]);
    expect(await pay(id)).toMatchObject({ kind: 'unknown' });
    const before = await ask(id);
    now += 60_000;
    expect([before, (await ask(id)).kind]).toEqual([{ kind: 'unpaid' }, 'paid']);
  });

  test.each([2, 3, 20, 30, 21] as const)('is in doubt when the receipt stops in state %i', async (state) => {
    const id = await ready();
    payme.script([{ on: 'receipts.pay', fault: { kind: 'states', path: [{ state, afterMs: 0 }] } }]);
    expect(await pay(id)).toMatchObject({ kind: 'unknown', reason: `state-${state}` });
  });

  test('is declined by a wrong code and by a poor wallet, and no money moves', async () => {
    const wrong = await pay(await ready(), '50500000000000000000');
    const poor = await pay(await ready(), payme.issueCode({ balance: tiyin(1) }));
    expect([wrong, poor]).toMatchObject([
      { kind: 'declined', reason: 'code-refused' },
      { kind: 'declined', reason: 'card-refused' },
    ]);
    expect(charged()).toEqual([]);
  });

  test('never takes a second payment for the same receipt', async () => {
    const id = await ready();
    await pay(id);
    expect(await pay(id)).toMatchObject({ kind: 'unknown', reason: 'payme--31602' });
    expect(charged()).toEqual([[id, amount]]);
  });

  test('is in doubt about a refusal of a payment that has gone through', async () => {
    const id = await ready();
    await pay(id);
    payme.script([{ on: 'receipts.pay', fault: { kind: 'refuse', code: -31630, message: 'нет' } }]);
    expect(await pay(id)).toEqual({ kind: 'unknown', reason: 'refused-at-state-4', message: 'нет' });
  });

  test.each(['wrong-amount', 'wrong-id', 'wrong-account', 'wrong-types'] as const)(
    'believes no payment with a %s, although the money has moved',
    async (kind) => {
      const id = await ready();
      payme.script([{ on: 'receipts.pay', fault: { kind } }]);
      expect((await pay(id)).kind).toBe('unknown');
      expect([charged(), (await ask(id)).kind]).toEqual([[[id, amount]], 'paid']);
    },
  );

  test.each<Fault>([
    { kind: 'garbage' },
    { kind: 'empty' },
    { kind: 'error-200' },
    { kind: 'cut', afterBytes: 40 },
    { kind: 'http-status', status: 502 },
  ])('is in doubt after an answer spoilt by $kind, and has asked once', async (fault) => {
    const id = await ready();
    payme.script([{ on: 'receipts.pay', fault }]);
    expect((await pay(id)).kind).toBe('unknown');
    expect(charged()).toEqual([[id, amount]]);
  });

  test("believes neither another request's answer nor another attempt's receipt", async () => {
    const other = await ready('a2');
    const id = await ready();
    await paymeGo().charge({ attemptId: 'a2', amount, code: payme.issueCode(), providerPaymentId: other });
    payme.script([{ on: 'receipts.pay', fault: { kind: 'previous-answer' } }]);
    expect(await pay(id)).toEqual({ kind: 'unknown', reason: 'wrong-id', message: '' });
    expect(await ask(other)).toMatchObject({ kind: 'unclear', reason: 'account-mismatch' });
  });

  test('reads an answer without the id of its request, as one example of Payme has it', async () => {
    const id = await ready();
    payme.script([{ on: 'receipts.pay', fault: { kind: 'null-id' } }]);
    expect((await pay(id)).kind).toBe('paid');
  });

  test('is refused at once with a wrong key, before any code leaves', async () => {
    const outcome = await paymeGo({ key: 'wrong' }).prepare?.({ attemptId: 'a1', amount });
    expect(outcome).toMatchObject({ kind: 'declined', reason: 'shop-refused' });
  });

  test('knows that nothing was sent while the internet is cut, and knocks until it is mended', async () => {
    const id = await ready();
    await payme.setCable('out');
    expect([await pay(id), await paymeGo().knock?.(), (await ask(id)).kind]).toEqual([
      { kind: 'nothing-sent', reason: 'refused' },
      false,
      'unreachable',
    ]);
    await payme.setCable('in');
    expect([await paymeGo().knock?.(), (await pay(id)).kind]).toEqual([true, 'paid']);
  });

  test('does not find what never was', async () => {
    expect(await ask('f'.repeat(24))).toEqual({ kind: 'not-found' });
  });

  test('reads a book of several pages to its last row', async () => {
    const ids: string[] = [];
    for (let made = 0; made < 53; made += 1) ids.push(payme.wallet.create({ amount, account: {} }).id);
    const first = await book().page?.({ from: morning, to: morning, offset: 0 });
    const second = await book().page?.({ from: morning, to: morning, offset: 50 });
    const rows = [first, second].flatMap((page) => (page?.kind === 'page' ? page.rows : []));
    expect(new Set(rows.map(({ paymentId }) => paymentId))).toEqual(new Set(ids));
    expect([first, second]).toMatchObject([{ more: true }, { more: false }]);
  });
});
