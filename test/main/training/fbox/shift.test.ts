import { expect, test } from 'vitest';
import { failed, startRig } from './rig.ts';

const zeros = {
  total_refund_vat: 0,
  total_refund_card: 0,
  total_refund_cash: 0,
  total_refund_count: 0,
  total_sale_vat: 0,
  total_sale_card: 0,
  total_sale_cash: 0,
  total_sale_count: 0,
};

const oneSale = { ...zeros, total_sale_vat: 5357, total_sale_cash: 50_000, total_sale_count: 1 };

function at(time: string): string {
  return `?time=${encodeURIComponent(time)}`;
}

test('a shift opens at the time the till names', async () => {
  const { get, time } = await startRig();
  expect(await get(`/zreport/open/${at(time())}`)).toEqual({
    data: { time: '2026-11-21 14:00:00', applet_version: '0323' },
    error: null,
    is_success: true,
  });
});

test('an open shift cannot be opened again', async () => {
  const { get, openShift, time } = await startRig();
  await openShift();
  expect(await get(`/zreport/open/${at(time())}`)).toEqual(failed(36912, 'ERROR_ZREPORT_IS_ALREADY_OPEN'));
});

test('a shift that is not open cannot be closed', async () => {
  const { get, time } = await startRig();
  const refusal = { result: failed(36909, 'ERROR_ZREPORT_IS_NOT_OPEN') };
  expect(await get(`/zreport/close/${at(time())}`)).toEqual(refusal);
});

test('an empty shift cannot be closed', async () => {
  const { fbox, get, openShift, time } = await startRig();
  await openShift();
  const refusal = { result: failed(36907, 'ERROR_CURRENT_ZREPORT_IS_EMPTY') };
  expect(await get(`/zreport/close/${at(time())}`)).toEqual(refusal);
  expect(fbox.ledger.zReports).toEqual([]);
});

test('the Z report closes the shift with its totals', async () => {
  const { fbox, openShift, post, refund, sell, time } = await startRig();
  await openShift();
  const sold = await sell();
  await sell({ received_cash: 0, received_card: 50_000 });
  await refund({ qr_code: sold.data.qr_url });
  expect(await post(`/zreport/close/${at(time())}`, { close_zreport: true, name: 'Z' })).toEqual({
    result: {
      data: {
        applet_version: '0323',
        terminal_id: 'ZZ000000000000',
        number: 1,
        count: 1,
        last_receipt_seq: 3,
        first_receipt_seq: 1,
        open_time: '2026-11-21 14:00:00',
        close_time: '2026-11-21 14:00:08',
        total_refund_vat: 5357,
        total_refund_card: 0,
        total_refund_cash: 50_000,
        total_refund_count: 1,
        total_sale_vat: 10_714,
        total_sale_card: 50_000,
        total_sale_cash: 50_000,
        total_sale_count: 2,
      },
      error: null,
      is_success: true,
    },
  });
  expect(fbox.ledger.zReports.map((one) => [one.number, one.receipts.map((receipt) => receipt.seq)])).toEqual([
    [1, [1, 2, 3]],
  ]);
});

test('the X report shows the totals and closes nothing', async () => {
  const { fbox, openShift, post, sell } = await startRig();
  await openShift();
  await sell();
  const answer = await post('/zreport/close/', { close_zreport: false });
  expect(answer.result.data).toMatchObject({ number: 1, close_time: '', ...oneSale });
  expect(fbox.snapshot().shift).toMatchObject({ number: 1, receipts: 1 });
});

test('there is no X report without a shift', async () => {
  const { post } = await startRig();
  const answer = await post('/zreport/close/', { close_zreport: false });
  expect(answer).toEqual({ result: failed(36909, 'ERROR_ZREPORT_IS_NOT_OPEN') });
});

test('a report that does not say whether to close is refused', async () => {
  const { post } = await startRig();
  const answer = await post('/zreport/close/', { close_zreport: 'yes' });
  expect(answer).toEqual({ result: failed(7, '{"close_zreport":["Must be a valid boolean."]}') });
});

test('the number of the current report grows by one with the close', async () => {
  const { get, openShift, sell, time } = await startRig();
  await openShift();
  await sell();
  const before = (await get('/zreport/info/')).result.data;
  await get(`/zreport/close/${at(time())}`);
  const after = (await get('/zreport/info/')).result.data;
  expect(before).toMatchObject({ number: 1, open_time: '2026-11-21 14:00:00', close_time: '', ...oneSale });
  expect(after).toMatchObject({ number: 2, open_time: '', close_time: '', ...zeros });
});

test('a closed report is found again, counted from the last', async () => {
  const { get, openShift, pass, sell, time } = await startRig();
  for (const receipts of [1, 2]) {
    await openShift();
    for (let sold = 0; sold < receipts; sold += 1) await sell();
    await get(`/zreport/close/${at(time())}`);
    pass(2000);
  }
  const sales = async (back: number) =>
    (await get(`/zreport/info?number=${back}&print=true`)).result.data.total_sale_count;
  expect([await sales(1), await sales(2)]).toEqual([2, 1]);
  expect(await get('/zreport/info?number=3')).toEqual({ result: failed(36902, 'ERROR_ZREPORT_INDEX_OUT_OF_BOUNDS') });
});

test('opening and closing also need a second since the last operation', async () => {
  const { get, openShift, pass, sell, time } = await startRig();
  await openShift();
  await sell();
  pass(-2000);
  const tooSoon = await get(`/zreport/close/${at(time())}`);
  pass(1000);
  await get(`/zreport/close/${at(time())}`);
  const reopened = await get(`/zreport/open/${at(time())}`);
  expect([tooSoon, reopened]).toEqual([
    { result: failed(36897, 'ERROR_CLOSE_ZREPORT_TIME_PAST') },
    failed(36916, 'ERROR_OPEN_ZREPORT_TIME_PAST'),
  ]);
});

test('a till whose clock is wrong opens no shift', async () => {
  const { fbox, get } = await startRig();
  const answer = await get(`/zreport/open/${at('2026-11-21 14:05:01')}`);
  expect(answer).toEqual(
    failed(104, 'Invalid time, time should be before or equal to current time: 2026-11-21 14:00:00'),
  );
  expect(fbox.snapshot().shift).toBeNull();
});

test('a time in another form opens no shift', async () => {
  const { get } = await startRig();
  expect(await get('/zreport/open/?time=now')).toEqual(failed(36910, 'ERROR_ZREPORT_OPEN_TIME_FORMAT_INVALID'));
});

test('without a time the box takes its own', async () => {
  const { get, pass } = await startRig();
  pass(1500);
  expect((await get('/zreport/open/')).data.time).toBe('2026-11-21 14:00:01');
});

test('the next shift counts from zero', async () => {
  const { get, openShift, pass, sell, time } = await startRig();
  await openShift();
  await sell();
  await get(`/zreport/close/${at(time())}`);
  pass(2000);
  await openShift();
  expect((await get('/zreport/info/')).result.data).toMatchObject({ number: 2, first_receipt_seq: 0, ...zeros });
});
