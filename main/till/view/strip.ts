import { unsentFiscal } from '../../store/fiscal-documents.ts';
import { waitingForPerson } from '../../store/open-items.ts';
import { notPrinted } from '../../store/receipts.ts';
import { attemptHeap } from '../../store/totals.ts';
import type { StripView } from '../../../preload/api.ts';
import type { Till } from '../context.ts';
import { wholeLine } from '../reach.ts';

/** The status strip: what is not certain is counted from the database, never from memory. */
export function stripView(till: Till): StripView {
  const { db, memo } = till;
  return {
    line: wholeLine(till),
    queued: attemptHeap(db, 'queued'),
    inDoubt: attemptHeap(db, 'in-doubt'),
    unsentFiscal: unsentFiscal(db),
    notPrinted: { count: notPrinted(db) },
    needsPerson: waitingForPerson(db),
    box: memo.box,
    printer: memo.printer,
    scanner: memo.scanner,
    secretsUnprotected: !till.secretsProtected,
  };
}
