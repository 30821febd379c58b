import { expect, test } from 'vitest';
import { signed } from '../../../../main/training/smartpay/webhooks.ts';
import { smartpayShop } from '../other-side.ts';
import { peek } from '../rig.ts';
import type { Shop } from '../rig.ts';
import { allRefused, json, paidUnheard, without } from './forging.ts';
import type { Call, Forgery } from './forging.ts';
import { money, noted, settled } from './shop.ts';

/** What Smartpay would post about an order; `body` and `headers` change it after it was signed. */
function smartpayCalls(shop: Shop) {
  const [row] = peek<{ orderId: string }>(shop, 'SELECT provider_payment_id AS orderId FROM attempt');
  const about = (id: string) => ({
    id: 'evt_test_1',
    object: 'event',
    createdAt: shop.clock.now(),
    test: true,
    eventData: {
      type: 'order.authorized',
      version: '2022-02-18',
      data: { id, object: 'order', amount: 480, currency: 'JPY', status: 'succeeded' },
    },
  });
  const event = about(row!.orderId);
  const text = JSON.stringify(event);
  const now = String(shop.clock.now());
  const subscription = { subscriptionId: smartpayShop.subscriptionId, secret: smartpayShop.secret };
  const call = (body = text, at = now, by = subscription): Call => ({
    body,
    headers: { ...json, ...signed(body, at, by) },
  });
  return { call, about, event, text, now, subscription };
}

test('no forged webhook of Smartpay’s changes anything', async () => {
  const { shop, street } = await paidUnheard('smartpay');
  const { call, about, event, text, subscription } = smartpayCalls(shop);
  const withHeader = (name: string, value: string): Call => ({
    body: text,
    headers: { ...call().headers, [name]: value },
  });
  const withBody = (body: string): Call => ({ body, headers: call().headers });
  const ago = (ms: number): string => String(shop.clock.now() - ms);
  await allRefused(shop, street, '/smartpay', [
    [
      'signed with another secret',
      call(text, undefined, { ...subscription, secret: 'anothersecret' }),
      'signature-wrong',
    ],
    [
      'of another subscription',
      call(text, undefined, { ...subscription, subscriptionId: 'another' }),
      'subscription-unknown',
    ],
    ...['smartpay-signature', 'smartpay-signature-timestamp', 'smartpay-subscription-id'].map((name): Forgery => [
      `without ${name}`,
      { body: text, headers: without(name)(call().headers) as Call['headers'] },
      'header-missing',
    ]),
    [
      'with the signature in capitals',
      withHeader('smartpay-signature', call().headers['smartpay-signature']!.toUpperCase()),
      'signature-wrong',
    ],
    ['at a time that was not signed', withHeader('smartpay-signature-timestamp', ago(1)), 'signature-wrong'],
    ['written with other spaces', withBody(JSON.stringify(event, null, 1)), 'signature-wrong'],
    [
      'in another order',
      withBody(JSON.stringify(Object.fromEntries(Object.entries(event).toReversed()))),
      'signature-wrong',
    ],
    ['with another sum', withBody(text.replace('480', '481')), 'signature-wrong'],
    ['about another order', withBody(text.replace(/order_test_\w/, 'order_test_X')), 'signature-wrong'],
    ['about an order of nobody’s, signed', call(JSON.stringify(about('order_test_nobodys'))), 'no-such-attempt'],
    ['about an order of the live mode, signed', call(JSON.stringify(about('order_live_nobodys'))), 'no-such-attempt'],
    ['too old', call(text, ago(300_001)), 'too-old'],
    ['from the future', call(text, ago(-300_001)), 'too-old'],
    ['without a time', call(text, 'now'), 'timestamp-wrong'],
    ['that is no JSON, signed', call('{'), 'not-json'],
    ['as nothing', withBody(''), 'signature-wrong'],
  ]);
});

test('what Smartpay really says is heard and only makes the till ask; said again it has no effect, and later it is too old', async () => {
  const { shop, attemptId, street } = await paidUnheard('smartpay');
  const { call } = smartpayCalls(shop);
  const honest = call();
  expect((await street.send('/smartpay', honest)).status).toBe(200);
  await settled(shop);
  const before = money(shop);
  expect((await street.send('/smartpay', honest)).status).toBe(200);
  shop.clock.advance(300_001);
  expect((await street.send('/smartpay', honest)).status).toBe(403);
  expect([money(shop), noted(shop)]).toEqual([
    before,
    [
      { route: '/smartpay', outcome: 'accepted', reason: 'heard', subject: attemptId },
      { route: '/smartpay', outcome: 'accepted', reason: 'heard', subject: attemptId },
      { route: '/smartpay', outcome: 'refused', reason: 'too-old', subject: null },
    ],
  ]);
});
