import { tiyin } from '../../../../main/domain/money.ts';
import type { Enquiry, Line, PaymentRef } from '../../../../main/tender/provider.ts';

/** A receipt as receipts.get answers it (developer help), of our register; `changes` replace whole fields. */
export function receiptJson(changes: Record<string, unknown> = {}) {
  return {
    _id: '2e0b1bc1f1eb50d487ba268d',
    create_time: 1_481_113_810_044,
    pay_time: 1_481_113_810_265,
    cancel_time: 0,
    state: 4,
    amount: 100_000,
    currency: 860,
    account: [
      { name: 'kkm_id', title: 'Kassa', value: '00000011', main: true },
      { name: 'device_id', title: { ru: 'Устройство' }, value: '00000012' },
      { name: 'document', title: '', value: 'a1' },
      { name: 'transaction', title: 'Номер чека', value: 1544, main: false },
    ],
    merchant: { _id: '100fe486b33784292111b7dc', name: 'Baraka', payer: { phone: '998912345678' } },
    meta: null,
    ...changes,
  };
}

/** The ids a paid `receiptJson` leaves on its attempt. */
export const receiptFacts = {
  providerPaymentId: '2e0b1bc1f1eb50d487ba268d',
  transactionId: '1544',
  kkmId: '00000011',
  deviceId: '00000012',
  clientPhone: '998912345678',
};

/** The attempt a `receiptJson` stands for, as its provider is asked about it. */
export const enquiry: Enquiry = {
  attemptId: 'a1',
  providerPaymentId: receiptFacts.providerPaymentId,
  transactionId: null,
  amount: tiyin(100_000),
  charged: { amount: 100_000, currency: 'UZS' },
  sentAt: 1_481_113_810_000,
  stop: new AbortController().signal,
  others: { owns: () => false, alike: 0 },
};

/** The attempt a `receiptJson` stands for, as its money is given back; `changes` replace whole fields. */
export function payment(changes: Partial<PaymentRef> = {}): PaymentRef {
  const { attemptId, amount, charged } = enquiry;
  const { providerPaymentId } = receiptFacts;
  return { attemptId, providerPaymentId, transactionId: null, amount, charged, ...changes };
}

/** `receiptJson` as a row of the book. */
export const receiptRow = {
  paymentId: '2e0b1bc1f1eb50d487ba268d',
  amount: 100_000,
  currency: 'UZS',
  state: 'paid',
  createdAt: 1_481_113_810_044,
  account: { kkmId: '00000011', deviceId: '00000012', document: 'a1' },
  hasFiscal: null,
};

/** An account that echoes only these fields. */
export function account(fields: Record<string, unknown>) {
  return Object.entries(fields).map(([name, value]) => ({ name, title: name, value }));
}

/** The guard of training: calls to the box and to Payme may go there, and nowhere else. */
export function onlyTo(box: string, payme: string): Readonly<Record<Line, string>> {
  return { box, payme, flitt: payme, smartpay: payme };
}
