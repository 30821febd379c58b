import { lineTotal, lineVat } from '../domain/sale.ts';
import { historyOf } from '../store/attempt-moves.ts';
import { listAttempts } from '../store/attempts.ts';
import type { AttemptRow } from '../store/attempts.ts';
import { listAudit } from '../store/audit.ts';
import type { AuditRow } from '../store/audit.ts';
import type { Db } from '../store/database.ts';
import { listFiscal } from '../store/fiscal-documents.ts';
import type { FiscalRow } from '../store/fiscal-documents.ts';
import { sealedBodies, verifyChain } from '../store/journal.ts';
import { linesOf } from '../store/lines.ts';
import { listRefunds } from '../store/refunds.ts';
import { listSales } from '../store/sales.ts';
import type { SaleRow } from '../store/sales.ts';
import { listCash, listShifts } from '../store/shifts.ts';
import type { CashRow, ShiftRow } from '../store/shifts.ts';
import { tendersOf } from '../store/tenders.ts';
import { refundLine } from './refund-line.ts';

/**
 * One line of the electronic journal; the shapes are a promise to programs outside. Money in tiyin, quantity in thousandths,
 * times ISO.
 */
export type JournalLine = { type: JournalType; id: string } & Record<string, unknown>;

const journalTypes = ['sale', 'attempt', 'refund', 'fiscal', 'shift', 'cash', 'audit'] as const;
type JournalType = (typeof journalTypes)[number];

const iso = (at: number): string => new Date(at).toISOString();
const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));

/** A sale with its lines and tenders; `at` is when it ended, or began when it has not. */
export function saleLine(db: Db, sale: SaleRow): JournalLine {
  const lines = linesOf(db, sale.id).map((line) => ({
    code: line.code,
    name: line.name,
    quantity: line.quantity,
    price: line.price,
    discount: line.discount,
    total: lineTotal(line),
    vat: lineVat(line),
  }));
  const tenders = tendersOf(db, sale.id).map(({ kind, amount, attemptId }) =>
    attemptId === null ? { kind, amount } : { kind, amount, attempt: attemptId },
  );
  const { id, number, shiftId, state, total, currency } = sale;
  return {
    type: 'sale',
    id,
    number,
    shift: shiftId,
    state,
    total,
    currency,
    lines,
    tenders,
    at: iso(sale.endedAt ?? sale.openedAt),
  };
}

/**
 * An attempt with its whole history, and what it took in another currency (`charged`, its minor units); never the customer's
 * code or phone.
 */
export function attemptLine(db: Db, row: AttemptRow): JournalLine {
  const history = historyOf(db, row.id).map(({ at, state, reason }) => ({ at: iso(at), state, reason }));
  const { id, saleId, provider, amount, state, providerPaymentId, transactionId, kkmId, deviceId } = row;
  const { chargedAmount, chargedCurrency } = row;
  return {
    type: 'attempt',
    id,
    sale: saleId,
    provider,
    amount,
    ...(chargedAmount === null ? {} : { charged: { amount: chargedAmount, currency: chargedCurrency } }),
    state,
    providerPaymentId,
    transactionId,
    kkmId,
    deviceId,
    history,
  };
}

/** A fiscal document with the module's own values. */
export function fiscalLine(row: FiscalRow): JournalLine {
  const { id, saleId, operation, state, terminalId, receiptSeq, dateTime, fiscalSign, url } = row;
  return { type: 'fiscal', id, sale: saleId, operation, state, terminalId, receiptSeq, dateTime, fiscalSign, url };
}

/** A shift from its float to its counted cash. */
export function shiftLine(row: ShiftRow): JournalLine {
  const { id, number, state, float, expectedCash, countedCash, openedBy, closedBy } = row;
  const times = { openedAt: iso(row.openedAt), closedAt: isoOrNull(row.closedAt) };
  return { type: 'shift', id, number, state, float, expectedCash, countedCash, openedBy, closedBy, ...times };
}

/** Cash into or out of the drawer. */
export function cashLine({ id, kind, amount, shiftId, saleId, staffId, at }: CashRow): JournalLine {
  return { type: 'cash', id, kind, amount, shift: shiftId, sale: saleId, staff: staffId, at: iso(at) };
}

/** Who did what. */
export function auditLine({ id, at, staffId, action, subject, facts }: AuditRow): JournalLine {
  return { type: 'audit', id, action, subject, staff: staffId, facts: JSON.parse(facts) as unknown, at: iso(at) };
}

/** The whole journal as the tables stand now, one object per fact. */
export function* journalLines(db: Db): Generator<JournalLine> {
  for (const row of listShifts(db)) yield shiftLine(row);
  for (const row of listSales(db)) yield saleLine(db, row);
  for (const row of listAttempts(db)) yield attemptLine(db, row);
  for (const row of listRefunds(db)) yield refundLine(db, row);
  for (const row of listFiscal(db)) yield fiscalLine(row);
  for (const row of listCash(db)) yield cashLine(row);
  for (const row of listAudit(db)) yield auditLine(row);
}

export type JournalProof = { ok: true } | { ok: false; fault: string };

/**
 * Proves the journal: every entry follows from the one before it, and every finished sale, attempt, refund and
 * fiscal document reads in the tables as it was sealed.
 */
export function verifyJournal(db: Db): JournalProof {
  const broken = verifyChain(db);
  if (broken) return { ok: false, fault: `entry ${broken.seq}: ${broken.fault}` };
  const changed = firstChanged(db);
  return changed === undefined ? { ok: true } : { ok: false, fault: `${changed} differs from what was sealed` };
}

function firstChanged(db: Db): string | undefined {
  const now = new Map([...journalLines(db)].map((line) => [`${line.type} ${line.id}`, JSON.stringify(line)]));
  for (const type of journalTypes) {
    for (const { subject, body } of sealedBodies(db, type)) {
      if (now.get(`${type} ${subject}`) !== body) return `${type} ${subject}`;
    }
  }
  return undefined;
}
