import { fromProvider } from '../../domain/money.ts';
import type { PayRefusal } from '../wallet/book.ts';
import { uuid } from '../wire/random.ts';
import type { Box, Work } from './box.ts';
import { failure, fieldErrors, refusals, success } from './envelope.ts';
import type { Charge } from './ledger.ts';
import { readReceiptUrl, type ReceiptUrl } from './receipt-url.ts';
import { confirmRequest, parseRequest, payRequest } from './requests.ts';

/**
 * `POST /payment/payme`: makes a receipt in Payme's book under its own transaction id and pays it, at the first sight of a
 * code. A second sight is refused as a wrong or stale code, a poor card as a refused card, with the numbers of FBOX's table
 * of Payme Go errors; the exact reason stays in the ledger.
 */
export const pay: Work = (box, call) => {
  const request = parseRequest(payRequest, call.body);
  if (!request.ok) return failure(request.error);
  const {
    amount,
    qr_code: code,
    kkm_id: kkmId = box.who.kkmId,
    device_id: deviceId = box.who.deviceId,
  } = request.value;
  const money = fromProvider(amount, box.who.amountUnit);
  if (money === undefined) return failure(fieldErrors({ amount: ['A valid integer is required.'] }));
  const transactionId = uuid(box.who.random);
  const account = { kkm_id: kkmId, device_id: deviceId, document: transactionId };
  const result = box.wallet.pay(box.wallet.create({ amount: money, account }).id, code);
  if (!result.ok) {
    box.ledger.refusals.push({ code, amount: money, at: box.who.now(), reason: result.reason });
    return failure(walletError(result.reason));
  }
  const paymentId = result.receipt.id;
  const charge = { code, amount: money, at: box.who.now(), paymentId, transactionId, kkmId, deviceId };
  box.ledger.charges.push(charge);
  return success(paid(box, charge, amount, result.receipt.clientPhone));
};

function paid(box: Box, charge: Charge, amount: number, phone: string | null): unknown {
  return {
    amount,
    transaction_id: charge.transactionId,
    payment_id: charge.paymentId,
    inn: box.who.inn,
    qr_code: charge.code,
    kkm_id: charge.kkmId,
    device_id: charge.deviceId,
    status: 'successfully',
    message: 'successfully payment',
    client_phone_number: phone,
  };
}

function walletError(reason: PayRefusal) {
  return reason === 'insufficient-funds' ? refusals.cardRefused : refusals.codeRefused;
}

/**
 * `POST /payment/payme_confirm`: hands the fiscal receipt's URL to the wallet. It may be repeated: every hand-over is
 * kept, the answer stays the same but for its number.
 */
export const confirm: Work = (box, call) => {
  const request = parseRequest(confirmRequest, call.body);
  if (!request.ok) return failure(request.error);
  const { payment_id: paymentId, qr_code: url } = request.value;
  const fiscal = readReceiptUrl(url);
  if (!fiscal || !/^\d{12}$/.test(fiscal.fiscalSign))
    return failure(fieldErrors({ fiscal_sign: ['This field may not be null.'] }));
  const charge = box.ledger.charges.find((one) => one.paymentId === paymentId);
  if (!charge) return failure(refusals.billing);
  box.ledger.confirms.push({ paymentId, url, at: box.who.now() });
  box.wallet.handOver(paymentId, fiscalData(fiscal, url));
  const receipt = { _id: paymentId, create_time: charge.at, pay_time: charge.at };
  return success({ id: box.ledger.confirms.length, result: { receipt }, error: null });
};

/** The receipt's values under the names Payme has for them (Subscribe API: receipts.set_fiscal_data). */
function fiscalData({ terminalId, seq, dateTime, fiscalSign }: ReceiptUrl, url: string): Record<string, unknown> {
  const date = dateTime;
  return { terminal_id: terminalId, receipt_id: Number(seq), date, fiscal_sign: fiscalSign, qr_code_url: url };
}
