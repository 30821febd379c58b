import { isOpenDoubt } from './attempt.ts';
import { isOfRegister, tookMoney } from './match-rows.ts';
import type { MatchedDay, OurPayment } from './match-rows.ts';
import type { Booked } from './statement.ts';

export type Pair = { attempt: OurPayment; row: Booked };

export type Pairing = {
  /** An attempt and its payment in the book. */
  pairs: Pair[];
  /** Payments made for an attempt that has another one as its own. */
  surplus: Pair[];
  /** Payments that could be one of several attempts: nobody may choose for the customer. */
  unclear: Booked[];
  /** Payments of no attempt we know. */
  alone: Booked[];
  /** Attempts the book does not have. */
  missing: OurPayment[];
};

/** What is still without its counterpart. */
type Rest = { ours: OurPayment[]; theirs: Booked[] };

/** How far (ms) the till's clock and the provider's may be apart when only the time can tell which payment is meant. */
const sameMoment = 120_000;

/**
 * Finds the payment of each attempt: by the provider's payment id, by our own id in its account, and where neither is known by
 * amount and time under this till's ids, only when no other attempt or payment could be meant. The order of rows never
 * matters; payment ids must be unique in `theirs`, and attempt ids in `ours`.
 */
export function pairPayments(
  ours: readonly OurPayment[],
  theirs: readonly Booked[],
  register: MatchedDay['register'],
): Pairing {
  const byId = pairById(ours, theirs);
  const { pairs: byDocument, surplus } = pairByDocument(ours, without(theirs, byId), byId);
  const known = [...byId, ...byDocument];
  const paired = new Set(known.map(({ attempt }) => attempt));
  const rest: Rest = {
    ours: ours.filter((attempt) => attempt.providerPaymentId === null && !paired.has(attempt)),
    theirs: without(theirs, [...known, ...surplus]),
  };
  const guessed = pairByMoment(rest, register);
  const pairs = [...known, ...guessed];
  const left = without(rest.theirs, guessed);
  const candidates = fitting({ ours: rest.ours.filter(isNotIn(guessed)), theirs: left }, register);
  const unclear = new Set(candidates.map(({ row }) => row));
  return {
    pairs,
    surplus,
    unclear: [...unclear],
    alone: left.filter((row) => !unclear.has(row)),
    missing: ours.filter(isNotIn(pairs)),
  };
}

function pairById(ours: readonly OurPayment[], theirs: readonly Booked[]): Pair[] {
  const byPayment = new Map(ours.map((attempt) => [attempt.providerPaymentId, attempt]));
  return theirs.flatMap((row) => pairOf(byPayment.get(row.paymentId), row));
}

/**
 * A till that names its attempt in the payment's account may have made it ready more than once, for a lost answer of that call is
 * harmless: the one that took money is the attempt's own, the first if several did.
 */
function pairByDocument(
  ours: readonly OurPayment[],
  theirs: readonly Booked[],
  known: readonly Pair[],
): { pairs: Pair[]; surplus: Pair[] } {
  const byAttempt = new Map(ours.map((attempt) => [attempt.attemptId, attempt]));
  const named = theirs
    .flatMap((row) => pairOf(byAttempt.get(row.account.document ?? ''), row))
    .toSorted((a, b) => Number(tookMoney(b.row)) - Number(tookMoney(a.row)) || byCreation(a.row, b.row));
  const firsts = new Map(named.toReversed().map((pair) => [pair.attempt, pair]));
  const hasOwn = new Set(known.map(({ attempt }) => attempt));
  const isFirst = (pair: Pair): boolean =>
    pair.attempt.providerPaymentId === null && !hasOwn.has(pair.attempt) && firsts.get(pair.attempt) === pair;
  return { pairs: named.filter(isFirst), surplus: named.filter((pair) => !isFirst(pair)) };
}

/**
 * Money that moved is first looked for among the attempts the provider has not answered for, also where a manager has: one it
 * has answered for would only make the others unclear.
 */
function pairByMoment(rest: Rest, register: MatchedDay['register']): Pair[] {
  const open = rest.ours.filter((attempt) => isOpenDoubt(attempt) || attempt.state === 'closed-by-manager');
  const moved = rest.theirs.filter(({ state }) => state !== 'unpaid');
  const first = onlyFits({ ours: open, theirs: moved }, register);
  const others: Rest = { ours: rest.ours.filter(isNotIn(first)), theirs: without(rest.theirs, first) };
  return [...first, ...onlyFits(others, register)];
}

/** The pairs in which neither side could belong to anything else. */
function onlyFits(rest: Rest, register: MatchedDay['register']): Pair[] {
  const fits = fitting(rest, register);
  const uses = new Map<OurPayment | Booked, number>();
  for (const side of fits.flatMap(({ attempt, row }) => [attempt, row])) uses.set(side, (uses.get(side) ?? 0) + 1);
  return fits.filter(({ attempt, row }) => uses.get(attempt) === 1 && uses.get(row) === 1);
}

function fitting({ ours, theirs }: Rest, register: MatchedDay['register']): Pair[] {
  const byAmount = new Map<number, OurPayment[]>();
  for (const attempt of ours) byAmount.set(attempt.amount, [...(byAmount.get(attempt.amount) ?? []), attempt]);
  return theirs
    .filter((row) => isOfRegister(row, register))
    .flatMap((row) =>
      (byAmount.get(row.amount) ?? [])
        .filter(({ sentAt, currency }) => isNear(row.createdAt, sentAt) && row.currency === currency)
        .map((attempt) => ({ attempt, row })),
    );
}

const isNear = (one: number, other: number): boolean => Math.abs(one - other) <= sameMoment;

const pairOf = (attempt: OurPayment | undefined, row: Booked): Pair[] => (attempt ? [{ attempt, row }] : []);

const byCreation = (a: Booked, b: Booked): number => a.createdAt - b.createdAt || (a.paymentId < b.paymentId ? -1 : 1);

function without(rows: readonly Booked[], pairs: readonly Pair[]): Booked[] {
  const gone = new Set(pairs.map(({ row }) => row));
  return rows.filter((row) => !gone.has(row));
}

function isNotIn(pairs: readonly Pair[]): (attempt: OurPayment) => boolean {
  const gone = new Set(pairs.map(({ attempt }) => attempt));
  return (attempt) => !gone.has(attempt);
}
