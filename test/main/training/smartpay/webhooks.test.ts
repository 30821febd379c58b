import { createServer, type IncomingHttpHeaders } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { asked, morning, secret, startRig } from './rig.ts';
import { SmartpaySdk } from './sdk.ts';

type Got = { headers: IncomingHttpHeaders; body: string };

/** A shop that answers each call with the next of `statuses`, and with the last of them ever after. */
async function startShop(
  statuses: number[],
): Promise<{ url: string; calls: Got[]; heard: (calls: number) => Promise<void> }> {
  const calls: Got[] = [];
  const waiting: { count: number; go: () => void }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      calls.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(statuses[calls.length - 1] ?? statuses.at(-1) ?? 200).end();
      for (const { count, go } of waiting) if (calls.length >= count) go();
    });
  });
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const heard = (count: number) =>
    calls.length >= count ? Promise.resolve() : new Promise<void>((go) => void waiting.push({ count, go }));
  return { url: `http://127.0.0.1:${port}/hook`, calls, heard };
}

test('every event is posted with a signature the SDK finds right', async () => {
  const shop = await startShop([200]);
  const { smartpay, send } = await startRig();
  smartpay.subscribe({ url: shop.url, subscriptionId: 'sub_1', secret });
  const { value } = await send('POST', '/checkout-sessions', asked);
  smartpay.pay(value.url);
  await shop.heard(2);
  const events = shop.calls.map(({ body }) => JSON.parse(body));
  const types = events.map(({ eventData }) => eventData.type).toSorted();
  expect(types).toEqual(['order.authorized', 'payment.created']);
  const about = events.find(({ eventData }) => eventData.type === 'order.authorized');
  expect(about).toMatchObject({
    object: 'event',
    test: true,
    eventData: { data: { id: value.order.id, amount: 2500 } },
  });
  for (const { headers, body } of shop.calls) {
    const data = `${String(headers['smartpay-signature-timestamp'])}.${body}`;
    const signature = String(headers['smartpay-signature']);
    expect(SmartpaySdk.verifyWebhookSignature({ data, secret, signature })).toBe(true);
    expect(headers['smartpay-subscription-id']).toBe('sub_1');
  }
});

test('an event is posted again until it is answered with 200, under its own id, with growing pauses', async () => {
  const shop = await startShop([500, 204, 200]);
  const pauses: number[] = [];
  const { smartpay, send } = await startRig({ wait: async (ms) => void pauses.push(ms) });
  const { value } = await send('POST', '/checkout-sessions', asked);
  smartpay.subscribe({ url: shop.url, subscriptionId: 'sub_1', secret });
  smartpay.decline(value.url);
  await expect.poll(() => smartpay.ledger.deliveries.length).toBe(3);
  const [first] = smartpay.ledger.deliveries;
  const delivery = { eventId: first?.eventId, type: 'order.canceled', at: morning };
  expect(smartpay.ledger.deliveries).toEqual([500, 204, 200].map((status) => ({ ...delivery, status })));
  expect(pauses).toEqual([1000, 2000]);
});

test('nobody is told anything when nobody has subscribed', async () => {
  const { smartpay, send } = await startRig();
  const { value } = await send('POST', '/checkout-sessions', asked);
  smartpay.pay(value.url);
  expect(smartpay.ledger.deliveries).toEqual([]);
});
