import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findOutcome, registerOutcome } from '../../../../main/fiscal/fbox/register.ts';
import { createFboxFiscal } from '../../../../main/fiscal/fbox/service.ts';
import { closeOutcome, openOutcome, readInfo, readZState } from '../../../../main/fiscal/fbox/shift.ts';
import { fiscalService } from '../../../../main/fiscal/registry.ts';
import type { FiscalService } from '../../../../main/fiscal/service.ts';
import { readFbox } from '../../../../main/wire/fbox.ts';
import { scriptedServer } from '../../wire/scripted-server.ts';
import type { ScriptedServer } from '../../wire/scripted-server.ts';
import { cashSale, createdData, lastData, receipt } from './sample.ts';

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

function inResult(data: unknown) {
  return { json: { result: success(data).json } };
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

describe('asking for the last receipt', () => {
  test('finds our document by its uuid', async () => {
    server.plays(inResult(lastData));
    expect(await box.find(cashSale.documentId)).toEqual({ kind: 'found', receipt });
    expect(server.heard).toEqual([{ method: 'GET', path: '/order/last/', body: null }]);
  });

  test("says so when the last receipt is another document's", async () => {
    server.plays(inResult(lastData));
    expect(await box.find('another')).toEqual({ kind: 'other' });
  });

  test.each([36870, 36871, 36872])('says so when the module has no receipt at all (%i)', async (number) => {
    server.plays(failure(number, ''));
    expect(await box.find(cashSale.documentId)).toEqual({ kind: 'other' });
  });

  test.each([
    [inResult(null), 'wrong-shape'],
    [failure(102, 'FISCAL_MODULE_NOT_INITIALIZED'), 'fbox-102'],
    [{ text: 'busy' }, 'not-json'],
    ['reset-after-reading', 'reset'],
  ] as const)('can say nothing after %j', async (script, reason) => {
    server.plays(script);
    expect(await box.find(cashSale.documentId)).toEqual({ kind: 'unreachable', reason });
  });

  test.each([{ uuid: '' }, { uuid: null }, {}])('hears of a receipt that nobody named: %j', async (order) => {
    server.plays(inResult({ ...lastData, order }));
    expect(await box.find(cashSale.documentId)).toEqual({ kind: 'unnamed' });
  });

  test.each([
    [{ ...lastData.result, QRCodeURL: 'x' }, 'url-broken'],
    [{ ...lastData.result, FiscalSign: '000000000000' }, 'values-mismatch'],
    [null, 'wrong-shape'],
  ] as const)('knows that ours was registered, although it cannot be taken: %j', async (result, reason) => {
    server.plays(inResult({ ...lastData, result }));
    expect(await box.find(cashSale.documentId)).toEqual({ kind: 'unreadable', reason });
  });
});

const zOpen = {
  applet_version: '0302',
  terminal_id: 'UZ191211501001',
  number: 118,
  count: 118,
  open_time: '2022-01-14 10:43:00',
  close_time: '',
  total_refund_count: 1,
  total_sale_count: 7,
};
const openState = { number: 118, open: true, saleCount: 7, refundCount: 1 };

describe("the module's shift", () => {
  test('is open while it has no time of closing', async () => {
    server.plays(inResult(zOpen));
    expect(await box.shiftState()).toEqual(openState);
  });

  test('is closed when it has one, and its counters may be texts', async () => {
    server.plays(inResult({ ...zOpen, number: '118', total_sale_count: '7', close_time: '2022-01-14 20:00:00' }));
    expect(await box.shiftState()).toEqual({ ...openState, open: false });
  });

  test('is not open when it never was', async () => {
    server.plays(inResult({ ...zOpen, open_time: '' }));
    expect(await box.shiftState()).toEqual({ ...openState, open: false });
  });

  test("is opened at the shop's time, and its state is read back", async () => {
    server.plays(inResult(zOpen));
    expect(await box.openShift(cashSale.at)).toEqual({ kind: 'done', state: openState });
    expect(server.heard.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /zreport/open/?time=2026-04-15%2010%3A40%3A06',
      'GET /zreport/info/',
    ]);
  });

  test('that was opened but cannot be read is in doubt', async () => {
    server.plays(success({ time: '2020-04-24 13:01:02', applet_version: '0300' }));
    expect(await box.openShift(cashSale.at)).toEqual({ kind: 'in-doubt', reason: 'wrong-shape' });
  });

  test('is closed with one call, although a sample of the answer has no time of closing', async () => {
    server.plays(inResult(zOpen));
    expect(await box.closeShift(cashSale.at)).toEqual({ kind: 'done', state: { ...openState, open: false } });
    expect(server.heard.map(({ path }) => path)).toEqual(['/zreport/close/?time=2026-04-15%2010%3A40%3A06']);
  });

  test.each([
    [9327, 'ZREPORT_ALREADY_OPEN'],
    [36912, 'ERROR_ZREPORT_IS_ALREADY_OPEN'],
    [1, '9030 '],
  ])('is already open on %i %s', async (number, message) => {
    server.plays(failure(number, message));
    expect(await box.openShift(cashSale.at)).toEqual({ kind: 'already' });
  });

  test.each([
    [9326, 'ZREPORT_ALREADY_CLOSE'],
    [36909, 'ERROR_ZREPORT_IS_NOT_OPEN'],
  ])('is already closed on %i %s', async (number, message) => {
    server.plays(failure(number, message));
    expect(await box.closeShift(cashSale.at)).toEqual({ kind: 'already' });
  });

  test.each([
    [36907, 'ERROR_CURRENT_ZREPORT_IS_EMPTY', 'shift-empty'],
    [36897, 'ERROR_CLOSE_ZREPORT_TIME_PAST', 'time-past'],
    [36898, 'ERROR_ZREPORT_SPACE_IS_FULL', '36898'],
  ])('is not closed on %i %s', async (number, message, code) => {
    server.plays(failure(number, message));
    expect(await box.closeShift(cashSale.at)).toEqual({ kind: 'refused', code, message });
  });

  test.each([
    ['reset-after-reading', 'reset'],
    [failure(103, 'INTERNAL_ERROR'), 'fbox-103'],
    [{ text: '' }, 'empty'],
  ] as const)('may be open or closed after %j', async (script, reason) => {
    server.plays(script);
    const inDoubt = { kind: 'in-doubt', reason };
    expect([await box.openShift(cashSale.at), await box.closeShift(cashSale.at)]).toEqual([inDoubt, inDoubt]);
  });
});

describe('the box about itself', () => {
  const info = {
    terminal_id: 'UZ170703100189',
    receipt_count: '3',
    receipt_max_count: 858,
    current_time: '2026-04-15 10:40:06',
  };

  test('tells its unsent receipts and its clock', async () => {
    server.plays(success(info));
    expect(await box.info()).toEqual({
      terminalId: 'UZ170703100189',
      unsentReceipts: 3,
      unsentLimit: 858,
      currentTime: '2026-04-15 10:40:06',
    });
  });

  test.each([
    [failure(102, 'FISCAL_MODULE_NOT_INITIALIZED'), 'fbox-102'],
    [success({ ...info, receipt_count: null }), 'wrong-shape'],
    ['reset-after-reading', 'reset'],
  ] as const)('is unreachable after %j', async (script, reason) => {
    server.plays(script);
    expect(await box.info()).toEqual({ kind: 'unreachable', reason });
  });
});

describe('whatever JSON the box answers', () => {
  test('nobody throws, nothing is registered or found without a receipt that is right', () => {
    const keys = ['data', 'error', 'is_success', 'result', 'order', 'uuid', 'qr_url', 'code', 'message'];
    const values = [fc.constantFrom(true, null, 36909, 'ERROR_ZREPORT_IS_NOT_OPEN', receipt.url), fc.anything()];
    const likely = fc.object({ key: fc.constantFrom(...keys), values, maxDepth: 3 });
    fc.assert(
      fc.property(fc.oneof(likely, fc.jsonValue()), (body) => {
        const reply = readFbox(200, JSON.stringify(body) ?? '');
        expect(registerOutcome(reply).kind).not.toBe('registered');
        expect(findOutcome(reply, 'ours').kind).not.toBe('found');
        const state = readZState(reply);
        expect([openOutcome(reply, state), closeOutcome(reply), readInfo(reply)]).toHaveLength(3);
      }),
      { numRuns: 500 },
    );
  });
});
