import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tiyin } from '../../../../main/domain/money.ts';
import { createFboxFiscal } from '../../../../main/fiscal/fbox/service.ts';
import { receiptValues } from '../../../../main/fiscal/receipt-url.ts';
import type { FiscalService } from '../../../../main/fiscal/service.ts';
import { createFboxPaymeGo } from '../../../../main/tender/fbox/payme-go.ts';
import type { CodeProvider } from '../../../../main/tender/provider.ts';
import { startFbox } from '../../../../main/training/fbox/server.ts';
import type { Fbox } from '../../../../main/training/fbox/server.ts';
import { cashSale, walletSale } from './sample.ts';

const total = tiyin(1_450_000);

let now: number;
let box: Fbox;
let till: { paymeGo: CodeProvider; impatient: CodeProvider; fiscal: FiscalService };

beforeEach(async () => {
  now = Date.UTC(2026, 10, 21, 9, 0, 0);
  let seed = 7;
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  const who = { kkmId: '00000011', deviceId: '00000012' };
  const module = { terminalId: 'ZZ000000000000', inn: '123456789', companyName: 'Registon Market' };
  box = await startFbox({ now: () => now, random, amountUnit: 'sum', ...who, ...module });
  const address = { baseUrl: box.url, onlyOrigin: box.url };
  const settings = { ...address, ...who, amountUnit: 'sum', sendRegisterIds: true } as const;
  till = {
    paymeGo: createFboxPaymeGo({ ...settings, timeoutSeconds: 10 }),
    impatient: createFboxPaymeGo({ ...settings, timeoutSeconds: 0.4 }),
    fiscal: createFboxFiscal({ ...address, timeZone: 'Asia/Tashkent' }),
  };
});
afterEach(() => box.close());

async function openShift() {
  const outcome = await till.fiscal.openShift(now);
  now += 2_000;
  return outcome;
}

async function register(sale = cashSale) {
  const outcome = await till.fiscal.register({ ...sale, at: now });
  now += 2_000;
  return outcome;
}

const charge = (code: string, provider = till.paymeGo) =>
  provider.charge({ attemptId: 'a1', amount: total, code, providerPaymentId: null });

describe('the till against the training box', () => {
  test('takes the money, registers the receipt, confirms it to the wallet, and closes the shift', async () => {
    expect(await openShift()).toEqual({
      kind: 'done',
      state: { number: 1, open: true, saleCount: 0, refundCount: 0 },
    });
    const paid = await charge(box.issueCode());
    if (paid.kind !== 'paid') throw new Error(`not paid: ${JSON.stringify(paid)}`);
    const { providerPaymentId, clientPhone } = paid.facts;
    const registered = await register({
      ...walletSale,
      wallet: { paymentId: providerPaymentId, providerCode: till.paymeGo.fiscalProviderCode, clientPhone },
    });
    if (registered.kind !== 'registered') throw new Error(`not registered: ${JSON.stringify(registered)}`);
    const { url } = registered.receipt;
    expect(registered.receipt).toEqual({ ...receiptValues(url), url });
    expect(
      await till.paymeGo.confirm({ providerPaymentId, transactionId: null, receiptUrl: url, fiscalReceiptId: '1' }),
    ).toEqual({
      kind: 'done',
    });
    expect(await till.fiscal.closeShift(now)).toEqual({
      kind: 'done',
      state: { number: 1, open: false, saleCount: 1, refundCount: 0 },
    });
    expect(box.ledger.charges).toMatchObject([{ amount: total, paymentId: providerPaymentId }]);
    expect(box.ledger.receipts).toMatchObject([{ card: total, cash: 0, paymentId: providerPaymentId, url }]);
    expect(box.ledger.confirms).toMatchObject([{ paymentId: providerPaymentId, url }]);
  });

  test('hears that the shift is not open, and that time stands still', async () => {
    expect(await register()).toMatchObject({ kind: 'refused', code: 'shift-not-open' });
    await openShift();
    await register();
    now -= 2_000;
    expect(await register()).toMatchObject({ kind: 'refused', code: 'time-past' });
  });

  test('hears what is already so, and that an empty shift cannot be closed', async () => {
    expect(await till.fiscal.closeShift(now)).toEqual({ kind: 'already' });
    await openShift();
    expect(await openShift()).toEqual({ kind: 'already' });
    expect(await till.fiscal.closeShift(now)).toMatchObject({ kind: 'refused', code: 'shift-empty' });
  });

  test('finds a receipt whose answer was lost, and knows when the last one is another', async () => {
    expect(await till.fiscal.find(cashSale.documentId, 'sale')).toEqual({ kind: 'other' });
    await openShift();
    box.script([{ on: 'POST /order/create', fault: { kind: 'drop-answer-after' } }]);
    expect(await register()).toMatchObject({ kind: 'in-doubt' });
    const url = box.ledger.receipts[0]?.url;
    expect(await till.fiscal.find(cashSale.documentId, 'sale')).toEqual({
      kind: 'found',
      receipt: { ...receiptValues(url ?? ''), url },
    });
    expect(await till.fiscal.find('another', 'sale')).toEqual({ kind: 'other' });
  });

  test('gives a sale back with its own receipt, and finds that refund when its answer was lost', async () => {
    await openShift();
    const sold = await register();
    if (sold.kind !== 'registered') throw new Error(`not registered: ${JSON.stringify(sold)}`);
    const refund = { ...cashSale, documentId: 'refund-1', change: tiyin(0), at: now, original: sold.receipt };
    box.script([{ on: 'POST /order/refuse', fault: { kind: 'drop-answer-after' } }]);
    expect(await till.fiscal.refund(refund)).toMatchObject({ kind: 'in-doubt' });
    const url = box.ledger.receipts[1]?.url ?? '';
    expect(await till.fiscal.find('refund-1', 'refund')).toEqual({
      kind: 'found',
      receipt: { ...receiptValues(url), url },
    });
    expect(await till.fiscal.shiftState()).toMatchObject({ saleCount: 1, refundCount: 1 });
    expect(box.ledger.receipts).toMatchObject([{ operation: 'sale' }, { operation: 'refund', originalSeq: 1 }]);
  });

  test('does not take a document of ours that the box calls the other operation', async () => {
    await openShift();
    await register();
    expect(await till.fiscal.find(cashSale.documentId, 'refund')).toEqual({
      kind: 'unreadable',
      reason: 'other-operation',
    });
  });

  test('reads since when receipts wait for the tax office', async () => {
    await openShift();
    box.setTaxOffice('unreachable');
    const since = now;
    await register();
    expect(await till.fiscal.info()).toMatchObject({ unsentReceipts: 1, unsentSince: since });
  });

  test('reads the state of the box', async () => {
    expect(await till.fiscal.shiftState()).toEqual({ number: 1, open: false, saleCount: 0, refundCount: 0 });
    expect(await till.fiscal.info()).toEqual({
      terminalId: 'ZZ000000000000',
      currentTime: now,
      unsentReceipts: 0,
      unsentLimit: 858,
      unsentSince: null,
      zReports: 0,
      zReportLimit: 832,
    });
  });

  test("takes Payme's own refusal for a refusal", async () => {
    const message = 'Недостаточно средств на карте';
    box.script([{ on: 'POST /payment/payme', fault: { kind: 'refuse', code: -31630, message } }]);
    expect(await charge(box.issueCode())).toEqual({ kind: 'declined', reason: 'card-refused', message });
    expect(box.ledger.charges).toEqual([]);
  });

  test.each([
    { kind: 'drop-request-before' },
    { kind: 'drop-answer-after' },
    { kind: 'cut', afterBytes: 20 },
    { kind: 'cut', afterBytes: 200 },
    { kind: 'garbage' },
    { kind: 'empty' },
    { kind: 'http-status', status: 502 },
    { kind: 'error-200' },
    { kind: 'wrong-amount' },
    { kind: 'wrong-ids' },
    { kind: 'wrong-types' },
  ] as const)('is in doubt after %j, and asks once', async (fault) => {
    box.script([{ on: 'POST /payment/payme', fault }]);
    expect(await charge(box.issueCode())).toMatchObject({ kind: 'unknown' });
    expect(box.ledger.requests.length).toBe(1);
  });

  test.each(['request', 'answer'] as const)('is in doubt when the box hangs on the %s', async (held) => {
    box.script([{ on: 'POST /payment/payme', fault: { kind: 'hang', held } }]);
    const outcome = await charge(box.issueCode(), till.impatient);
    expect(outcome).toEqual({ kind: 'unknown', reason: 'timeout', message: '' });
  });

  test('has sent nothing when the cable is out', async () => {
    await box.setCable('out');
    expect(await charge(box.issueCode())).toEqual({ kind: 'nothing-sent', reason: 'refused' });
    expect(await register()).toEqual({ kind: 'nothing-sent', reason: 'refused' });
    expect(box.ledger.requests).toEqual([]);
  });
});
