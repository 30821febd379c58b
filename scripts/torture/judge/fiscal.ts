import type { Receipt } from '../../../main/training/fbox/ledger.ts';
import type { Fbox } from '../../../main/training/fbox/server.ts';
import type { TenderKind } from '../../../main/domain/tender.ts';
import type { AttemptBook, Books, FiscalBook, SaleBook } from '../books.ts';
import { found } from './findings.ts';
import type { Finding } from './findings.ts';

/** Sales registered by the box, by its own book: one a document, however often it was asked. */
export function registeredSales({ ledger }: Fbox): readonly Receipt[] {
  return ledger.receipts.filter(({ operation }) => operation === 'sale');
}

/** Every completed sale is registered once, for its own sum and its own payment; nothing else is. */
export function judgeFiscal(books: Books, box: Fbox): Finding[] {
  const receipts = registeredSales(box);
  const completed = books.sales.filter(({ state }) => state === 'completed');
  const documents = books.fiscal.filter(({ operation }) => operation === 'sale');
  return [
    ...completed.flatMap((sale) => registeredOnce(books, receipts, sale)),
    ...receipts.flatMap((receipt) => ofCompletedSale(documents, completed, receipt)),
  ];
}

function registeredOnce(books: Books, receipts: readonly Receipt[], sale: SaleBook): Finding[] {
  const documents = books.fiscal.filter(({ saleId, operation }) => saleId === sale.id && operation === 'sale');
  const [document] = documents;
  if (!document || documents.length !== 1)
    return [found('fiscal', `sale ${sale.id} has ${documents.length} documents`)];
  const own = receipts.filter(({ uuid }) => uuid === document.id);
  const [receipt] = own;
  if (own.length > 1) return [found('fiscal', `sale ${sale.id} is registered ${own.length} times`)];
  if (!receipt)
    return [found('fiscal', `sale ${sale.id} is not registered: ${document.state} ${document.reason ?? ''}`)];
  return sameValues(books, sale, document, receipt);
}

function sameValues(books: Books, sale: SaleBook, document: FiscalBook, receipt: Receipt): Finding[] {
  const wrong: string[] = [];
  if (document.state !== 'registered')
    wrong.push(`it is ${document.state} (${document.reason ?? ''}) and the box has it`);
  else if (document.receiptSeq !== String(receipt.seq))
    wrong.push(`it says ${document.receiptSeq}, the box ${receipt.seq}`);
  if (receipt.cash + receipt.card !== sale.total)
    wrong.push(`the box has ${receipt.cash + receipt.card}, not ${sale.total}`);
  const payment = paymentOf(books, sale.id);
  if ((receipt.paymentId ?? null) !== payment) wrong.push(`the box has payment ${receipt.paymentId}, not ${payment}`);
  return wrong.map((what) => found('fiscal', `sale ${sale.id}: ${what}`));
}

function paymentOf({ tenders, attempts }: Books, saleId: string): string | null {
  const attemptId = tenders.find((tender) => tender.saleId === saleId && tender.attemptId !== null)?.attemptId;
  const attempt = attempts.find(({ id }) => id === attemptId);
  return attempt && payme.includes(attempt.kind) ? paidAs(attempt) : null;
}

/** Only Payme has a number at the tax office; other wallets' payments stand on no receipt. */
const payme: readonly TenderKind[] = ['payme-go', 'payme-link', 'payme-invoice'];

function paidAs({ kind, transactionId, providerPaymentId }: AttemptBook): string | null {
  return (kind === 'payme-go' ? null : transactionId) ?? providerPaymentId;
}

function ofCompletedSale(
  documents: readonly FiscalBook[],
  completed: readonly SaleBook[],
  receipt: Receipt,
): Finding[] {
  const document = documents.find(({ id }) => id === receipt.uuid);
  if (document && completed.some(({ id }) => id === document.saleId)) return [];
  return [found('fiscal', `receipt ${receipt.seq} of the box belongs to no completed sale`)];
}
