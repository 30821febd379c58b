import { walletAttemptOf } from '../../domain/tender.ts';
import type { FiscalReceipt } from '../../fiscal/service.ts';
import { hasReceipt, setFiscalState, setLost, setRegistered } from '../../store/fiscal-documents.ts';
import type { FiscalRow } from '../../store/fiscal-documents.ts';
import { owe } from '../../store/outbox.ts';
import { atomically } from '../../store/statement.ts';
import { tendersOf } from '../../store/tenders.ts';
import type { Equipment, Till } from '../context.ts';
import { play, say } from '../context.ts';
import type { Worked } from '../outbox.ts';
import { lineIs } from '../reach.ts';
import { oweReceipt } from '../receipts.ts';
import { recordFiscal } from '../record.ts';
import { clockIsRight } from './clock-trouble.ts';
import type { Refusal } from './clock-trouble.ts';
import { forgetTries } from './tries.ts';

type Later = Extract<Worked, { kind: 'later' }>;

/** Whether the box showed a receipt that another document already has: it answered with an older answer. */
export function isAnothers(till: Till, receipt: FiscalReceipt): boolean {
  return hasReceipt(till.db, receipt.terminalId, receipt.receiptSeq);
}

/** The box's word, the receipt made from it and what is owed next are one commit. */
export function keep(till: Till, equipment: Equipment, row: FiscalRow, receipt: FiscalReceipt): Worked {
  const attemptId = walletAttemptOf(tendersOf(till.db, row.saleId));
  const at = till.world.now();
  atomically(till.db, () => {
    setRegistered(till.db, row.id, receipt, at);
    recordFiscal(till, row.id);
    oweReceipt(till, equipment, row.saleId);
    if (attemptId) owe(till.db, 'wallet', 'wallet-confirm', attemptId, at);
  });
  lineIs(till, 'up');
  if (till.memo.message?.code === 'fiscal-in-doubt') till.memo.message = null;
  clockIsRight(till);
  forgetTries(till, row.id);
  till.wake('print');
  till.wake('wallet');
  return { kind: 'done' };
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
  forgetTries(till, row.id);
  return { kind: 'dead', reason: code };
}

/** Leaves to a person a document of which nobody knows whether it is registered: a person compares the box's paper with the sale. */
export function leaveInDoubt(till: Till, row: FiscalRow, reason: string): Worked {
  doubt(till, row, reason);
  play(till, 'trouble');
  forgetTries(till, row.id);
  return { kind: 'dead', reason };
}
