import type { Tiyin } from '../../../domain/money.ts';
import { digits, hex, type Random } from '../../wire/random.ts';
import { emptyOneQrBook, type Ended, type Invoice, type OneQrBook, type Payment, type Refund } from './book.ts';
import { qrText } from './qr-text.ts';

/**
 * How this UzQR behaves; times in ms. `lifetimeMs`: how long an invoice may be paid. `duplicates`: what a name used twice gets,
 * which is not published. `refundMs`: how long money takes to go back. `askEveryMs`, `askForMs`: how often and how long the
 * box asks UzQR before it answers the till (every 3 s, up to 2 minutes; FBOX: UzQR). `lateWins`: a customer who was paying while the
 * invoice was cancelled still pays.
 */
export type OneQrTerms = {
  lifetimeMs: number;
  duplicates: 'refused' | 'same';
  refundMs: number;
  refundsEnd: 'success' | 'failed';
  askEveryMs: number;
  askForMs: number;
  lateWins: boolean;
};

/** An UzQR whose invoices live a quarter of an hour; nothing of it but the box's rhythm is published. */
export const usualOneQr: OneQrTerms = {
  lifetimeMs: 900_000,
  duplicates: 'refused',
  refundMs: 2000,
  refundsEnd: 'success',
  askEveryMs: 3000,
  askForMs: 120_000,
  lateWins: false,
};

/** UzQR behind one box: its book, its terms, time (ms) and chance. */
export type OneQrOffice = { now: () => number; random: Random; name: string; terms: OneQrTerms; book: OneQrBook };

/** An office with an empty book. */
export function openOneQr(who: { now: () => number; random: Random; name: string }, terms: OneQrTerms): OneQrOffice {
  return { ...who, terms, book: emptyOneQrBook() };
}

/** The book with everything happened in it that was due by now. */
export function settled({ now, terms, book }: OneQrOffice): OneQrBook {
  for (const invoice of book.invoices)
    if (invoice.ended === null && invoice.expiresAt <= now()) invoice.ended = { why: 'expired', at: invoice.expiresAt };
  for (const refund of book.refunds)
    if (refund.status === 1 && refund.at + terms.refundMs <= now())
      refund.status = terms.refundsEnd === 'success' ? 2 : 3;
  return book;
}

/** Writes a new invoice of `amount`. */
export function writeInvoice(
  office: OneQrOffice,
  draft: { externalId: string; amount: Tiyin; printed: boolean },
): Invoice {
  const { now, random, name, terms, book } = office;
  const id = `INV${hex(random, 21).toUpperCase()}`;
  const text = qrText({ invoiceId: id, amount: draft.amount, name });
  const at = now();
  const invoice = { ...draft, id, qrText: text, createdAt: at, expiresAt: at + terms.lifetimeMs, ended: null };
  book.invoices.push(invoice);
  return invoice;
}

/** The invoice with this id. */
export function findInvoice(office: OneQrOffice, id: unknown): Invoice | undefined {
  return settled(office).invoices.find((invoice) => invoice.id === id);
}

/** The invoice behind what a customer has before them: a QR's text, an invoice's id, or the page's address. */
export function invoiceBehind(office: OneQrOffice, reference: string): Invoice | undefined {
  const { invoices } = settled(office);
  return invoices.find(({ id, qrText: text }) => text === reference || id === reference.split('/').at(-1));
}

/** Ends an open invoice; gives why it had ended before, if it had. */
export function endInvoice({ now }: OneQrOffice, invoice: Invoice, why: Ended): Ended | undefined {
  if (invoice.ended) return invoice.ended.why;
  invoice.ended = { why, at: now() };
  return undefined;
}

/** The money paid for an invoice. */
export function paymentOf(office: OneQrOffice, invoiceId: string): Payment | undefined {
  return office.book.payments.find((payment) => payment.invoiceId === invoiceId);
}

/** Takes the customer's money; an invoice that has ended turns them away. */
export function payInvoice(
  office: OneQrOffice,
  invoice: Invoice,
): { ok: true; payment: Payment } | { ok: false; why: Ended } {
  const { now, random, book, terms } = office;
  if (terms.lateWins && invoice.ended?.why === 'cancelled') invoice.ended = null;
  const before = endInvoice(office, invoice, 'paid');
  if (before) {
    book.turnedAway.push({ invoiceId: invoice.id, why: before, at: now() });
    return { ok: false, why: before };
  }
  const card = {
    phone: `+99890${digits(random, 7)}`,
    cardType: '2',
    cardNumber: `8600********${digits(random, 4)}`,
  } as const;
  const { id: invoiceId, amount } = invoice;
  const payment = { id: `PAY${digits(random, 17)}`, invoiceId, amount, at: now(), ...card };
  book.payments.push(payment);
  return { ok: true, payment };
}

/** What of a payment may still go back, in tiyin: refunds on their way count, failed ones do not. */
export function refundable(office: OneQrOffice, payment: Payment): number {
  const taken = settled(office).refunds.filter(({ paymentId, status }) => paymentId === payment.id && status !== 3);
  return payment.amount - taken.reduce((sum, { amount }) => sum + amount, 0);
}

/** Begins to give `amount` of a payment back. */
export function beginRefund({ now, random, book }: OneQrOffice, payment: Payment, amount: Tiyin): Refund {
  const refund: Refund = {
    id: `REF${hex(random, 17).toUpperCase()}`,
    paymentId: payment.id,
    amount,
    at: now(),
    status: 1,
  };
  book.refunds.push(refund);
  return refund;
}
