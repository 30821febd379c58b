import { addUp, tiyin, type Tiyin } from '../../domain/money.ts';
import { appletVersion, plus, type Accumulator, type Box, type Work } from './box.ts';
import { receiptTime, parseBoxTime } from './clock.ts';
import { failure, fieldErrors, noPackageCode, refusals, success, type Envelope, type FboxError } from './envelope.ts';
import type { Receipt } from './ledger.ts';
import { digits } from '../wire/random.ts';
import { writeReceiptUrl } from './receipt-url.ts';
import { findOriginal, refundRefusal } from './refunds.ts';
import { parseRequest, receiptRequest, type ReceiptRequest } from './requests.ts';
import { clockRefusal, pastRefusal, storageRefusal } from './rules.ts';

/** `POST /order/create/`: registers a sale, an advance or a credit payment. `uuid` is only echoed, never compared. */
export const createOrder: Work = (box, call) => register(box, call.body, 'sale');

/** `POST /order/refuse/`: registers a refund of the receipt whose URL stands in `qr_code`. */
export const refuseOrder: Work = (box, call) => register(box, call.body, 'refund');

function register(box: Box, body: unknown, operation: Receipt['operation']): Envelope {
  const request = parseRequest(receiptRequest, body);
  if (!request.ok) return failure(request.error);
  const order = request.value;
  const at = parseBoxTime(order.time);
  if (at === undefined) return failure(fieldErrors({ time: ['Datetime has wrong format.'] }));
  const refusal =
    clockRefusal(box, at) ??
    goodsRefusal(order) ??
    equationRefusal(order) ??
    (operation === 'refund' ? refundRefusal(box, order) : undefined) ??
    (box.module.shift ? undefined : refusals.shiftNotOpen) ??
    storageRefusal(box) ??
    pastRefusal(box, at, refusals.receiptTimePast);
  if (refusal) return failure(refusal);
  return success(fiscalAnswer(box, enter(box, order, operation, at)));
}

/** IKPU (17 digits) and package code are mandatory on every line; a stray space counts as wrong (FBOX: Errors, 401, 402). */
function goodsRefusal(order: ReceiptRequest): FboxError | undefined {
  for (const product of order.products) {
    if (!/^\d{17}$/.test(product.class_code ?? '')) return refusals.noIkpu;
    if (!/^\d{1,20}$/.test(product.package_code ?? '')) return noPackageCode(product.name);
  }
  return undefined;
}

const tolerance = 10_000;

/**
 * Money received equals the net lines within 100 sums, nothing is negative (fiscal module 0400, the receipt's equation).
 * The document bounds the difference; we take it both ways, so that a receipt short of money is refused too.
 */
function equationRefusal(order: ReceiptRequest): FboxError | undefined {
  const parts = order.products.flatMap((one) => [one.amount, one.price, one.vat, one.discount, one.other]);
  const negative = [...parts, order.received_cash, order.received_card, order.change].some((part) => part < 0);
  const nets = order.products.map((one) => one.price - one.discount - one.other);
  const received = order.received_cash + order.received_card;
  const net = nets.reduce((sum, one) => sum + one, 0);
  if (negative || nets.some((one) => one < 0) || Math.abs(received - net) > tolerance) return refusals.cannotEncode;
  return received === 0 ? refusals.totalZero : undefined;
}

function enter(box: Box, order: ReceiptRequest, operation: Receipt['operation'], at: number): Receipt {
  const receipt = sign(box, order, operation, at);
  box.module.seq = receipt.seq;
  box.module.lastOperationAt = at;
  box.module.shift?.receipts.push(receipt);
  if (box.module.taxOffice === 'unreachable') box.module.unsent.push(receipt);
  if (receipt.kind === 'order') accumulate(box, receipt);
  if (order.open_cashbox) box.ledger.drawerOpenings.push(box.who.now());
  box.ledger.receipts.push(receipt);
  return receipt;
}

function sign(box: Box, order: ReceiptRequest, operation: Receipt['operation'], at: number): Receipt {
  const seq = box.module.seq + 1;
  const dateTime = receiptTime(at);
  const fiscalSign = order.receipt_type === 'order' ? digits(box.who.random, 12) : null;
  return {
    seq,
    shift: box.module.shift?.number ?? 0,
    operation,
    kind: order.receipt_type,
    cash: tiyin(order.received_cash),
    card: tiyin(order.received_card),
    vat: addUp(order.products.map((one) => tiyin(one.vat))),
    at,
    dateTime,
    fiscalSign,
    url: fiscalSign && writeReceiptUrl({ terminalId: box.who.terminalId, seq: String(seq), dateTime, fiscalSign }),
    uuid: order.uuid ?? null,
    paymentId: order.extra_info?.qr_payment_id ?? null,
    originalSeq: operation === 'refund' ? (findOriginal(box, order.qr_code ?? '')?.seq ?? null) : null,
    order,
  };
}

/** Advance and credit receipts stay out: the sale's own receipt, for the full price, brings that money in. */
function accumulate(box: Box, receipt: Receipt): void {
  const add = (accumulator: Accumulator, amount: Tiyin) => {
    accumulator[receipt.operation] = plus(accumulator[receipt.operation], amount);
  };
  add(box.module.accumulators.cash, receipt.cash);
  add(box.module.accumulators.card, receipt.card);
  add(box.module.accumulators.vat, receipt.vat);
}

function fiscalAnswer(box: Box, receipt: Receipt): unknown {
  return {
    terminal_id: box.who.terminalId,
    receipt_count: receipt.seq,
    date_time: receipt.dateTime,
    fiscal_sign: receipt.fiscalSign,
    applet_version: appletVersion,
    qr_url: receipt.url,
    cash_box_number: '1',
  };
}
