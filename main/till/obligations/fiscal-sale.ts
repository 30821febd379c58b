import { assertNever } from '../../domain/assert-never.ts';
import type { FiscalService, RegisterOutcome } from '../../fiscal/service.ts';
import { findFiscal, setFiscalState, setSending } from '../../store/fiscal-documents.ts';
import type { FiscalRow } from '../../store/fiscal-documents.ts';
import type { Equipment, Till } from '../context.ts';
import { say } from '../context.ts';
import { fiscalRefund, fiscalSale } from '../as-fiscal-sale.ts';
import type { Worked } from '../outbox.ts';
import { isClockTrouble, timePastWait, waitForClock } from './clock-trouble.ts';
import type { Refusal } from './clock-trouble.ts';
import { askAbout } from './fiscal-doubt.ts';
import { countOf, isAnothers, keep, lost, leaveRefused, unreachable } from './fiscal-word.ts';
import { countTry } from './tries.ts';

/** A box that says "no shift" right after it opened one is not going to change its mind. */
const openingsBeforePerson = 6;

/**
 * Registers a sale, or its refund, with the fiscal box. The box's counters are noted before the first byte leaves, so that a
 * document whose answer was lost, or that a killed till was sending, can be asked about; it is never sent again blindly.
 */
export async function registerDocument(till: Till, equipment: Equipment, documentId: string): Promise<Worked> {
  const { fiscal } = equipment;
  const row = findFiscal(till.db, documentId);
  if (!row || row.state === 'registered') return { kind: 'done' };
  if (!fiscal) return { kind: 'dead', reason: 'no-fiscal-service' };
  if (row.state === 'sending' || row.state === 'in-doubt') return askAbout(till, equipment, fiscal, row);
  const counters = await fiscal.shiftState();
  if ('kind' in counters) return unreachable(till, row, counters.reason);
  const send = sending(till, fiscal, row);
  setSending(till.db, row.id, till.world.now(), { number: counters.number, count: countOf(counters, row) });
  till.changed();
  return accept(till, equipment, fiscal, row, await send());
}

/** The document is made before anything is noted, so that one that cannot be made is never taken for sent. */
function sending(till: Till, fiscal: FiscalService, row: FiscalRow): () => Promise<RegisterOutcome> {
  if (row.operation === 'sale') {
    const sale = fiscalSale(till, row);
    return () => fiscal.register(sale);
  }
  const refund = fiscalRefund(till, row);
  return () => fiscal.refund(refund);
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
      if (isAnothers(till, outcome.receipt)) return lost(till, row, 'receipt-of-another');
      return keep(till, equipment, row, outcome.receipt);
    case 'nothing-sent':
      return unreachable(till, row, outcome.reason);
    case 'in-doubt':
      return lost(till, row, outcome.reason);
    case 'refused':
      return refusedBy(till, fiscal, row, outcome);
    default:
      return assertNever(outcome);
  }
}

/** A closed fiscal shift is opened and the clock waited for; any other refusal is parked, so that the next sale is not blocked. */
async function refusedBy(till: Till, fiscal: FiscalService, row: FiscalRow, refusal: Refusal): Promise<Worked> {
  if (refusal.code === 'shift-not-open') return openFirst(till, fiscal, row, refusal);
  if (!isClockTrouble(refusal)) return leaveRefused(till, row, refusal);
  setFiscalState(till.db, row.id, 'waiting', `${refusal.code}: ${refusal.message}`);
  return waitForClock(till, row.id, 'fiscal-refused', refusal);
}

/** A refused opening meets every document alike, so it is said and waited for; only a box that contradicts itself parks this one. */
async function openFirst(till: Till, fiscal: FiscalService, row: FiscalRow, refusal: Refusal): Promise<Worked> {
  setFiscalState(till.db, row.id, 'waiting', refusal.code);
  const opened = await fiscal.openShift(till.world.now());
  switch (opened.kind) {
    case 'done':
    case 'already':
      if (countTry(till, row.id, refusal.code) >= openingsBeforePerson) return leaveRefused(till, row, refusal);
      return { kind: 'later', reason: refusal.code, wait: timePastWait };
    case 'refused':
      if (isClockTrouble(opened)) return waitForClock(till, row.id, 'fiscal-open-refused', opened);
      say(till, 'fiscal-open-refused', 'refused', { code: opened.code, message: opened.message });
      return { kind: 'later', reason: opened.code };
    case 'nothing-sent':
    case 'in-doubt':
      return { kind: 'later', reason: opened.reason };
    default:
      return assertNever(opened);
  }
}
