import { expect, test } from 'vitest';
import { failed, morning, product, receipt, startRig } from './rig.ts';

test('a sale gets its number, its sign and its URL', async () => {
  const { fbox, openShift, sell } = await startRig();
  await openShift();
  const answer = await sell({ uuid: 'till-1', received_cash: 20_000, received_card: 30_000 });
  const sign = fbox.ledger.receipts[0]!.fiscalSign;
  const url = `https://ofd.soliq.uz/check?t=ZZ000000000000&r=1&c=20261121140002&s=${sign}`;
  expect(answer).toEqual({
    data: {
      terminal_id: 'ZZ000000000000',
      receipt_count: 1,
      date_time: '20261121140002',
      fiscal_sign: expect.stringMatching(/^\d{12}$/),
      applet_version: '0323',
      qr_url: url,
      cash_box_number: '1',
    },
    error: null,
    is_success: true,
  });
  expect(fbox.ledger.receipts).toEqual([
    {
      seq: 1,
      shift: 1,
      operation: 'sale',
      kind: 'order',
      cash: 20_000,
      card: 30_000,
      vat: 5357,
      at: morning + 2000,
      dateTime: '20261121140002',
      fiscalSign: sign,
      url,
      uuid: 'till-1',
      paymentId: null,
      originalSeq: null,
      order: expect.objectContaining({ cashier: 'Dilnoza' }),
    },
  ]);
});

test('a fiscal sign keeps its leading zeros', async () => {
  const { openShift, sell } = await startRig({ random: () => 0.04 });
  await openShift();
  expect((await sell()).data.fiscal_sign).toBe('000000000000');
});

test('receipts are numbered without a gap, refused ones take no number', async () => {
  const { openShift, sell } = await startRig();
  await openShift();
  const first = await sell();
  await sell({ products: [product({ class_code: null })] });
  const second = await sell();
  expect([first.data.receipt_count, second.data.receipt_count]).toEqual([1, 2]);
});

test('a wallet sale carries the payment it was paid by', async () => {
  const { fbox, openShift, sell } = await startRig();
  await openShift();
  const extra_info = {
    phone_number: '998901234567',
    qr_payment_id: '696e0246c9a128176d5934d8',
    qr_payment_provider: 141,
  };
  await sell({ received_cash: 0, received_card: 50_000, extra_info });
  expect(fbox.ledger.receipts[0]!.paymentId).toBe('696e0246c9a128176d5934d8');
});

test('nothing is sold before the shift is open', async () => {
  const { fbox, sell } = await startRig();
  expect(await sell()).toEqual(failed(36909, 'ERROR_ZREPORT_IS_NOT_OPEN'));
  expect(fbox.ledger.receipts).toEqual([]);
});

test.each([undefined, null, '', '06401004001000000 ', '0640100400100000'])(
  'goods with the IKPU %j are refused',
  async (class_code) => {
    const { openShift, sell } = await startRig();
    await openShift();
    const answer = await sell({ products: [product(), product({ class_code })] });
    expect(answer).toEqual(failed(401, "Dobavьte IKPU(MXIK) kod v tovar/Mahsulotga MXIK kodini qo'shing"));
  },
);

test.each([undefined, null, ''])('goods with the package code %j are refused', async (package_code) => {
  const { openShift, sell } = await startRig();
  await openShift();
  const answer = await sell({ products: [product({ package_code })] });
  expect(answer).toEqual(failed(402, 'Неправильный код упаковки для товара Non'));
});

test.each([
  ['money is over by more than 100 sums', { received_cash: 60_001 }],
  ['money is short by more than 100 sums', { received_cash: 39_999 }],
  [
    'a discount is larger than its line',
    { products: [product({ discount: 50_001 })], received_cash: 0, received_card: 1 },
  ],
  ['an amount is negative', { received_cash: 60_000, received_card: -10_000 }],
])('a receipt is not encoded when %s', async (_why, changes) => {
  const { openShift, sell } = await startRig();
  await openShift();
  expect(await sell(changes)).toEqual(failed(65531, 'cannot encode receipt'));
});

test.each([
  { received_cash: 60_000 },
  { received_cash: 40_000 },
  { products: [product({ discount: 10_000 })], received_cash: 40_000 },
])('a difference of up to 100 sums passes: %j', async (changes) => {
  const { openShift, sell } = await startRig();
  await openShift();
  expect(await sell(changes)).toMatchObject({ is_success: true });
});

test('a receipt over nothing is refused', async () => {
  const { openShift, sell } = await startRig();
  await openShift();
  const answer = await sell({ products: [product({ discount: 50_000 })], received_cash: 0 });
  expect(answer).toEqual(failed(36908, 'ERROR_RECEIPT_TOTAL_PRICE_ZERO'));
});

test('two receipts within one second are one too many', async () => {
  const { openShift, post, sell, time } = await startRig();
  await openShift();
  const same = receipt(time());
  await post('/order/create/', same);
  expect(await post('/order/create/', same)).toEqual(failed(36888, 'ERROR_RECEIPT_TIME_PAST'));
  expect(await sell()).toEqual(failed(36888, 'ERROR_RECEIPT_TIME_PAST'));
  expect(await sell()).toMatchObject({ is_success: true });
});

test.each([301_000, -301_000])('a till whose clock is %i ms off is refused', async (off) => {
  const { openShift, pass, post, time } = await startRig();
  await openShift();
  pass(400_000);
  const now = time();
  pass(off);
  const wrong = time();
  pass(-off);
  expect(await post('/order/create/', receipt(wrong))).toEqual(
    failed(104, `Invalid time, time should be before or equal to current time: ${now}`),
  );
});

test('five minutes off is still right', async () => {
  const { openShift, pass, post, time } = await startRig();
  await openShift();
  const early = time();
  pass(300_000);
  expect(await post('/order/create/', receipt(early))).toMatchObject({ is_success: true });
});

test('a malformed receipt is refused with every wrong field named', async () => {
  const { openShift, sell } = await startRig();
  await openShift();
  const answer = await sell({ products: [product({ price: '50000' })], received_cash: 0.5, time: 1 });
  expect(answer).toEqual(
    failed(
      7,
      JSON.stringify({
        'products.0.price': ['A valid integer is required.'],
        time: ['Not a valid string.'],
        received_cash: ['A valid integer is required.'],
      }),
    ),
  );
});

test.each(['21.11.2026 14:00', '2026-11-31 14:00:00', 'now'])('the time %s is no time', async (time) => {
  const { openShift, sell } = await startRig();
  await openShift();
  expect(await sell({ time })).toEqual(failed(7, '{"time":["Datetime has wrong format."]}'));
});

test.each(['prepaid', 'credit'])('a receipt of kind %s carries neither sign nor URL', async (receipt_type) => {
  const { openShift, sell } = await startRig();
  await openShift();
  expect((await sell({ receipt_type })).data).toMatchObject({ receipt_count: 1, fiscal_sign: null, qr_url: null });
});

test('the same uuid twice makes two receipts: the box only echoes it', async () => {
  const { fbox, openShift, sell } = await startRig();
  await openShift();
  await sell({ uuid: 'till-1' });
  await sell({ uuid: 'till-1' });
  expect(fbox.ledger.receipts.map((one) => one.uuid)).toEqual(['till-1', 'till-1']);
});

test('the last receipt can be asked for by its uuid', async () => {
  const { fbox, get, openShift, sell } = await startRig();
  await openShift();
  await sell({ uuid: 'till-1' });
  const last = fbox.ledger.receipts[0]!;
  expect(await get('/order/last/')).toEqual({
    result: {
      data: {
        order: expect.objectContaining({ uuid: 'till-1', cashier: 'Dilnoza', result_url: last.url }),
        fiscalOrder: null,
        result: {
          TerminalID: 'ZZ000000000000',
          ReceiptSeq: 1,
          DateTime: '20261121140002',
          FiscalSign: last.fiscalSign,
          AppletVersion: '0323',
          QRCodeURL: last.url,
          cash_box_number: '1',
        },
        isRefund: false,
      },
      error: null,
      is_success: true,
    },
  });
});

test('a refused receipt does not become the last one', async () => {
  const { get, openShift, sell } = await startRig();
  await openShift();
  await sell({ uuid: 'till-1' });
  await sell({ uuid: 'till-2', received_cash: 1 });
  expect((await get('/order/last/')).result.data.order.uuid).toBe('till-1');
});

test('an empty box has no last receipt to show or to print', async () => {
  const { get } = await startRig();
  const refusal = failed(36871, 'ERROR_RECEIPT_INDEX_OUT_OF_BOUNDS');
  expect([await get('/order/last/'), await get('/order/print/')]).toEqual([{ result: refusal }, refusal]);
});

test('the last receipt is printed again and the drawer opens on demand', async () => {
  const { fbox, get, openShift, sell } = await startRig();
  await openShift();
  await sell({ open_cashbox: true });
  const done = { data: null, error: null, is_success: true };
  expect([await get('/order/print/'), await get('/print/open_cash_drawer')]).toEqual([done, done]);
  expect({ reprints: fbox.ledger.reprints, drawer: fbox.ledger.drawerOpenings }).toEqual({
    reprints: [1],
    drawer: [morning + 2000, morning + 4000],
  });
});
