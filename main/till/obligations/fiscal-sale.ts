import { assertNever } from '../../domain/assert-never.ts';
import type { FiscalReceipt, FiscalService, RegisterOutcome } from '../../fiscal/service.ts';
import { findFiscal, setFiscalState, setRegistered, setSending } from '../../store/fiscal-documents.ts';
import type { FiscalRow } from '../../store/fiscal-documents.ts';
import { owe } from '../../store/outbox.ts';
import { atomically } from '../../store/statement.ts';
import { tendersOf } from '../../store/tenders.ts';
import type { Equipment, Till } from '../context.ts';
import { play, say } from '../context.ts';
import { fiscalSale } from '../fiscal-sale.ts';
import type { Worked } from '../outbox.ts';
import { oweReceipt } from '../receipts.ts';
import { recordFiscal } from '../record.ts';

/** The module wants each operation at least a second after the last (FBOX 36888). */
const timePastWait = 1100;

/** How long (ms) the box may still be working on a document whose answer was lost. */
const boxAtWork = 5000;

/**
 * Registers a sale with the fiscal box. The box's counters are noted before the first byte leaves, so that a document
 * whose answer was lost, or that a killed till was sending, can be asked about; it is never sent again blindly.
 */
export async function registerSale(till: Till, equipment: Equipment, documentId: string): Promise<Worked> {
  const { fiscal } = equipment;
  const row = findFiscal(till.db, documentId);
  if (!row || row.state === 'registered') return { kind: 'done' };
  if (!fiscal) return { kind: 'dead', reason: 'no-fiscal-service' };
  if (row.state === 'sending' || row.state === 'in-doubt') return ask(till, equipment, fiscal, row);
  const counters = await fiscal.shiftState();
  if ('kind' in counters) return unreachable(till, row, counters.reason);
  setSending(till.db, row.id, till.world.now(), counters);
  till.changed();
  return accept(till, equipment, fiscal, row, await fiscal.register(fiscalSale(till, row)));
}

async function ask(till: Till, equipment: Equipment, fiscal: FiscalService, row: FiscalRow): Promise<Worked> {
  const found = await fiscal.find(row.id);
  switch (found.kind) {
    case 'found':
      return keep(till, equipment, row, found.receipt);
    case 'other':
      return askCounters(till, fiscal, row);
    case 'unreachable':
      till.memo.line = 'down';
      return doubt(till, row, found.reason);
    default:
      return assertNever(found);
  }
}

/**
 * The box's last receipt is not this one. When its counters stand where they stood before, it never registered it
 * and it may be sent again; the till is the box's only user, so nobody else can have moved them.
 */
async function askCounters(till: Till, fiscal: FiscalService, row: FiscalRow): Promise<Worked> {
  const wait = (row.sentAt ?? 0) + boxAtWork - till.world.now();
  if (wait > 0) return { ...doubt(till, row, 'box-may-be-working'), wait };
  const counters = await fiscal.shiftState();
  if ('kind' in counters) return doubt(till, row, counters.reason);
  const unmoved = counters.number === row.boxShift && counters.saleCount === row.boxCount;
  if (!unmoved) return park(till, row, 'counters-moved');
  setFiscalState(till.db, row.id, 'waiting', 'not-registered');
  return { kind: 'later', reason: 'not-registered', wait: 0 };
}

/** Neither found nor provably absent: a person compares the box's paper with the sale; the next sales go on. */
function park(till: Till, row: FiscalRow, reason: string): Worked {
  doubt(till, row, reason);
  play(till, 'trouble');
  return { kind: 'dead', reason };
}

function unreachable(till: Till, row: FiscalRow, reason: string): Worked {
  till.memo.line = 'down';
  setFiscalState(till.db, row.id, 'waiting', reason);
  say(till, 'fiscal-unreachable', 'info');
  return { kind: 'later', reason };
}

async function accept(
  till: Till,
  equipment: Equipment,
  fiscal: FiscalService,
  row: FiscalRow,
  outcome: RegisterOutcome,
): Promise<Worked> {
  switch (outcome.kind) {
    case 'registered':
      return keep(till, equipment, row, outcome.receipt);
    case 'nothing-sent':
      return unreachable(till, row, outcome.reason);
    case 'in-doubt':
      return doubt(till, row, outcome.reason);
    case 'refused':
      return refusedBy(till, fiscal, row, outcome);
    default:
      return assertNever(outcome);
  }
}

/** The box's word, the receipt made from it and what is owed next are one commit. */
function keep(till: Till, equipment: Equipment, row: FiscalRow, receipt: FiscalReceipt): Worked {
  const attemptId = tendersOf(till.db, row.saleId).find((tender) => tender.attemptId !== null)?.attemptId;
  const at = till.world.now();
  atomically(till.db, () => {
    setRegistered(till.db, row.id, receipt, at);
    recordFiscal(till, row.id);
    oweReceipt(till, equipment, row.saleId);
    if (attemptId) owe(till.db, 'wallet', 'wallet-confirm', attemptId, at);
  });
  till.memo.line = 'up';
  if (till.memo.message?.code.startsWith('fiscal-')) till.memo.message = null;
  till.wake('print');
  till.wake('wallet');
  return { kind: 'done' };
}

function doubt(till: Till, row: FiscalRow, reason: string): { kind: 'later'; reason: string } {
  setFiscalState(till.db, row.id, 'in-doubt', reason);
  say(till, 'fiscal-in-doubt', 'doubt');
  return { kind: 'later', reason };
}

/** A closed fiscal shift is opened and the clock waited for; any other refusal is parked, so that the next sale is not blocked. */
async function refusedBy(
  till: Till,
  fiscal: FiscalService,
  row: FiscalRow,
  refusal: { code: string; message: string },
): Promise<Worked> {
  if (refusal.code === 'shift-not-open') {
    setFiscalState(till.db, row.id, 'waiting', refusal.code);
    const opened = await fiscal.openShift(till.world.now());
    return { kind: 'later', reason: refusal.code, ...(opened.kind === 'done' ? { wait: timePastWait } : {}) };
  }
  if (refusal.code === 'time-past') {
    setFiscalState(till.db, row.id, 'waiting', refusal.code);
    return { kind: 'later', reason: refusal.code, wait: timePastWait };
  }
  setFiscalState(till.db, row.id, 'refused', `${refusal.code}: ${refusal.message}`);
  say(till, 'fiscal-refused', 'refused', { code: refusal.code, message: refusal.message });
  play(till, 'trouble');
  return { kind: 'dead', reason: refusal.code };
}
