import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { modelShop } from '../payme-caller/model-shop.ts';
import { cashboxId, startRig } from './rig.ts';

const blobOf = (said: string) => Buffer.from(said).toString('base64');

async function press(url: string, act: string): Promise<string> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return (await fetch(url, { method: 'POST', headers, body: `act=${act}` })).text();
}

test('the page of a link says whose payment it is and how much, and waits for a press', async () => {
  const shop = await modelShop();
  const { payme } = await startRig({ merchant: shop.merchant });
  const said = `m=${cashboxId};ac.order_id=<b>;a=1234567890;l=en`;
  const answer = await fetch(`${payme.checkoutUrl}/${blobOf(said)}`);
  const text = await answer.text();
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  for (const part of [
    'Baraka Market',
    'data-amount="1234567890"',
    '12\u00A0345\u00A0678,90 UZS',
    '&lt;b&gt;',
    'width=device-width',
  ])
    expect(text).toContain(part);
  expect(text).not.toMatch(/<script|src=|href=/);
  expect([shop.heard, payme.ledger.receipts]).toEqual([[], []]);
});

test('a phone pays a link on its page and sees what the shop answered', async () => {
  const shop = await modelShop();
  shop.waits.set('a1', 100);
  const { payme } = await startRig({ merchant: shop.merchant, now: shop.now });
  const text = await press(`${payme.checkoutUrl}/${blobOf(`m=${cashboxId};ac.order_id=a1;a=100`)}`, 'pay');
  expect(text).toContain('data-outcome="paid"');
  expect(text.match(/<li><b>\w+/g)).toEqual(
    ['CheckPerformTransaction', 'CreateTransaction', 'PerformTransaction'].map((method) => `<li><b>${method}`),
  );
  expect(payme.ledger.charges).toHaveLength(1);
});

test('a phone pays the receipt it was sent', async () => {
  const { create, payme, state } = await startRig();
  const id = await create();
  expect(await press(`${payme.checkoutUrl}/${id}`, 'pay')).toContain('data-outcome="paid"');
  expect(await press(`${payme.checkoutUrl}/${id}`, 'pay')).toContain('not-waiting');
  expect([await state(id), payme.ledger.charges.length]).toEqual([4, 1]);
});

test('a receipt made to hold is held by the page too', async () => {
  const { create, payme, state } = await startRig();
  const id = await create({ hold: true });
  expect(await press(`${payme.checkoutUrl}/${id}`, 'pay')).toContain('data-outcome="held"');
  expect([await state(id), payme.ledger.charges]).toEqual([5, []]);
});

test('an empty card pays nothing, and the receipt still waits', async () => {
  const { create, payme, state } = await startRig();
  const id = await create();
  expect(await press(`${payme.checkoutUrl}/${id}`, 'empty')).toContain('insufficient-funds');
  expect([await state(id), payme.ledger.charges]).toEqual([0, []]);
});

test('whoever goes away has paid nothing, and can still come back', async () => {
  const { create, payme, state } = await startRig();
  const id = await create();
  expect(await press(`${payme.checkoutUrl}/${id}`, 'decline')).toContain('data-outcome="declined"');
  expect([payme.decline(id).kind, await state(id), (await payme.pay(id)).kind]).toEqual(['declined', 0, 'paid']);
});

test.each(['/', '/nothing', `/${'f'.repeat(24)}`])('%s leads to no payment', async (path) => {
  const { payme } = await startRig();
  const answer = await fetch(payme.checkoutUrl + path);
  expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('Такого платежа нет')]);
});
