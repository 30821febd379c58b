import { expect, test } from 'vitest';
import { invoiceIn, paidIn } from './one-qr-rig.ts';
import { failed, morning, startRig } from './rig.ts';

test('money goes back in parts, never more than was paid, and is back after a while', async () => {
  const rig = await startRig();
  const payId = await paidIn(rig);
  const part = await rig.post('/payment/one_qr/refund', { pay_id: payId, amount: '60.00' });
  const refundId = part.data.refund_id;
  expect(part).toEqual({ data: { refund_id: refundId, status: 1 }, error: null, is_success: true });
  const tooMuch = await rig.post('/payment/one_qr/refund', { pay_id: payId, amount: '40.02' });
  expect(tooMuch).toEqual(failed(4002, 'Платеж недоступен к отмене.'));
  const path = `/payment/one_qr/refund/status?refund_id=${refundId}`;
  expect((await rig.get(path)).data).toEqual({ refund_id: refundId, status: 1 });
  rig.pass(2000);
  expect((await rig.get(path)).data).toEqual({ refund_id: refundId, status: 2 });
  await rig.post('/payment/one_qr/refund', { pay_id: payId, amount: '40.01' });
  expect(rig.fbox.oneQr.book.refunds.map(({ amount, status }) => [amount, status])).toEqual([
    [6_000, 2],
    [4_001, 1],
  ]);
});

test('a refund that failed gives nothing back, and may be asked for again', async () => {
  const rig = await startRig({ oneQr: { refundsEnd: 'failed' } });
  const payId = await paidIn(rig);
  const { data } = await rig.post('/payment/one_qr/refund', { pay_id: payId, amount: '100.01' });
  rig.pass(2000);
  const told = await rig.get(`/payment/one_qr/refund/status?refund_id=${data.refund_id}`);
  expect(told).toEqual({ data: { refund_id: data.refund_id, status: 3 }, error: null, is_success: true });
  expect((await rig.post('/payment/one_qr/refund', { pay_id: payId, amount: '100.01' })).is_success).toBe(true);
});

test('the fiscal receipt of a payment is kept; one of no payment, or without a URL, is refused', async () => {
  const rig = await startRig();
  const payId = await paidIn(rig);
  const url = 'https://ofd.soliq.uz/check?t=ZZ000000000000&r=1&c=20261121140000&s=000000000001';
  const hand = (body: object) => rig.post('/payment/one_qr/receipt', body);
  expect(await hand({ pay_id: payId, fiscal_receipt_url: url })).toEqual({ data: {}, error: null, is_success: true });
  expect((await hand({ pay_id: 'PAY0', fiscal_receipt_url: url })).error.code).toBe(4001);
  expect(await hand({ pay_id: payId })).toEqual(failed(105, 'fiscal_receipt_url is required'));
  expect(rig.fbox.oneQr.book.receipts).toEqual([{ paymentId: payId, url, at: morning }]);
});

test('the page shows the shop and the sum, and its button pays', async () => {
  const rig = await startRig({ companyName: 'Non & <Sut>' });
  const { qr_text: text } = await invoiceIn(rig);
  const address = rig.fbox.oneQr.page(text)!;
  const page = await (await fetch(address)).text();
  expect(page).toContain('Non &amp; &lt;Sut&gt;');
  expect(page).toContain('100.01 soʻm');
  const action = /action="([^"]+\/pay)"/.exec(page)![1]!;
  const paid = await fetch(new URL(action, address), { method: 'POST', body: new URLSearchParams() });
  expect(await paid.text()).toContain('data-status="2"');
  expect(rig.fbox.oneQr.book.payments).toHaveLength(1);
});

test('the other button declines, and the page has none afterwards', async () => {
  const rig = await startRig();
  const { invoice_id: id } = await invoiceIn(rig);
  const page = await (await fetch(`${rig.fbox.oneQr.page(id)}/decline`, { method: 'POST' })).text();
  expect(page).toContain('data-status="3"');
  expect(page).not.toContain('<button>');
  expect(rig.fbox.oneQr.book.invoices[0]?.ended).toEqual({ why: 'declined', at: morning });
});

test('what a customer does on the page is no request to the box', async () => {
  const rig = await startRig();
  const { invoice_id: id } = await invoiceIn(rig);
  await fetch(rig.fbox.oneQr.page(id)!);
  expect((await fetch(`${rig.fbox.url}/one_qr/INV0`)).status).toBe(404);
  expect(rig.fbox.ledger.requests).toHaveLength(1);
});
