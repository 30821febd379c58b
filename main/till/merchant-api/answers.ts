import type { PaidFacts } from '../../domain/attempt.ts';
import type { PaymeTransaction } from '../../domain/payme-transaction.ts';

/** `message` in three languages where a customer reads it; `data` names the account field or the method that is meant. */
export type RpcError = { code: number; message: string | Localized; data?: string };

type Localized = { ru: string; uz: string; en: string };

const errors = {
  auth: { code: -32_504, message: 'Wrong login or key' },
  'not-configured': { code: -32_504, message: 'Wrong login or key' },
  verb: { code: -32_300, message: 'Not a POST' },
  parse: { code: -32_700, message: 'Not JSON' },
  shape: { code: -32_600, message: 'Not a request' },
  params: { code: -32_602, message: 'Wrong parameters' },
  method: { code: -32_601, message: 'No such method' },
  internal: { code: -32_400, message: 'The register could not do it; try again' },
  'no-receipt': { code: -32_001, message: 'No such receipt' },
  amount: {
    code: -31_001,
    message: { ru: 'Неверная сумма', uz: 'Summa notoʻgʻri', en: 'Wrong amount' },
  },
  'no-transaction': {
    code: -31_003,
    message: { ru: 'Транзакция не найдена', uz: 'Tranzaksiya topilmadi', en: 'No such transaction' },
  },
  delivered: {
    code: -31_007,
    message: {
      ru: 'Товар уже выдан, возврат оформляет магазин',
      uz: 'Tovar berilgan, qaytarishni doʻkon rasmiylashtiradi',
      en: 'The goods were handed over; the shop gives them back',
    },
  },
  state: {
    code: -31_008,
    message: { ru: 'Операция невозможна', uz: 'Amalni bajarib boʻlmaydi', en: 'Not possible now' },
  },
  account: {
    code: -31_050,
    message: { ru: 'Счёт не найден', uz: 'Hisob topilmadi', en: 'No such account' },
  },
  over: {
    code: -31_051,
    message: {
      ru: 'Этот счёт уже оплачен или отменён',
      uz: 'Bu hisob toʻlangan yoki bekor qilingan',
      en: 'This account is paid or cancelled',
    },
  },
} as const satisfies Record<string, RpcError>;

/** Why a call of Payme's was refused, as the callers' page names it. */
export type Refusal = keyof typeof errors | 'busy';

/** A refused call: what Payme is told, and why for our own page. */
export type Refused = { ok: false; why: Refusal; error: RpcError };
export type Told = { ok: true; result: unknown } | Refused;

/** Refuses a call; `data` names what is meant. */
export function refuseCall(why: keyof typeof errors, data?: string): Refused {
  return { ok: false, why, error: data === undefined ? errors[why] : { ...errors[why], data } };
}

/** The account waits for another payment; which code says so is a setting, for Payme's own pages contradict each other. */
export function busy(code: number, field: string): Refused {
  const message = {
    ru: 'По этому счёту уже идёт оплата',
    uz: 'Bu hisob boʻyicha toʻlov ketmoqda',
    en: 'This account is being paid already',
  };
  return { ok: false, why: 'busy', error: { code, message, data: field } };
}

/** A transaction as CheckTransaction tells it: integers that are 0 while they have not come, never null. */
export function asChecked({ createTime, performTime, cancelTime, id, state, reason }: PaymeTransaction) {
  return {
    create_time: createTime,
    perform_time: performTime,
    cancel_time: cancelTime,
    transaction: id,
    state,
    reason,
  };
}

/** What the till keeps of a payment by link: it is asked about by the attempt, and given back by Payme's own id. */
export function paidBy({ attemptId, paymeId }: PaymeTransaction): PaidFacts {
  return { providerPaymentId: attemptId, transactionId: paymeId, kkmId: null, deviceId: null, clientPhone: null };
}
