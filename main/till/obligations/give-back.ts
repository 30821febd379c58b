import { askAgainIn, askedLongEnough } from '../../domain/asking.ts';
import { assertNever } from '../../domain/assert-never.ts';
import { isRefundPaymentEnded, refundKey, refundStep } from '../../domain/refund-payment.ts';
import type { RefundPaymentState, RefundStep } from '../../domain/refund-payment.ts';
import { findAttempt } from '../../store/attempts.ts';
import type { Obligation } from '../../store/outbox.ts';
import { findRefundPayment, hasToWait, newestStep } from '../../store/refund-payments.ts';
import type { RefundPaymentRow } from '../../store/refund-payments.ts';
import { atomically } from '../../store/statement.ts';
import type { RefundOutcome, RefundRequest, Refunds } from '../../tender/checkout.ts';
import type { Line } from '../../tender/provider.ts';
import type { Equipment, Till } from '../context.ts';
import type { Worked } from '../outbox.ts';
import { paymentRef, providerOf } from '../providers.ts';
import { lineIs } from '../reach.ts';
import { changeRefundPayment } from '../refund/payments.ts';
import { refundsOf } from '../refund/ways.ts';
import { hearRefund, refundNeedsManager, refundRefused, refundReturned } from './refund-word.ts';

/** How soon (ms) a refund looks again whether the one of the same payment before it has ended. */
const lookAgain = 10_000;

const afterAnother: Worked = { kind: 'later', reason: 'another-refund', wait: lookAgain };

/** What one turn is about: the provider, what is to go back there, and the row of the outbox that gives it its rhythm. */
type Turn = {
  till: Till;
  row: RefundPaymentRow;
  /** Where the money stood when the turn began. */
  was: RefundPaymentState;
  obligation: Obligation;
  refunds: Refunds;
  line: Line | null;
  request: RefundRequest;
};

/**
 * Gives money back through the provider that took it. Its turns, and what a till killed between two of them leaves:
 *
 * 1. The row is read. Killed before or here: it stands as it stood, and the next turn is this one.
 * 2. Of money that waits, a provider that can name no refund (Flitt) is asked how much of the payment has gone back: the baseline.
 *    Killed here: nothing was sent and nothing written; the next turn asks anew, and a reversal made meanwhile is in its answer.
 * 3. `sending` is committed together with the baseline, before any byte leaves, unless a refund of the payment has moved since 2.
 *    Killed here: the provider heard nothing, the row says it may have. A provider that knows our key is sent the same refund again
 *    and makes it once, while no more has gone back than the baseline; when more has, that may be this refund or somebody's in the
 *    portal, and a manager looks unless the provider's answer to our own key settles it. A provider that knows no key is never sent
 *    it again: it is asked by its own name of this try, and without one a manager looks. That costs a look, never money.
 * 4. The provider is called. Killed while it works, or before its answer is read: as after 3, and the answer of a repeated call is
 *    that of the first.
 * 5. The answer is committed, together with the history. Killed before: as after 4. Killed after: the row has ended, or is
 *    `accepted` (asked about), `in-doubt` (as after 3), `refused` (a manager's, with a new key where this one was declined), or
 *    `waiting` again (proven unsent, and without baseline).
 * 6. The outbox notes that its row is done. Killed before: the next turn finds the money settled and does nothing.
 *
 * `returned` and the others are said when they are committed, so that a till killed at 5 may leave it unsaid, never said twice.
 */
export async function giveBackPayment(till: Till, equipment: Equipment, obligation: Obligation): Promise<Worked> {
  const row = findRefundPayment(till.db, obligation.subject);
  if (!row || isRefundPaymentEnded(row.state)) return { kind: 'done' };
  const turn = turnOf(till, equipment, row, obligation);
  if (!turn) return refundNeedsManager(till, row, 'cannot-be-asked');
  return hasToWait(till.db, row) ? afterAnother : take(turn);
}

/** Undefined when the shop has no such provider any more, or the payment has no name there. */
function turnOf(till: Till, equipment: Equipment, row: RefundPaymentRow, obligation: Obligation): Turn | undefined {
  const attempt = findAttempt(till.db, row.attemptId);
  const refunds = attempt && refundsOf(equipment, attempt);
  const payment = attempt && paymentRef(attempt);
  if (!attempt || !refunds || !payment) return undefined;
  const amount = { amount: row.chargedAmount, currency: row.chargedCurrency };
  const { id, keyNumber, providerRefundId: refundId, baseline } = row;
  const request = { id, key: refundKey(id, keyNumber), payment, amount, refundId, baseline, again: true };
  const line = providerOf(equipment, attempt)?.line ?? null;
  return { till, row, was: row.state, obligation, refunds, line, request };
}

function take(turn: Turn): Worked | Promise<Worked> {
  const { till, row } = turn;
  const step = stepOf(turn, row.state);
  switch (step) {
    case 'give':
      return give(turn);
    case 'again':
      return giveAgain(turn);
    case 'ask':
      return ask(turn);
    case 'person':
      return refundNeedsManager(till, row, row.state === 'sending' ? 'interrupted' : (row.reason ?? 'cannot-be-asked'));
    default:
      return assertNever(step);
  }
}

function stepOf({ row, refunds }: Turn, state: RefundPaymentState): RefundStep {
  return refundStep(state, {
    repeat: refunds.repeat,
    canAsk: refunds.ask !== null,
    hasRefundId: row.providerRefundId !== null,
  });
}

/** Money that waits. Whatever the look says instead of a sum, nothing was sent: it waits on, or is refused. */
async function give(turn: Turn): Promise<Worked> {
  const { till, row, refunds, request } = turn;
  const step = newestStep(till.db, row.attemptId);
  const look = refunds.before ? await refunds.before(request.payment, request.amount) : null;
  if (look && look.kind !== 'known') return hear(turn, look);
  const baseline = look?.returned ?? null;
  const instead = begin(turn, baseline, step);
  if (instead) return instead;
  till.changed();
  return hear(turn, await refunds.give({ ...request, baseline, again: false }));
}

/**
 * Commits `sending` with its baseline, or says what is to be done instead: while the provider was looked at, a manager may have closed
 * the money, and another refund of the same payment may have been taken up, and be back already. `step`: the newest before the look.
 */
function begin({ till, row: { id } }: Turn, baseline: number | null, step: number): Worked | undefined {
  return atomically(till.db, () => {
    const row = findRefundPayment(till.db, id);
    if (!row || isRefundPaymentEnded(row.state)) return { kind: 'done' };
    if (newestStep(till.db, row.attemptId) !== step) return afterAnother;
    changeRefundPayment(till, id, 'sending', { baseline, ...keepManager(row) });
    return undefined;
  });
}

/** One found `sending` goes again without being written anew: that it may have been heard is on disk already. */
async function giveAgain(turn: Turn): Promise<Worked> {
  const { till, row, refunds, request } = turn;
  if (row.state !== 'sending')
    atomically(till.db, () => changeRefundPayment(till, row.id, 'sending', keepManager(row)));
  till.changed();
  return hear(turn, await refunds.give(request));
}

/** That a manager is waited for stays true until the money has ended. */
function keepManager({ managerSince }: RefundPaymentRow): { managerSince: number | null } {
  return { managerSince };
}

async function ask(turn: Turn): Promise<Worked> {
  const { ask: about } = turn.refunds;
  if (about === null) return refundNeedsManager(turn.till, turn.row, 'cannot-be-asked');
  return hear(turn, await about(turn.request));
}

/** What was heard, about the money as it stands now: a manager may have settled it while the provider was asked. */
function hear(turn: Turn, outcome: RefundOutcome): Worked {
  const { till, line } = turn;
  if (line) lineIs(till, outcome.kind === 'unreachable' ? 'down' : 'up', line);
  const row = findRefundPayment(till.db, turn.row.id);
  if (!row || isRefundPaymentEnded(row.state)) {
    till.log('late-refund-answer', { refundPayment: turn.row.id, outcome: outcome.kind });
    return { kind: 'done' };
  }
  return act({ ...turn, row }, outcome);
}

function act(turn: Turn, outcome: RefundOutcome): Worked {
  const { till, row } = turn;
  switch (outcome.kind) {
    case 'returned':
      return refundReturned(till, row, outcome.refundId);
    case 'refused':
      return refundRefused(till, row, outcome);
    case 'accepted':
      if (row.state !== 'accepted') accept(till, row, outcome.refundId);
      return again(turn, 'returning');
    case 'unreachable':
      return unsent(turn, outcome.reason);
    case 'unclear':
      return unclear(turn, outcome);
    default:
      return assertNever(outcome);
  }
}

function accept(till: Till, row: RefundPaymentRow, refundId: string | null): void {
  const change = { reason: 'returning', providerRefundId: refundId, ...keepManager(row) };
  atomically(till.db, () => changeRefundPayment(till, row.id, 'accepted', change));
}

/**
 * Nobody was reached: what was being sent stands where it stood before, and goes on when the line is back. One that may have been
 * heard at an earlier try stays in doubt, for only this try is proven unsent.
 */
function unsent({ till, row, was, obligation }: Turn, reason: string): Worked {
  const to = was === 'sending' ? 'in-doubt' : was;
  if (row.state === 'sending')
    atomically(till.db, () => changeRefundPayment(till, row.id, to, { reason, ...keepManager(row) }));
  else hearRefund(till, row, reason, '');
  return was === 'waiting'
    ? { kind: 'later', reason }
    : { kind: 'later', reason, wait: askAgainIn(ageOf(till, obligation), obligation.id) };
}

/** It may have been heard. Whoever can neither be asked nor be told twice, or would tell no more, leaves it to a manager at once. */
function unclear(turn: Turn, { reason, message, onlyPerson }: Extract<RefundOutcome, { kind: 'unclear' }>): Worked {
  const { till, row } = turn;
  if (onlyPerson) return refundNeedsManager(till, row, reason, message);
  if (row.state !== 'sending') return again(turn, reason, message);
  if (stepOf(turn, 'in-doubt') === 'person') return refundNeedsManager(till, row, reason, message);
  const change = { reason, message: message === '' ? null : message, ...keepManager(row) };
  atomically(till.db, () => changeRefundPayment(till, row.id, 'in-doubt', change));
  return again(turn, reason, message);
}

/** The next turn in the rhythm of questions; after a day without an end, a manager. */
function again({ till, row, obligation }: Turn, reason: string, message = ''): Worked {
  const age = ageOf(till, obligation);
  hearRefund(till, row, reason, message);
  if (age >= askedLongEnough) return refundNeedsManager(till, row, reason, message);
  return { kind: 'later', reason, wait: askAgainIn(age, obligation.id) };
}

function ageOf({ world }: Till, { createdAt }: Obligation): number {
  return world.steady() - createdAt;
}
