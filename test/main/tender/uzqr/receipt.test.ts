import { expect, test } from 'vitest';
import { isReceiptUrl } from '../../../../main/tender/uzqr/receipt-url.ts';
import { calls, shown, useShop, withPayment } from './shop.ts';

const shop = useShop();
const route = 'POST /payment/one_qr/receipt';
const receiptUrl = 'https://ofd.soliq.uz/check?t=LG230110007813&r=92927&c=20261121140000&s=025561534771';

async function confirmation(changes: object = {}) {
  const payment = await shown(shop());
  shop().box.oneQr.pay(payment.qr);
  const { providerPaymentId, transactionId } = withPayment(shop(), payment);
  return { providerPaymentId, transactionId, receiptUrl, fiscalReceiptId: '92927', ...changes };
}

test('the receipt is handed over to the payment, exactly as the fiscal module wrote it', async () => {
  expect(await shop().uzqr.confirm!(await confirmation())).toEqual({ kind: 'done' });
  const [payment] = shop().box.oneQr.book.payments;
  expect(shop().box.oneQr.book.receipts).toMatchObject([{ paymentId: payment?.id, url: receiptUrl }]);
});

test('a payment whose own id the till does not know is asked for it first', async () => {
  expect(await shop().uzqr.confirm!(await confirmation({ transactionId: null }))).toEqual({ kind: 'done' });
  expect(calls(shop())).toEqual(['create', 'status', 'receipt']);
});

test.each([
  'https://example.com/fiscal-receipt/123](https://ofd.soliq.uz/check?t=LG420230601161&r=92927&c=20260617102213&s=117733149112',
  'ofd.soliq.uz/check?t=LG230110007813&r=92927&c=20261121140000&s=025561534771',
  'http://ofd.soliq.uz/check?t=LG230110007813&r=92927&c=20261121140000&s=025561534771',
  'https://ofd.soliq.uz/check?t=LG230110007813&r=92927&c=20261121140000',
  'https://ofd.soliq.uz/check?t=LG230110007813&r=92927&c=20261121140000&s=25561534771',
  'https://ofd.soliq.uz/check?t=LG230110007813&r=92927&c=20261121140000&s=025561534771&s=025561534772',
  ' https://ofd.soliq.uz/check?t=LG230110007813&r=92927&c=20261121140000&s=025561534771',
  '',
])('"%s" is no receipt and never leaves', async (broken) => {
  expect(isReceiptUrl(broken)).toBe(false);
  const outcome = await shop().uzqr.confirm!(await confirmation({ receiptUrl: broken }));
  expect(outcome).toEqual({ kind: 'refused', reason: 'url-broken', message: broken });
  expect(calls(shop())).toEqual(['create']);
});

test.each([
  [
    { kind: 'refuse', code: 4001, message: 'words' },
    { kind: 'not-yet', reason: 'fbox-4001' },
  ],
  [
    { kind: 'refuse', code: 105, message: 'words' },
    { kind: 'not-yet', reason: 'fbox-105' },
  ],
  [
    { kind: 'refuse', code: 2001, message: 'words' },
    { kind: 'refused', reason: 'request-refused', message: 'words' },
  ],
  [{ kind: 'drop-answer-after' }, { kind: 'try-again', reason: 'closed' }],
  [{ kind: 'garbage' }, { kind: 'not-yet', reason: 'not-json' }],
] as const)('after %j the receipt', async (fault, outcome) => {
  const handed = await confirmation();
  shop().box.script([{ on: route, fault }]);
  expect(await shop().uzqr.confirm!(handed)).toEqual(outcome);
});
