import { describe, expect, onTestFinished, test } from 'vitest';
import { orderParameters } from '../../../../main/tender/flitt/create.ts';
import { createFlitt } from '../../../../main/tender/flitt/flitt.ts';
import { signatureOf } from '../../../../main/tender/flitt/signature.ts';
import { scriptedServer } from '../../wire/scripted-server.ts';
import type { Script } from '../../wire/scripted-server.ts';
import { enquiry, request, settingsOf, startRig } from './rig.ts';

async function answering(script: Script) {
  const server = await scriptedServer();
  onTestFinished(() => server.close());
  server.plays(script);
  return { server, settings: settingsOf(server.baseUrl), provider: createFlitt(settingsOf(server.baseUrl)) };
}

const failure = (code: string): Script => ({
  json: { response: { response_status: 'failure', error_code: code, error_message: 'words' } },
});

describe('Pay by Payme through Flitt', () => {
  test('is shown as a QR with Payme named beside it, and needs nothing from the cashier', () => {
    expect(createFlitt(settingsOf('https://pay.flitt.com'))).toMatchObject({
      tender: 'flitt',
      name: 'flitt',
      line: 'flitt',
      currency: 'UZS',
      poweredByPayme: true,
      needsPhone: false,
      lifetimeMs: 600_000,
      fiscalProviderCode: null,
      deliver: null,
      confirm: null,
    });
  });

  test('takes sums only, and at least a tiyin', () => {
    const { refuses } = createFlitt(settingsOf('https://pay.flitt.com'));
    const charged = [
      [1, 'UZS'],
      [0, 'UZS'],
      [100, 'JPY'],
    ] as const;
    expect(charged.map(([amount, currency]) => refuses({ amount, currency }))).toEqual([
      undefined,
      'amount-too-small',
      'currency-differs',
    ]);
  });

  test('knocks without asking anything', async () => {
    const { provider, flitt, asked } = await startRig();
    expect(await provider.knock?.()).toBe(true);
    await flitt.setCable('out');
    expect([await provider.knock?.(), asked()]).toEqual([false, []]);
  });

  test('never leaves training', async () => {
    const { flitt, settings } = await startRig();
    const provider = createFlitt({ ...settings, onlyOrigin: 'http://127.0.0.1:1' });
    expect(await provider.create(request())).toEqual({ kind: 'again', reason: 'wrong-origin' });
    expect([await provider.book?.ask(enquiry()), flitt.ledger.requests]).toEqual([
      { kind: 'unreachable', reason: 'wrong-origin' },
      [],
    ]);
  });
});

describe('making the checkout', () => {
  test('sends what the documents ask for, signed, under the id of the attempt', async () => {
    const { server, settings, provider } = await answering(failure('1002'));
    await provider.create(request());
    const sent = {
      order_id: 'a1',
      merchant_id: 1549901,
      order_desc: 'Baraka Market № 7',
      amount: 1_450_000,
      currency: 'UZS',
      lifetime: 600,
      payment_systems: 'paybypayme',
      payment_method: 'paybypayme',
      version: '1.0.1',
    };
    const signature = signatureOf(Object.entries(sent), settings.secret);
    expect(server.heard).toEqual([
      { method: 'POST', path: '/api/checkout/url', body: { request: { ...sent, signature } } },
    ]);
  });

  test('names where the shop may be called, when it may', () => {
    const listening = { callbackUrl: 'https://shop.uz/flitt' };
    expect(orderParameters(settingsOf('https://pay.flitt.com', listening), request())).toMatchObject({
      server_callback_url: 'https://shop.uz/flitt',
    });
  });

  test('never says more than 1024 characters of the sale, and keeps its number', () => {
    const { order_desc: said } = orderParameters(
      settingsOf('https://pay.flitt.com'),
      request({ shopName: '🍞'.repeat(2000) }),
    );
    expect([[...String(said)].length, String(said).endsWith(' № 7')]).toEqual([1024, true]);
  });

  test.each([
    ['1 tiyin', 1],
    ['1 sum', 100],
    ['99 sums', 9900],
    ['100 sums', 10_000],
    ['12,345,678.90 sums', 1_234_567_890],
  ])('asks for %s in tiyin', async (_words, amount) => {
    const { flitt, show } = await startRig();
    const qr = await show({ charged: { amount, currency: 'UZS' } });
    flitt.pay(qr);
    expect(flitt.ledger.taken).toMatchObject([{ orderId: 'a1', amount }]);
  });

  test("shows the address of Flitt's page", async () => {
    const { provider, flitt } = await startRig();
    const [outcome] = [await provider.create(request())];
    const [order] = flitt.ledger.orders;
    const qr = `${flitt.url}/merchants/1549901/default/index.html?token=${order?.token}`;
    expect(outcome).toEqual({ kind: 'ready', shown: { providerPaymentId: 'a1', qr } });
  });

  test.each([
    ['1000', 'not-successful'],
    ['1006', 'shop-refused'],
    ['1007', 'request-refused'],
    ['1008', 'request-refused'],
    ['1009', 'request-refused'],
    ['1010', 'request-refused'],
    ['1011', 'request-refused'],
    ['1012', 'shop-refused'],
    ['1014', 'shop-refused'],
    ['1016', 'shop-refused'],
    ['1017', 'shop-refused'],
    ['1234', 'flitt-1234'],
  ])('is over when Flitt answers %s', async (code, reason) => {
    const { provider } = await answering(failure(code));
    expect(await provider.create(request())).toEqual({ kind: 'declined', reason, message: 'words' });
  });

  test.each<[string, Script, string]>([
    ['an error inside Flitt', failure('1002'), 'flitt-1002'],
    ['a page of a web server', { text: '<html>502</html>', status: 502 }, 'http-status'],
    ['nothing', { text: '' }, 'empty'],
    ['words nobody knows', { json: { hello: 'there' } }, 'wrong-shape'],
    ['a broken connection', 'reset-after-reading', 'reset'],
  ])('may be tried again after %s', async (_what, script, reason) => {
    const { provider } = await answering(script);
    expect(await provider.create(request())).toEqual({ kind: 'again', reason });
  });

  test.each(['', 'javascript:alert(1)', 'ftp://pay.flitt.com/', 'pay.flitt.com'])(
    'shows no customer the address %j',
    async (page) => {
      const { provider } = await answering({ json: { response: { response_status: 'success', checkout_url: page } } });
      const lost = { kind: 'link-lost', providerPaymentId: 'a1', reason: 'wrong-shape' };
      expect(await provider.create(request())).toEqual(lost);
    },
  );
});
