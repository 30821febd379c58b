import { assertNever } from '../../domain/assert-never.ts';
import { tiyin } from '../../domain/money.ts';
import type { PayRefusal, Receipt } from '../wallet/book.ts';
import { heldAfter, paidAtOnce, type PayPlan } from '../wallet/plan.ts';
import { done, refused, type Cashbox, type Reply } from './cashbox.ts';
import { errors, wrongParams, type RpcError } from './errors.ts';
import type { Method } from './methods.ts';
import { createParams, fiscalParams, idParams, listParams, parseParams, payParams, sendParams } from './params.ts';
import { listed, shown } from './shown.ts';

/** What one method does: it works at once and to the end. `plan` is how a payment goes, when it does not go as usual. */
export type Work = (cashbox: Cashbox, params: unknown, plan?: PayPlan) => Reply;

const create: Work = (cashbox, params) => {
  const request = parseParams(createParams, params);
  if (!request.ok) return refused(request.error);
  const { amount, account, description = '', detail = null, hold } = request.value;
  if (hold && !cashbox.terms.allowsHold) return refused(wrongParams(['hold']));
  if (amount < cashbox.terms.least) return refused(errors.tooLittle);
  if (amount > cashbox.terms.most) return refused(errors.tooMuch);
  return withReceipt(cashbox, cashbox.wallet.create({ amount: tiyin(amount), account, description, detail, hold }));
};

const pay: Work = (cashbox, params, plan) => {
  const request = parseParams(payParams, params);
  if (!request.ok) return refused(request.error);
  const { id, token, hold } = request.value;
  if ((cashbox.wallet.find(id)?.hold ?? hold) !== hold) return refused(wrongParams(['hold']));
  const result = cashbox.wallet.pay(id, token, plan ?? usualPlan(cashbox, hold));
  return result.ok ? withReceipt(cashbox, result.receipt) : refused(payError(result.reason));
};

const usualPlan = ({ terms }: Cashbox, hold: boolean): PayPlan => (hold ? heldAfter(terms.holdAfterMs) : paidAtOnce);

function payError(reason: PayRefusal): RpcError {
  switch (reason) {
    case 'not-found':
    case 'not-waiting':
      return errors.notFound;
    case 'unknown-code':
    case 'code-used':
    case 'code-expired':
      return errors.codeRefused;
    case 'insufficient-funds':
      return errors.cardRefused;
    default:
      return assertNever(reason);
  }
}

/** The message itself goes to the wallet's book: the shop's customer has no other phone here. */
const sendInvoice: Work = (cashbox, params) => {
  const request = parseParams(sendParams, params);
  if (!request.ok) return refused(request.error);
  const { id, phone } = request.value;
  return cashbox.wallet.message(id, phone) ? done({ success: true }) : refused(errors.notFound);
};

const check: Work = (cashbox, params) => {
  const found = find(cashbox, params);
  return found.ok ? done({ state: found.receipt.state }) : refused(found.error);
};

const get: Work = (cashbox, params) => {
  const found = find(cashbox, params);
  return found.ok ? withReceipt(cashbox, found.receipt) : refused(found.error);
};

/** The period is that of creation, both ends included. */
const getAll: Work = (cashbox, params) => {
  const request = parseParams(listParams, params);
  if (!request.ok) return refused(request.error);
  const { count, from, to, offset } = request.value;
  const inPeriod = cashbox.wallet.book.receipts.filter(({ createTime }) => createTime >= from && createTime <= to);
  const all = cashbox.terms.listing === 'newest-first' ? inPeriod.toReversed() : inPeriod;
  const page = all.slice(offset, offset + count);
  return done(page.map((receipt) => listed(receipt, cashbox.credentials.cashboxId)));
};

const cancel: Work = (cashbox, params) => {
  const request = parseParams(idParams, params);
  if (!request.ok) return refused(request.error);
  const link = cashbox.links.giveBack(request.value.id);
  if (link) return withReceipt(cashbox, link);
  const result = cashbox.wallet.cancel(request.value.id, cashbox.terms);
  if (result.ok) return withReceipt(cashbox, result.receipt);
  return refused(result.reason === 'not-found' ? errors.notFound : errors.impossible);
};

const confirmHold: Work = (cashbox, params) => {
  const request = parseParams(idParams, params);
  if (!request.ok) return refused(request.error);
  const result = cashbox.wallet.take(request.value.id, cashbox.terms.takeAfterMs);
  if (result.ok) return withReceipt(cashbox, result.receipt);
  return refused(result.reason === 'not-found' ? errors.notFound : errors.impossible);
};

const setFiscalData: Work = (cashbox, params) => {
  const request = parseParams(fiscalParams, params);
  if (!request.ok) return refused(request.error);
  const { id, fiscal_data: data } = request.value;
  return cashbox.wallet.handOver(id, data) ? done({ success: true }) : refused(errors.notFound);
};

type Found = { ok: true; receipt: Receipt } | { ok: false; error: RpcError };

function find(cashbox: Cashbox, params: unknown): Found {
  const request = parseParams(idParams, params);
  if (!request.ok) return request;
  const receipt = cashbox.wallet.find(request.value.id);
  return receipt ? { ok: true, receipt } : { ok: false, error: errors.notFound };
}

function withReceipt({ credentials }: Cashbox, receipt: Receipt): Reply {
  return done({ receipt: shown(receipt, credentials.cashboxId) });
}

/** What stands behind each method. */
export const works: Readonly<Record<Method, Work>> = {
  'receipts.create': create,
  'receipts.pay': pay,
  'receipts.send': sendInvoice,
  'receipts.check': check,
  'receipts.get': get,
  'receipts.get_all': getAll,
  'receipts.cancel': cancel,
  'receipts.confirm_hold': confirmHold,
  'receipts.set_fiscal_data': setFiscalData,
};
