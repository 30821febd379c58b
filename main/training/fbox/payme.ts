import { fromProvider } from '../../domain/money.ts';
import type { Box, Work } from './box.ts';
import { failure, fieldErrors, refusals, success } from './envelope.ts';
import type { Charge, RefusalReason } from './ledger.ts';
import { digits, hex, uuid } from './random.ts';
import { readReceiptUrl } from './receipt-url.ts';
import { confirmRequest, parseRequest, payRequest } from './requests.ts';

/**
 * `POST /payment/payme`: charges at the first sight of a code. A second sight is refused as a wrong or stale code, a
 * poor card as a refused card, with the numbers of FBOX's table of Payme Go errors; the exact reason stays in the ledger.
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
  const reason = box.codes.spend(code, money);
  if (reason) {
    box.ledger.refusals.push({ code, amount: money, at: box.who.now(), reason });
    return failure(walletError(reason));
  }
  const charge = { code, amount: money, at: box.who.now(), ...newIds(box), kkmId, deviceId };
  box.ledger.charges.push(charge);
  return success(paid(box, charge, amount));
};

function newIds(box: Box): Pick<Charge, 'paymentId' | 'transactionId'> {
  return { paymentId: hex(box.who.random, 24), transactionId: uuid(box.who.random) };
}

function paid(box: Box, charge: Charge, amount: number): unknown {
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
    client_phone_number: `99890${digits(box.who.random, 7)}`,
  };
}

function walletError(reason: RefusalReason) {
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
  if (!carriesFiscalSign(url)) return failure(fieldErrors({ fiscal_sign: ['This field may not be null.'] }));
  const charge = box.ledger.charges.find((one) => one.paymentId === paymentId);
  if (!charge) return failure(refusals.billing);
  box.ledger.confirms.push({ paymentId, url, at: box.who.now() });
  const receipt = { _id: paymentId, create_time: charge.at, pay_time: charge.at };
  return success({ id: box.ledger.confirms.length, result: { receipt }, error: null });
};

function carriesFiscalSign(url: string): boolean {
  return /^\d{12}$/.test(readReceiptUrl(url)?.fiscalSign ?? '');
}
