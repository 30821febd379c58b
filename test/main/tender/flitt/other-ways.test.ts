import { describe, expect, test } from 'vitest';
import { createToken, redirectForm } from '../../../../main/tender/flitt/create.ts';
import { signatureOf } from '../../../../main/tender/flitt/signature.ts';
import { request, settingsOf, startRig } from './rig.ts';

describe('the other ways to a checkout', () => {
  test('a token is given for the embedded page', async () => {
    const { settings, flitt } = await startRig();
    const outcome = await createToken(settings, request());
    expect(outcome).toEqual({ kind: 'ready', token: flitt.ledger.orders[0]?.token });
  });

  test('a token that is not given is said with its reason', async () => {
    const { settings, flitt } = await startRig();
    const wrong = await createToken({ ...settings, secret: 'other' }, request());
    flitt.script([{ on: 'checkout/token', fault: { kind: 'drop-request-before' } }]);
    expect([wrong, await createToken(settings, request())]).toEqual([
      { kind: 'failure', code: '1014', message: 'Invalid signature' },
      { kind: 'again', reason: 'closed' },
    ]);
  });

  test('the form of a browser carries every parameter as text, signed like a request', () => {
    const { action, fields } = redirectForm(settingsOf('https://pay.flitt.com/'), request());
    const { signature, ...rest } = fields;
    expect([action, rest, signature]).toEqual([
      'https://pay.flitt.com/api/checkout/redirect',
      {
        order_id: 'a1',
        merchant_id: '1549901',
        order_desc: 'Baraka Market № 7',
        amount: '1450000',
        currency: 'UZS',
        lifetime: '600',
        payment_systems: 'paybypayme',
        payment_method: 'paybypayme',
        version: '1.0.1',
      },
      signatureOf(Object.entries(rest), 'test'),
    ]);
  });

  test("the form leads a browser to Flitt's page", async () => {
    const { settings, flitt } = await startRig();
    const { action, fields } = redirectForm(settings, request());
    const answer = await fetch(action, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
    const [order] = flitt.ledger.orders;
    const page = `${flitt.url}/merchants/1549901/default/index.html?token=${order?.token}`;
    expect([answer.status, answer.headers.get('location')]).toEqual([302, page]);
  });
});
