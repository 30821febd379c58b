import { isCheckout } from '../../../main/domain/tender.ts';
import { refundedOf } from '../../../main/training/smartpay/book.ts';
import type { AttemptBook, Books } from '../books.ts';
import type { Surroundings } from '../surroundings.ts';
import { found } from './findings.ts';
import type { Finding } from './findings.ts';
import { checkoutOf } from './provider-book.ts';

/** Money one customer paid by a QR, by the provider's own book and in its ledger; `isOf` says whose attempt it is. */
type Payment = { what: string; taken: number; back: number; isOf(attempt: AttemptBook): boolean };

const sum = (rows: readonly { amount: number }[]): number => rows.reduce((all, { amount }) => all + amount, 0);

/** Whatever the providers of QRs keep is what the sales of the shop say, no more and no less; nothing goes back twice. */
export function judgeCheckouts(books: Books, around: Surroundings): Finding[] {
  const attempts = books.attempts.filter(({ kind }) => isCheckout(kind));
  const payments = paymentsOf(around);
  return [
    ...payments.flatMap((payment) => ofAnAttempt(attempts, payment)),
    ...attempts.flatMap((attempt) => keptAsSold(books, payments, attempt)),
  ];
}

function ofAnAttempt(attempts: readonly AttemptBook[], { what, taken, back, isOf }: Payment): Finding[] {
  const nobodys = attempts.some(isOf)
    ? []
    : [found('lost-money', `${taken} were taken (${what}) and no attempt knows of them`)];
  return back > taken
    ? [...nobodys, found('returned-twice', `of ${taken} (${what}) ${back} were given back`)]
    : nobodys;
}

function keptAsSold(books: Books, payments: readonly Payment[], attempt: AttemptBook): Finding[] {
  const { id, kind, state, reason, charged, managerSince } = attempt;
  const kept = payments.filter(({ isOf }) => isOf(attempt)).reduce((all, { taken, back }) => all + taken - back, 0);
  const text = `${kind} attempt ${id} is ${state} (${reason ?? ''}) and the provider keeps ${kept} of ${charged}`;
  if (kept > charged) return [found('double-charge', text)];
  switch (state) {
    case 'paid':
      return kept === charged && sells(books, attempt) ? [] : [found('lost-money', text)];
    case 'in-doubt':
    case 'cancelling':
      return managerSince !== null ? [] : [found('open-doubt', text)];
    case 'queued':
    case 'sending':
      return [found('not-settled', text)];
    case 'declined':
    case 'expired':
    case 'returned':
    case 'abandoned':
    case 'closed-by-manager':
      return kept === 0 ? [] : [found('lost-money', text)];
  }
}

function sells({ sales, tenders }: Books, { id, saleId }: AttemptBook): boolean {
  const own = tenders.filter((tender) => tender.saleId === saleId);
  return (
    own.length === 1 &&
    own[0]?.attemptId === id &&
    sales.some((sale) => sale.id === saleId && sale.state === 'completed')
  );
}

function paymentsOf({ box, payme, wallets }: Surroundings): Payment[] {
  return [...ofUzqr(box), ...ofPayme(payme), ...(wallets ? [...ofFlitt(wallets), ...ofSmartpay(wallets)] : [])];
}

function ofUzqr({ oneQr: { book } }: Surroundings['box']): Payment[] {
  return book.payments.map(({ id, invoiceId, amount }) => ({
    what: `UzQR ${id}`,
    taken: amount,
    back: sum(book.refunds.filter(({ paymentId, status }) => paymentId === id && status !== 3)),
    isOf: ({ kind, providerPaymentId }) => kind === 'uzqr' && providerPaymentId === invoiceId,
  }));
}

/** A payment by link is known by the attempt's own id, from Payme's first call on. */
function ofPayme(payme: Surroundings['payme']): Payment[] {
  const { charges, returns } = payme.ledger;
  return charges.flatMap(({ receiptId, amount }) => {
    const attemptId = checkoutOf(payme, receiptId);
    const back = sum(returns.filter((one) => one.receiptId === receiptId));
    return attemptId === undefined
      ? []
      : [{ what: `Payme ${receiptId}`, taken: amount, back, isOf: ({ id }) => id === attemptId }];
  });
}

function ofFlitt({ flitt: { ledger } }: NonNullable<Surroundings['wallets']>): Payment[] {
  return ledger.taken.map(({ orderId, amount }) => ({
    what: `Flitt ${orderId}`,
    taken: amount,
    back: sum(ledger.reversals.filter((one) => one.orderId === orderId && one.status === 'approved')),
    isOf: ({ id }) => id === orderId,
  }));
}

function ofSmartpay({ smartpay: { ledger } }: NonNullable<Surroundings['wallets']>): Payment[] {
  return ledger.payments.map(({ id, orderId, amount }) => ({
    what: `Smartpay ${id}`,
    taken: amount,
    back: refundedOf(ledger, id),
    isOf: ({ providerPaymentId }) => providerPaymentId === orderId,
  }));
}
