import { z } from 'zod';
import type { Work } from '../box.ts';
import { failure, success, type Envelope } from '../envelope.ts';
import { statusOf, type Invoice } from './book.ts';
import { oneQrErrors } from './errors.ts';
import { beginRefund, endInvoice, findInvoice, paymentOf, refundable, settled, writeInvoice } from './office.ts';
import type { OneQrOffice } from './office.ts';
import { readSums } from './sums.ts';

const createRequest = z.looseObject({ external_id: z.unknown(), amount: z.unknown(), print: z.boolean().optional() });
const externalIdForm = z.string().min(1).max(20);
const cancelRequest = z.looseObject({ invoice_id: z.string() });
const refundRequest = z.looseObject({ pay_id: z.string(), amount: z.unknown() });
const receiptRequest = z.looseObject({ pay_id: z.string(), fiscal_receipt_url: z.unknown().optional() });

/** An amount is a text in sums, never a number, and more than nothing. */
const amountForm = z
  .string()
  .transform(readSums)
  .pipe(z.custom<NonNullable<ReturnType<typeof readSums>>>((amount) => typeof amount === 'number' && amount > 0));

/** `POST /payment/one_qr/create`: a name is used once; what its second use gets is in the terms. */
export const createOneQr: Work = ({ oneQr }, call) => {
  const request = createRequest.safeParse(call.body);
  if (!request.success) return failure(oneQrErrors.params);
  const amount = amountForm.safeParse(request.data.amount);
  if (!amount.success) return failure(oneQrErrors.amount);
  const externalId = externalIdForm.safeParse(request.data.external_id);
  if (!externalId.success) return failure(oneQrErrors.externalId);
  const earlier = settled(oneQr).invoices.find((invoice) => invoice.externalId === externalId.data);
  if (earlier && oneQr.terms.duplicates === 'refused') return failure(oneQrErrors.externalId);
  const draft = { externalId: externalId.data, amount: amount.data, printed: request.data.print ?? false };
  const { id, qrText } = earlier ?? writeInvoice(oneQr, draft);
  return success({ invoice_id: id, qr_text: qrText });
};

/** `GET /payment/one_qr/status` once the box has waited: status 3 is no success, yet no error is named (FBOX: UzQR). */
export const oneQrStatus: Work = ({ oneQr, who }, call) => {
  const invoice = findInvoice(oneQr, call.query['invoice_id']);
  if (!invoice) return failure(oneQrErrors.invoiceNotFound);
  const status = statusOf(invoice);
  const data = { invoice_id: invoice.id, status, ...payer(oneQr, invoice), fiscal_module: who.terminalId };
  return { data, error: null, is_success: status !== 3 };
};

function payer(oneQr: OneQrOffice, { id }: Invoice): Record<string, string | null> {
  const payment = paymentOf(oneQr, id);
  return {
    pay_id: payment?.id ?? null,
    payer_phone: payment?.phone ?? null,
    card_type: payment?.cardType ?? null,
    card_no: payment?.cardNumber ?? null,
  };
}

/** `POST /payment/one_qr/cancel`: closes what nobody paid; one that has ended unpaid stays so. */
export const cancelOneQr: Work = ({ oneQr }, call) => {
  const request = cancelRequest.safeParse(call.body);
  if (!request.success) return failure(oneQrErrors.params);
  const invoice = findInvoice(oneQr, request.data.invoice_id);
  if (!invoice) return failure(oneQrErrors.invoiceNotFound);
  return endInvoice(oneQr, invoice, 'cancelled') === 'paid' ? failure(oneQrErrors.alreadyPaid) : success({});
};

/** `POST /payment/one_qr/refund`: begins to give money back, never more in all than was paid. It has no key: each call is a refund. */
export const refundOneQr: Work = ({ oneQr }, call) => {
  const request = refundRequest.safeParse(call.body);
  if (!request.success) return failure(oneQrErrors.params);
  const payment = oneQr.book.payments.find(({ id }) => id === request.data.pay_id);
  if (!payment) return failure(oneQrErrors.paymentNotFound);
  const amount = amountForm.safeParse(request.data.amount);
  if (!amount.success) return failure(oneQrErrors.amount);
  if (amount.data > refundable(oneQr, payment)) return failure(oneQrErrors.notRefundable);
  return success({ refund_id: beginRefund(oneQr, payment, amount.data).id, status: 1 });
};

/** `GET /payment/one_qr/refund/status`: a failed refund is a success of the question (FBOX: UzQR). */
export const oneQrRefundStatus: Work = ({ oneQr }, call) => {
  const refund = settled(oneQr).refunds.find(({ id }) => id === call.query['refund_id']);
  return refund ? success({ refund_id: refund.id, status: refund.status }) : failure(oneQrErrors.paymentNotFound);
};

/** `POST /payment/one_qr/receipt`: keeps every hand-over of a fiscal receipt's URL. */
export const oneQrReceipt: Work = ({ oneQr, who }, call): Envelope => {
  const request = receiptRequest.safeParse(call.body);
  if (!request.success) return failure(oneQrErrors.params);
  const { pay_id: paymentId, fiscal_receipt_url: url } = request.data;
  if (typeof url !== 'string' || url === '') return failure(oneQrErrors.urlRequired);
  if (!oneQr.book.payments.some(({ id }) => id === paymentId)) return failure(oneQrErrors.paymentNotFound);
  oneQr.book.receipts.push({ paymentId, url, at: who.now() });
  return success({});
};
