import { expect, test } from 'vitest';
import { failed, startRig } from './rig.ts';

const twoDays = 2 * 24 * 3_600_000;

test('the box tells its counters', async () => {
  const { fbox, get, openShift, sell } = await startRig();
  fbox.setTaxOffice('unreachable');
  await openShift();
  await sell({ received_cash: 20_000, received_card: 30_000 });
  expect(await get('/info/')).toEqual({
    data: {
      terminal_id: 'ZZ000000000000',
      applet_version: '0323',
      current_receipt_seq: '1',
      current_time: '2026-11-21 14:00:04',
      last_operation_time: '2026-11-21 14:00:02',
      receipt_count: 1,
      receipt_max_count: 858,
      zreport_count: 0,
      zreport_max_count: 832,
      available_persistent_memory: 32_767,
      available_reset_memory: 8918,
      available_deselect_memory: 8918,
      cashbox_number: '1',
      version_code: '1.12.1',
      is_updated: false,
      cash_accomulator: { Sale: 20_000, Refund: 0 },
      card_accomulator: { Sale: 30_000, Refund: 0 },
      vat_accomulator: { Sale: 5357, Refund: 0 },
      first_unacknowledged_receipt_time: '2026-11-21 14:00:02',
    },
    error: null,
    is_success: true,
  });
});

test('receipts wait while the tax office cannot be reached and leave when it can', async () => {
  const { fbox, get, openShift, sell } = await startRig();
  await openShift();
  const unsent = async () => (await get('/info/')).data.receipt_count;
  await sell();
  const online = await unsent();
  fbox.setTaxOffice('unreachable');
  await sell();
  await sell();
  await get('/order/sendreceipt/');
  const offline = await unsent();
  fbox.setTaxOffice('reachable');
  expect([online, offline, await unsent()]).toEqual([0, 2, 0]);
});

test('after two days unsent the box neither sells nor closes', async () => {
  const { fbox, get, openShift, pass, sell, time } = await startRig();
  fbox.setTaxOffice('unreachable');
  await openShift();
  await sell();
  pass(twoDays - 2000);
  const sold = await sell();
  const closed = await get(`/zreport/close/?time=${encodeURIComponent(time())}`);
  const refusal = failed(36889, 'ERROR_RECEIPT_STORE_DAYS_LIMIT_EXCEEDED');
  expect([sold, closed]).toEqual([refusal, { result: refusal }]);
  fbox.setTaxOffice('reachable');
  expect(await sell()).toMatchObject({ is_success: true });
});

test('a box full of unsent receipts takes no more', async () => {
  const { fbox, openShift, sell } = await startRig();
  fbox.setTaxOffice('unreachable');
  await openShift();
  for (let sold = 0; sold < 858; sold += 1) await sell();
  expect(await sell()).toEqual(failed(36886, 'ERROR_RECEIPT_MEMORY_FULL'));
  expect(fbox.ledger.receipts).toHaveLength(858);
});
