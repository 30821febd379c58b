import { walletAttemptOf } from '../../domain/tender.ts';
import type { FiscalReceipt, ZState } from '../../fiscal/service.ts';
import { findAttempt } from '../../store/attempts.ts';
import { hasReceipt, setFiscalState, setLost, setRegistered } from '../../store/fiscal-documents.ts';
import type { FiscalRow } from '../../store/fiscal-documents.ts';
import { atomically } from '../../store/statement.ts';
import { tendersOf } from '../../store/tenders.ts';
import type { Code } from '../../../preload/api.ts';
import type { Equipment, Till } from '../context.ts';
import { play, say } from '../context.ts';
import type { Worked } from '../outbox.ts';
import { providerOf } from '../providers.ts';
import { foldSoon } from '../fold-soon.ts';
import { lineIs } from '../reach.ts';
import { oweNow } from '../owe.ts';
import { oweReceipt, oweRefundSlip } from '../receipts.ts';
import { recordFiscal } from '../record.ts';
import { clockIsRight } from './clock-trouble.ts';
import type { Refusal } from './clock-trouble.ts';
import { forgetLoss, lostNow } from './losses.ts';
import { forgetTries } from './tries.ts';

type Later = Extract<Worked, { kind: 'later' }>;

/** Whether the box showed a receipt that another document already has: it answered with an older answer. */
export function isAnothers(till: Till, receipt: FiscalReceipt): boolean {
  return hasReceipt(till.db, receipt.terminalId, receipt.receiptSeq);
}

/** How many documents of this kind the box has taken in its shift: what tells whether it took the next one. */
export function countOf(state: ZState, { operation }: Pick<FiscalRow, 'operation'>): number {
  return operation === 'sale' ? state.saleCount : state.refundCount;
}

/** What the screen says while a document waits for the box, and no longer says when the box has taken one. */
const waited: readonly Code[] = ['fiscal-in-doubt', 'fiscal-open-refused'];

/** The box's word, the receipt made from it and what is owed next are one commit. */
export function keep(till: Till, equipment: Equipment, row: FiscalRow, receipt: FiscalReceipt): Worked {
  atomically(till.db, () => {
    setRegistered(till.db, row.id, receipt, till.world.now());
    recordFiscal(till, row.id);
    if (row.refundId === null) oweAfterSale(till, equipment, row.saleId);
    else oweRefundSlip(till, equipment, row.refundId);
  });
  lineIs(till, 'up');
  if (till.memo.message && waited.includes(till.memo.message.code)) till.memo.message = null;
  clockIsRight(till);
  forget(till, row);
  till.wake('print');
  till.wake('wallet');
  return { kind: 'done' };
}

/** The wallet shows its customer the receipt of the sale; that the money went back it knows by itself. */
function oweAfterSale(till: Till, equipment: Equipment, saleId: string): void {
  const attemptId = walletAttemptOf(tendersOf(till.db, saleId));
  oweReceipt(till, equipment, saleId);
  const attempt = attemptId ? findAttempt(till.db, attemptId) : undefined;
  if (attempt) foldSoon(till);
  const isHeard = attempt && providerOf(equipment, attempt)?.confirm !== null;
  if (attempt && isHeard) oweNow(till, 'wallet', 'wallet-confirm', attempt.id);
}

function forget(till: Till, { id }: FiscalRow): void {
  forgetTries(till, id);
  forgetLoss(till, id);
}

/** Nothing was sent: the document waits until the box is there again. */
export function unreachable(till: Till, row: FiscalRow, reason: string): Later {
  lineIs(till, 'down');
  setFiscalState(till.db, row.id, 'waiting', reason);
  say(till, 'fiscal-unreachable', 'info');
  return { kind: 'later', reason };
}

/** The answer was lost, or cannot be believed: from now on the box is asked about this document. */
export function lost(till: Till, row: FiscalRow, reason: string): Later {
  setLost(till.db, row.id, reason, till.world.now());
  lostNow(till, row.id);
  say(till, 'fiscal-in-doubt', 'doubt');
  return { kind: 'later', reason };
}

/** Asking did not help yet. */
export function doubt(till: Till, row: FiscalRow, reason: string): Later {
  setFiscalState(till.db, row.id, 'in-doubt', reason);
  say(till, 'fiscal-in-doubt', 'doubt');
  return { kind: 'later', reason };
}

/** Leaves to a person a document that is proven not to be registered; a person may send it again. */
export function leaveRefused(till: Till, row: FiscalRow, { code, message }: Refusal): Worked {
  setFiscalState(till.db, row.id, 'refused', message === '' ? code : `${code}: ${message}`);
  say(till, 'fiscal-refused', 'refused', { code, message });
  play(till, 'trouble');
  forget(till, row);
  return { kind: 'dead', reason: code };
}

/** Leaves to a person a document of which nobody knows whether it is registered: a person compares the box's paper with the sale. */
export function leaveInDoubt(till: Till, row: FiscalRow, reason: string): Worked {
  doubt(till, row, reason);
  play(till, 'trouble');
  forget(till, row);
  return { kind: 'dead', reason };
}
