import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tiyin } from '../../../../main/domain/money.ts';
import { createPaymeInvoice } from '../../../../main/tender/payme-invoice/payme-invoice.ts';
import type { PaymeInvoiceSettings } from '../../../../main/tender/payme-invoice/payme-invoice.ts';
import { scriptedServer } from '../../wire/scripted-server.ts';
import type { Script, ScriptedServer } from '../../wire/scripted-server.ts';
import { checkoutRequest } from '../checkout-request.ts';
import { account, enquiry, payment, receiptFacts, receiptJson } from '../subscribe/receipts.ts';

const id = receiptFacts.providerPaymentId;
const phone = '998901304527';

let server: ScriptedServer;
beforeEach(async () => void (server = await scriptedServer()));
afterEach(() => server.close());

function invoice(changes: Partial<PaymeInvoiceSettings> = {}) {
  const cashbox = { baseUrl: `${server.baseUrl}/api`, cashboxId: 'c1', key: 'k1' };
  return createPaymeInvoice({ ...cashbox, hold: false, lifetimeSeconds: 300, timeoutSeconds: 5, ...changes });
}

/** The receipt of our invoice, as Payme answers it. */
function ours(changes: Record<string, unknown> = {}) {
  const named = account({ order_id: 'a1', transaction: 1544 });
  return { receipt: receiptJson({ amount: 1_450_000, state: 0, account: named, ...changes }) };
}

const result = (value: unknown): Script => ({ json: { jsonrpc: '2.0', id: null, result: value } });
const error = (code: number): Script => ({ json: { id: null, error: { code, message: 'words' } } });
const asked = () => server.heard.map(({ body }) => body);

describe('a Payme invoice', () => {
  test('needs a phone, takes the line to Payme, and is 141 to the tax office', () => {
    const { tender, name, line, fiscalProviderCode, needsPhone, currency, poweredByPayme, lifetimeMs, refunds } =
      invoice();
    expect({
      tender,
      name,
      line,
      fiscalProviderCode,
      needsPhone,
      currency,
      poweredByPayme,
      lifetimeMs,
      refunds,
    }).toEqual({
      tender: 'payme-invoice',
      name: 'payme-invoice',
      line: 'payme',
      fiscalProviderCode: 141,
      needsPhone: true,
      currency: 'UZS',
      poweredByPayme: true,
      lifetimeMs: 300_000,
      refunds: null,
    });
  });

  test('takes any amount of sums, to the tiyin, and no other money', () => {
    const refuses = (amount: number, currency = 'UZS') => invoice().refuses({ amount, currency });
    expect([refuses(1), refuses(1_234_567_890), refuses(100, 'JPY')]).toEqual([
      undefined,
      undefined,
      'currency-differs',
    ]);
  });

  test('never leaves training', async () => {
    const guarded = invoice({ onlyOrigin: 'http://127.0.0.1:1' });
    const outcomes = [
      await guarded.create(checkoutRequest()),
      await guarded.deliver?.({ providerPaymentId: id, phone }),
      await guarded.book?.ask(enquiry),
      await guarded.book?.cancel(payment()),
      await guarded.book?.take?.(payment()),
      await guarded.knock?.(),
    ];
    expect([outcomes.slice(0, 5), outcomes[5], server.heard]).toMatchObject([
      outcomes.slice(0, 5).map(() => ({ reason: 'wrong-origin' })),
      false,
      [],
    ]);
  });
});

describe('making an invoice', () => {
  test('creates a receipt that names the attempt, and has nothing to scan', async () => {
    server.plays(result(ours()));
    const outcome = await invoice().create(checkoutRequest());
    expect(outcome).toEqual({ kind: 'ready', shown: { providerPaymentId: id, qr: null } });
    const params = { amount: 1_450_000, account: { order_id: 'a1' }, description: 'Baraka Market, № 17' };
    expect(asked()).toEqual([{ id: expect.any(Number), method: 'receipts.create', params }]);
    expect(server.credentials).toEqual(['c1:k1']);
  });

  test('leaves the fiscal receipt to the shop: no lines go to Payme', async () => {
    server.plays(result(ours()));
    const line = {
      name: 'Non',
      price: tiyin(1),
      quantity: 1,
      total: tiyin(1),
      vatPercent: 12,
      ikpu: '1',
      packageCode: '1',
    };
    await invoice().create(checkoutRequest({ lines: [line] as never }));
    expect(JSON.stringify(asked())).not.toMatch(/detail|Non/);
  });

  test('asks for a hold only where the shop wants one', async () => {
    server.plays(result(ours()));
    await invoice({ hold: true }).create(checkoutRequest());
    expect(asked()).toMatchObject([{ params: { hold: true } }]);
  });

  test.each([1, 100, 9900, 10_000, 1_234_567_890])('sends %i tiyin as they are', async (sum) => {
    server.plays(result(ours({ amount: sum })));
    expect((await invoice().create(checkoutRequest({ amount: tiyin(sum) }))).kind).toBe('ready');
    expect(asked()).toMatchObject([{ params: { amount: sum } }]);
  });

  test.each([
    [result(ours({ amount: 1 })), { kind: 'declined', reason: 'amount-mismatch' }],
    [result(ours({ account: account({ order_id: 'a2' }) })), { kind: 'declined', reason: 'account-mismatch' }],
    [result(ours({ state: 4 })), { kind: 'declined', reason: 'not-unpaid' }],
    [error(-31611), { kind: 'declined', reason: 'amount-too-small', message: 'words' }],
    [error(-32504), { kind: 'declined', reason: 'shop-refused', message: 'words' }],
    [error(-31001), { kind: 'again', reason: 'payme--31001' }],
    ['reset-after-reading', { kind: 'again', reason: 'reset' }],
  ] as const)('after %j ends as %j', async (script, outcome) => {
    server.plays(script);
    expect(await invoice().create(checkoutRequest())).toMatchObject(outcome);
  });
});

describe('sending an invoice to a phone', () => {
  const deliver = () => invoice().deliver?.({ providerPaymentId: id, phone });

  test('names the receipt and the number', async () => {
    server.plays(result({ success: true }));
    expect(await deliver()).toEqual({ kind: 'done' });
    expect(asked()).toMatchObject([{ method: 'receipts.send', params: { id, phone } }]);
  });

  test.each([
    [result({ success: false }), { kind: 'try-again', reason: 'not-delivered' }],
    [error(-32400), { kind: 'try-again', reason: 'payme--32400' }],
    ['reset-after-reading', { kind: 'try-again', reason: 'reset' }],
    [
      { text: '', status: 502 },
      { kind: 'try-again', reason: 'http-status' },
    ],
    [error(-32602), { kind: 'refused', reason: 'payme--32602', message: 'words' }],
    [error(-31602), { kind: 'refused', reason: 'payme--31602', message: 'words' }],
  ] as const)('after %j ends as %j', async (script, outcome) => {
    server.plays(script);
    expect(await deliver()).toEqual(outcome);
  });
});

describe('asking about an invoice', () => {
  const ask = () => invoice().book?.ask({ ...enquiry, amount: tiyin(1_450_000) });
  const facts = { ...receiptFacts, kkmId: null, deviceId: null };

  test.each([
    [0, { kind: 'unpaid' }],
    [2, { kind: 'moving', reason: 'state-2' }],
    [4, { kind: 'paid', facts }],
    [5, { kind: 'held' }],
    [6, { kind: 'moving', reason: 'state-6' }],
    [20, { kind: 'stuck', reason: 'state-20' }],
    [21, { kind: 'returning' }],
    [50, { kind: 'returned' }],
  ])('in state %i it is %j', async (state, outcome) => {
    server.plays(result(ours({ state })));
    expect(await ask()).toEqual(outcome);
  });

  test('believes no receipt of another attempt', async () => {
    server.plays(result(ours({ state: 4, account: account({ order_id: 'a2' }) })));
    expect(await ask()).toMatchObject({ kind: 'unclear', reason: 'account-mismatch' });
  });

  test('finds nothing, and asks nobody, before it was made', async () => {
    expect([await invoice().book?.ask({ ...enquiry, providerPaymentId: null }), asked()]).toEqual([
      { kind: 'not-found' },
      [],
    ]);
  });
});
