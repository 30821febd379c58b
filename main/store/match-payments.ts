import type { FiscalPayment, OurPayment } from '../domain/daily-match.ts';
import type { Db } from './database.ts';
import { all } from './statement.ts';

/** Which attempts a match needs: those sent from `from` up to but without `to` (ms), and those the book names. */
export type Wanted = { from: number; to: number; paymentIds: readonly string[]; attemptIds: readonly string[] };

/**
 * Only kinds of tender whose provider can have a book. The bounds of time keep the words of the index `attempt_sent`; the index
 * of payment ids begins with the provider, so it is read through, which still spares reading every attempt.
 */
const wanted = `WITH wanted (id) AS (
    SELECT id FROM attempt WHERE kind = 'payme-go' AND sent_at IS NOT NULL AND sent_at >= ? AND sent_at < ?
    UNION SELECT id FROM attempt INDEXED BY one_attempt_a_payment
      WHERE kind = 'payme-go' AND provider_payment_id IN (SELECT value FROM json_each(?))
    UNION SELECT id FROM attempt WHERE kind = 'payme-go' AND id IN (SELECT value FROM json_each(?)))`;

const bound = ({ from, to, paymentIds, attemptIds }: Wanted): unknown[] => [
  from,
  to,
  JSON.stringify(paymentIds),
  JSON.stringify(attemptIds),
];

/** Our side of the match: wallet attempts with what became of their sale and its fiscal document, oldest first. */
export function ourPayments(db: Db, which: Wanted): OurPayment[] {
  return all(
    db,
    `${wanted} SELECT attempt.id AS attemptId, attempt.sale_id AS saleId, attempt.state, verdict, amount, currency,
       provider_payment_id AS providerPaymentId, coalesce(attempt.sent_at, attempt.created_at) AS sentAt, ended_at AS endedAt,
       CASE WHEN EXISTS (SELECT 1 FROM tender WHERE attempt_id = attempt.id) THEN 'this'
         WHEN EXISTS (SELECT 1 FROM tender WHERE sale_id = attempt.sale_id) THEN 'other' ELSE 'nobody' END AS salePaidBy,
       CASE WHEN document.state IS NULL THEN 'none' WHEN document.state = 'registered' THEN 'registered' ELSE 'open' END AS fiscal
     FROM wanted JOIN attempt ON attempt.id = wanted.id
       LEFT JOIN fiscal_document AS document ON document.sale_id = attempt.sale_id AND document.operation = 'sale'
     ORDER BY sentAt, attemptId`,
    ...bound(which),
  );
}

/**
 * The fiscal side of the match: registered documents of the sales these attempts paid, with the payment id they carry. A sale
 * given back in part still has its payment; only one given back whole need not.
 */
export function fiscalPayments(db: Db, which: Wanted): FiscalPayment[] {
  const rows = all<Omit<FiscalPayment, 'refunded'> & { refunded: number | null }>(
    db,
    `${wanted} SELECT tender.sale_id AS saleId, attempt.id AS attemptId, attempt.provider_payment_id AS paymentId, tender.amount,
       document.registered_at AS registeredAt, (SELECT sum(amount) FROM refund WHERE sale_id = tender.sale_id) >= sale.total AS refunded
     FROM wanted JOIN attempt ON attempt.id = wanted.id JOIN tender ON tender.attempt_id = attempt.id
       JOIN sale ON sale.id = tender.sale_id JOIN fiscal_document AS document ON document.sale_id = tender.sale_id
     WHERE document.operation = 'sale' AND document.state = 'registered' ORDER BY attemptId`,
    ...bound(which),
  );
  return rows.map((row) => ({ ...row, refunded: row.refunded === 1 }));
}
