import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findOutcome, registerOutcome } from '../../../../main/fiscal/fbox/register.ts';
import { closeOutcome, openOutcome, readInfo, readZState } from '../../../../main/fiscal/fbox/shift.ts';
import { fiscalService } from '../../../../main/fiscal/registry.ts';
import type { FiscalService } from '../../../../main/fiscal/service.ts';
import { readFbox } from '../../../../main/wire/fbox.ts';
import { scriptedServer } from '../../wire/scripted-server.ts';
import type { ScriptedServer } from '../../wire/scripted-server.ts';
import { cashSale, lastData, receipt } from './sample.ts';

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

describe('asking for the last receipt', () => {
  test('finds our document by its uuid', async () => {
    server.plays(inResult(lastData));
    expect(await box.find(cashSale.documentId, 'sale')).toEqual({ kind: 'found', receipt });
    expect(server.heard).toEqual([{ method: 'GET', path: '/order/last/', body: null }]);
  });

  test("says so when the last receipt is another document's", async () => {
    server.plays(inResult(lastData));
    expect(await box.find('another', 'sale')).toEqual({ kind: 'other' });
  });

  test.each([36870, 36871, 36872])('says so when the module has no receipt at all (%i)', async (number) => {
    server.plays(failure(number, ''));
    expect(await box.find(cashSale.documentId, 'sale')).toEqual({ kind: 'other' });
  });

  test.each([
    [inResult(null), 'wrong-shape'],
    [failure(102, 'FISCAL_MODULE_NOT_INITIALIZED'), 'fbox-102'],
    [{ text: 'busy' }, 'not-json'],
    ['reset-after-reading', 'reset'],
  ] as const)('can say nothing after %j', async (script, reason) => {
    server.plays(script);
    expect(await box.find(cashSale.documentId, 'sale')).toEqual({ kind: 'unreachable', reason });
  });

  test.each([{ uuid: '' }, { uuid: null }, {}])('hears of a receipt that nobody named: %j', async (order) => {
    server.plays(inResult({ ...lastData, order }));
    expect(await box.find(cashSale.documentId, 'sale')).toEqual({ kind: 'unnamed' });
  });

  test.each([
    [{ ...lastData.result, QRCodeURL: 'x' }, 'url-broken'],
    [{ ...lastData.result, FiscalSign: '000000000000' }, 'values-mismatch'],
    [null, 'wrong-shape'],
  ] as const)('knows that ours was registered, although it cannot be taken: %j', async (result, reason) => {
    server.plays(inResult({ ...lastData, result }));
    expect(await box.find(cashSale.documentId, 'sale')).toEqual({ kind: 'unreadable', reason });
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

  const facts = {
    terminalId: 'UZ170703100189',
    currentTime: Date.UTC(2026, 3, 15, 5, 40, 6),
    unsentReceipts: 3,
    unsentLimit: 858,
    unsentSince: null,
    zReports: 0,
    zReportLimit: null,
  };

  test('tells its unsent receipts and its clock', async () => {
    server.plays(success(info));
    expect(await box.info()).toEqual(facts);
  });

  test('tells since when receipts wait, and how many Z reports it has left', async () => {
    const told = { zreport_count: '800', zreport_max_count: 832 };
    server.plays(success({ ...info, ...told, first_unacknowledged_receipt_time: '2026-04-13 10:40:06' }));
    expect(await box.info()).toEqual({
      ...facts,
      unsentSince: Date.UTC(2026, 3, 13, 5, 40, 6),
      zReports: 800,
      zReportLimit: 832,
    });
  });

  test.each([
    [{ current_time: '' }, { currentTime: null }],
    [{ current_time: '15.04.2026 10:40' }, { currentTime: null }],
    [
      { receipt_count: null, receipt_max_count: null },
      { unsentReceipts: 0, unsentLimit: null },
    ],
    [{ receipt_max_count: 0 }, { unsentLimit: null }],
    [{ first_unacknowledged_receipt_time: '' }, { unsentSince: null }],
  ])('is heard when it leaves something out: %j', async (part, change) => {
    server.plays(success({ ...info, ...part }));
    expect(await box.info()).toEqual({ ...facts, ...change });
  });

  test.each([
    [failure(102, 'FISCAL_MODULE_NOT_INITIALIZED'), 'fbox-102'],
    [success({ ...info, receipt_count: 'many' }), 'wrong-shape'],
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
        expect(findOutcome(reply, 'ours', 'sale').kind).not.toBe('found');
        const state = readZState(reply);
        expect([openOutcome(reply, state), closeOutcome(reply), readInfo(reply, 'Asia/Tashkent')]).toHaveLength(3);
      }),
      { numRuns: 500 },
    );
  });
});
