import { endedSince, judgePair, judgeSurplus } from './judge-payment.ts';
import type { Verdict } from './judge-payment.ts';
import { countsAsPaid, isOfRegister, tookMoney } from './match-rows.ts';
import type { Finding, FindingKind, FiscalPayment, MatchedDay, OurPayment } from './match-rows.ts';
import { addUp } from './money.ts';
import type { Tiyin } from './money.ts';
import { pairPayments } from './pair-payments.ts';
import type { Pair, Pairing } from './pair-payments.ts';
import type { Booked } from './statement.ts';

export type { Finding, FindingKind, FiscalPayment, MatchedDay, OurPayment } from './match-rows.ts';

export type Sum = { count: number; amount: Tiyin };

/**
 * A row of the book and what it turned out to be; one of another till or of another day is explained. `counts` when it stands
 * in the provider's sum of this till's day.
 */
export type JudgedRow = {
  row: Booked;
  attemptId: string | null;
  as: 'equal' | 'settle' | 'explained' | 'finding';
  counts: boolean;
};

export type DayMatch = {
  /** What we, the provider and the fiscal box count as paid by this till on this day. */
  ours: Sum;
  theirs: Sum | null;
  fiscal: Sum;
  equal: Sum;
  rows: JudgedRow[];
  findings: Finding[];
  /** Attempts nobody knew the end of, and the payment that tells it; no finding, for the till settles them itself. */
  toSettle: { attemptId: string; booked: Booked }[];
};

type Judged = { row: Booked; attempt: OurPayment | null; verdict: Verdict; counts: boolean };

/** How long (ms) a receipt may be on its way to the box or the wallet before its absence is a finding. */
const grace = 600_000;

/**
 * Compares one day three ways: our attempts, the provider's book, the fiscal documents. All three may hold rows of the
 * neighbouring days, so that a payment at midnight finds its counterpart; only this day is judged, a payment on the
 * day its attempt was sent. `theirs` is null when the provider has no book: then ours and the fiscal documents are compared.
 * Payme's book has no fees, so what the bank pays out is not compared here.
 */
export function matchDay(
  ours: readonly OurPayment[],
  theirs: readonly Booked[] | null,
  fiscal: readonly FiscalPayment[],
  day: MatchedDay,
): DayMatch {
  const pairing = pairPayments(ours, theirs ?? [], day.register);
  const judged = judgeRows(pairing, day);
  const mine = ours.filter((attempt) => isWithin(day, attempt.sentAt));
  const receipts = receiptsOf(mine, ours, fiscal);
  const findings = [
    ...judged.flatMap(findingOfRow),
    ...(theirs ? paidHereOnly(pairing, day) : mine.filter(isPaidTwice).map(about('paid-twice'))),
    ...withoutReceipt(mine, day).map(about('fiscal-missing')),
    ...withoutLink(judged, receipts, day).map(about('link-missing')),
    ...receiptsWithoutPayment(receipts, ours),
  ];
  const rows = judgedRows(judged, findings);
  return {
    ours: sumOf(mine.filter(countsAsPaid)),
    theirs: theirs && sumOf(rows.filter(({ counts }) => counts).map(({ row }) => row)),
    fiscal: sumOf(receipts),
    equal: sumOf(rows.filter(({ as }) => as === 'equal').map(({ row }) => row)),
    rows,
    findings: findings.toSorted((a, b) => byText(nameOf(a), nameOf(b))),
    toSettle: settled(judged),
  };
}

function judgeRows({ pairs, surplus, unclear, alone }: Pairing, day: MatchedDay): Judged[] {
  return [
    ...pairs.map((pair) => judgedPair(pair, day, judgePair(pair, day.readAt))),
    ...surplus.map((pair) => judgedPair(pair, day, judgeSurplus(pair))),
    ...unclear.map((row) => judgedAlone(row, day, 'paid-there')),
    ...alone.map((row) => judgedAlone(row, day, 'unknown-payment')),
  ];
}

function judgedPair({ attempt, row }: Pair, day: MatchedDay, verdict: Verdict): Judged {
  const counts = isWithin(day, attempt.sentAt);
  return { row, attempt, counts, verdict: counts ? verdict : 'explained' };
}

function judgedAlone(row: Booked, day: MatchedDay, verdict: FindingKind): Judged {
  const counts = isOfRegister(row, day.register) && isWithin(day, row.createdAt);
  return { row, attempt: null, counts, verdict: counts && tookMoney(row) ? verdict : 'explained' };
}

function findingOfRow({ row, attempt, verdict }: Judged): Finding[] {
  if (verdict === 'equal' || verdict === 'settle' || verdict === 'explained') return [];
  const { paymentId, amount } = row;
  return [{ kind: verdict, attemptId: attempt?.attemptId ?? null, saleId: attempt?.saleId ?? null, paymentId, amount }];
}

function about(kind: FindingKind): (attempt: OurPayment) => Finding {
  return ({ attemptId, saleId, providerPaymentId, amount }) => ({
    kind,
    attemptId,
    saleId,
    paymentId: providerPaymentId,
    amount,
  });
}

function paidHereOnly({ missing }: Pairing, day: MatchedDay): Finding[] {
  return missing
    .filter((attempt) => isWithin(day, attempt.sentAt) && countsAsPaid(attempt) && !endedSince(attempt, day.readAt))
    .map(about('paid-here'));
}

function isPaidTwice(attempt: OurPayment): boolean {
  return countsAsPaid(attempt) && attempt.salePaidBy === 'other';
}

/** A paid sale whose document is still on its way to the box is given a while; one that never asked for a document is not. */
function withoutReceipt(mine: readonly OurPayment[], { fiscalOwed, readAt }: MatchedDay): OurPayment[] {
  const isLate = ({ fiscal, endedAt }: OurPayment): boolean =>
    fiscal === 'none' || (fiscal === 'open' && readAt - (endedAt ?? 0) >= grace);
  return mine.filter(
    (attempt) => fiscalOwed && countsAsPaid(attempt) && attempt.salePaidBy === 'this' && isLate(attempt),
  );
}

function withoutLink(
  judged: readonly Judged[],
  receipts: readonly FiscalPayment[],
  { readAt }: MatchedDay,
): OurPayment[] {
  const late = receipts.filter(({ registeredAt }) => readAt - registeredAt >= grace);
  const registered = new Set(late.map(({ attemptId }) => attemptId));
  return judged.flatMap(({ row, attempt, verdict }) =>
    attempt && verdict === 'equal' && row.hasFiscal === false && registered.has(attempt.attemptId) ? [attempt] : [],
  );
}

/** The fiscal documents of this day's attempts, and those whose attempt nobody knows. */
function receiptsOf(
  mine: readonly OurPayment[],
  ours: readonly OurPayment[],
  fiscal: readonly FiscalPayment[],
): FiscalPayment[] {
  const ids = new Set(mine.map(({ attemptId }) => attemptId));
  const known = new Set(ours.map(({ attemptId }) => attemptId));
  return fiscal.filter(({ attemptId }) => ids.has(attemptId) || !known.has(attemptId));
}

function receiptsWithoutPayment(receipts: readonly FiscalPayment[], ours: readonly OurPayment[]): Finding[] {
  const paid = new Map(ours.filter(countsAsPaid).map((attempt) => [attempt.attemptId, attempt.providerPaymentId]));
  return receipts
    .filter(({ attemptId, paymentId, refunded }) => !refunded && paid.get(attemptId) !== paymentId)
    .map(({ saleId, attemptId, paymentId, amount }) => ({
      kind: 'fiscal-without-payment',
      attemptId,
      saleId,
      paymentId,
      amount,
    }));
}

/** A payment both count alike is equal only when its receipt is in order too. */
function judgedRows(judged: readonly Judged[], findings: readonly Finding[]): JudgedRow[] {
  const found = new Set(findings.map(({ attemptId }) => attemptId));
  const asWhat = ({ attempt, verdict }: Judged): JudgedRow['as'] => {
    if (verdict === 'settle' || verdict === 'explained') return verdict;
    return verdict === 'equal' && attempt && !found.has(attempt.attemptId) ? 'equal' : 'finding';
  };
  return judged
    .map((one) => ({
      row: one.row,
      attemptId: one.attempt?.attemptId ?? null,
      as: asWhat(one),
      counts: one.counts && one.row.state === 'paid',
    }))
    .toSorted((a, b) => byText(a.row.paymentId, b.row.paymentId));
}

function settled(judged: readonly Judged[]): DayMatch['toSettle'] {
  return judged
    .flatMap(({ row, attempt, verdict }) =>
      attempt && verdict === 'settle' ? [{ attemptId: attempt.attemptId, booked: row }] : [],
    )
    .toSorted((a, b) => byText(a.attemptId, b.attemptId));
}

function sumOf(rows: readonly { amount: Tiyin }[]): Sum {
  return { count: rows.length, amount: addUp(rows.map(({ amount }) => amount)) };
}

const isWithin = ({ from, to }: MatchedDay, at: number): boolean => at >= from && at < to;

const nameOf = ({ kind, attemptId, paymentId }: Finding): string => `${kind} ${attemptId ?? ''} ${paymentId ?? ''}`;

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
