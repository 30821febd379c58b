import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFboxFiscal } from '../../../../main/fiscal/fbox/service.ts';
import { fiscalService } from '../../../../main/fiscal/registry.ts';
import type { FiscalService } from '../../../../main/fiscal/service.ts';
import { scriptedServer } from '../../wire/scripted-server.ts';
import type { ScriptedServer } from '../../wire/scripted-server.ts';
import { cashSale, createdData, receipt, walletRefund } from './sample.ts';

let server: ScriptedServer;
let box: FiscalService;
beforeEach(async () => {
  server = await scriptedServer();
  box = fiscalService({ kind: 'fbox', baseUrl: server.baseUrl }, { timeZone: 'Asia/Tashkent' });
});
afterEach(() => server.close());

function success(data: unknown) {
  return { json: { data, error: null, is_success: true } };
}

function failure(code: number, message: string, data: unknown = null) {
  return { json: { data: null, error: { code, message, data }, is_success: false } };
}

describe('registering a sale', () => {
  test('sends the order and returns the receipt with its URL exactly as it came', async () => {
    server.plays(success(createdData));
    expect(await box.register(cashSale)).toEqual({ kind: 'registered', receipt });
    expect(server.heard).toEqual([
      {
        method: 'POST',
        path: '/order/create/',
        body: expect.objectContaining({ uuid: cashSale.documentId, time: '2026-04-15 10:40:06' }),
      },
    ]);
  });

  test('takes a date that came as a number', async () => {
    server.plays(success({ ...createdData, date_time: 20260415104006 }));
    expect(await box.register(cashSale)).toEqual({ kind: 'registered', receipt });
  });

  test('of a sale that does not balance is refused before the network', async () => {
    const outcome = await box.register({ ...cashSale, lines: cashSale.lines.slice(1) });
    expect({ outcome, heard: server.heard }).toEqual({
      outcome: { kind: 'refused', code: 'not-balanced', message: '' },
      heard: [],
    });
  });

  test.each([
    [36909, 'ERROR_ZREPORT_IS_NOT_OPEN', 'shift-not-open'],
    [36909, '', 'shift-not-open'],
    [104, '902D Z-report is not open', 'shift-not-open'],
    [36888, 'ERROR_RECEIPT_TIME_PAST', 'time-past'],
    [104, '9018 ...', 'time-past'],
    [0x9030, 'TIME_PAST', 'time-past'],
    [36889, 'ERROR_RECEIPT_STORE_DAYS_LIMIT_EXCEEDED', '36889'],
    [65531, 'cannot encode receipt', '65531'],
    [65279, 'Fiscal drive locked', '65279'],
    [401, 'Dobavьte IKPU(MXIK)...', '401'],
    [402, 'Неправильный код упаковки', '402'],
    [104, 'INVALID_ARGUMENT', '104'],
    [104, 'Invalid time, time should be before or equal to current time: 2026-04-15 10:40:06', 'clock-off'],
    [104, 'INVALID TIME', 'clock-off'],
    [444, 'You have invalid subscription...', '444'],
    [7, '{"products.0.name":["This field may not be blank."]}', '7'],
  ])('is refused on %i "%s" as %s', async (number, message, code) => {
    server.plays(failure(number, message));
    expect(await box.register(cashSale)).toEqual({ kind: 'refused', code, message });
  });

  test('reads the name of a fault in the data of the error too', async () => {
    server.plays(failure(65000, 'error', 'ERROR_ZREPORT_IS_NOT_OPEN\n'));
    expect(await box.register(cashSale)).toEqual({ kind: 'refused', code: 'shift-not-open', message: 'error' });
  });

  test.each([101, 103, 303, 105, 0, 36864, 99999])(
    'is in doubt on %i, which may come after the module signed',
    async (number) => {
      server.plays(failure(number, 'Printer not working'));
      expect(await box.register(cashSale)).toEqual({ kind: 'in-doubt', reason: `fbox-${number}` });
    },
  );

  test.each([
    ['reset-after-reading', 'reset'],
    [{ text: '' }, 'empty'],
    [{ text: '<html>' }, 'not-json'],
    [{ json: [] }, 'wrong-shape'],
    [{ ...success(createdData), status: 502 }, 'http-status'],
    [success(null), 'wrong-shape'],
    [success({ ...createdData, fiscal_sign: 25561534771 }), 'wrong-shape'],
    [success({ ...createdData, fiscal_sign: '25561534771' }), 'values-mismatch'],
    [success({ ...createdData, terminal_id: 'ZZ000000000000' }), 'values-mismatch'],
    [success({ ...createdData, qr_url: `https://example.com/](${receipt.url})` }), 'url-broken'],
    [success({ ...createdData, qr_url: '' }), 'url-broken'],
  ] as const)('is in doubt after %j, and has asked once', async (script, reason) => {
    server.plays(script);
    expect(await box.register(cashSale)).toEqual({ kind: 'in-doubt', reason });
    expect(server.heard.length).toBe(1);
  });

  test('is in doubt when no answer comes in time', async () => {
    server.plays('silence');
    const hasty = createFboxFiscal({ baseUrl: server.baseUrl, timeZone: 'Asia/Tashkent', timeoutMs: 400 });
    expect(await hasty.register(cashSale)).toEqual({ kind: 'in-doubt', reason: 'timeout' });
  });

  test('has sent nothing when the box refuses the connection or training forbids it', async () => {
    const elsewhere = { timeZone: 'Asia/Tashkent', onlyOrigin: 'http://127.0.0.1:1' };
    const training = fiscalService({ kind: 'fbox', baseUrl: server.baseUrl }, elsewhere);
    const forbidden = await training.register(cashSale);
    await server.close();
    const refused = await box.register(cashSale);
    server = await scriptedServer();
    expect([forbidden, refused]).toEqual([
      { kind: 'nothing-sent', reason: 'wrong-origin' },
      { kind: 'nothing-sent', reason: 'refused' },
    ]);
  });
});

describe('registering a refund', () => {
  test('sends the sale and the URL of its receipt, and returns a receipt of its own', async () => {
    server.plays(success(createdData));
    expect(await box.refund(walletRefund)).toEqual({ kind: 'registered', receipt });
    expect(server.heard).toEqual([
      {
        method: 'POST',
        path: '/order/refuse/',
        body: expect.objectContaining({
          uuid: walletRefund.documentId,
          qr_code: receipt.url,
          received_card: 1_450_000,
        }),
      },
    ]);
  });

  test.each([
    [65274, 'not valid refund info'],
    [65276, 'bad refund info passed'],
    [65277, 'no refund info passed'],
    [36913, 'ERROR_NOT_ENOUGH_CASH_FOR_REFUND'],
    [36914, 'ERROR_NOT_ENOUGH_CARD_FOR_REFUND'],
    [36915, 'ERROR_NOT_ENOUGH_VAT_FOR_REFUND'],
  ])('is refused on %i "%s"', async (number, message) => {
    server.plays(failure(number, message));
    expect(await box.refund(walletRefund)).toEqual({ kind: 'refused', code: String(number), message });
  });

  test('is in doubt when its answer is lost, and was asked for once', async () => {
    server.plays('reset-after-reading');
    expect(await box.refund(walletRefund)).toEqual({ kind: 'in-doubt', reason: 'reset' });
    expect(server.heard.length).toBe(1);
  });

  test('without a whole URL of its original is refused before the network', async () => {
    const outcome = await box.refund({ ...walletRefund, original: { ...receipt, url: '' } });
    expect({ outcome, heard: server.heard }).toEqual({
      outcome: { kind: 'refused', code: 'original-unknown', message: '' },
      heard: [],
    });
  });
});
