import { afterCharge, codeExpired } from '../domain/attempt.ts';
import type { ChargeOutcome } from '../domain/attempt.ts';
import { assertNever } from '../domain/assert-never.ts';
import { zero } from '../domain/money.ts';
import { attemptsIn, codeWasSent, findAttempt, liveAttempt } from '../store/attempts.ts';
import type { AttemptRow } from '../store/attempts.ts';
import { writeDesk } from '../store/desk.ts';
import { findSale } from '../store/sales.ts';
import type { SaleRow } from '../store/sales.ts';
import { atomically } from '../store/statement.ts';
import type { Result } from '../../preload/api.ts';
import { changeAttempt, writeAttempt } from './attempts.ts';
import { completeSale } from './complete.ts';
import { inBackground, ok, play, refuse, say } from './context.ts';
import type { Counter, Equipment, Till } from './context.ts';
import { dueOf, tenderFault } from './pay.ts';

/** How soon (ms) a code that could not leave is tried again, while it lives. */
export const resendEvery = 2000;

/** How long (ms) a customer's code lives, as the shop says; Payme does not publish it. */
export function codeLifetime({ settings }: Equipment): number {
  return (settings.paymeGo?.codeLifetimeSeconds ?? 0) * 1000;
}

/** How soon (ms) an answer that could not be written down is written again: a full disk must not lose it. */
const rewriteEvery = 5000;

/**
 * Charges a customer's code for a sale. Killed between any two lines, this is what stands:
 * before the attempt's commit, nothing at all; after it (`queued`), nothing has been sent and the code rests
 * encrypted; after the `sending` commit the code is off the disk and a byte may have left, so the next start
 * finds `in-doubt`; the answer and the completed sale are one commit, so there is no paid attempt without its sale.
 */
export function chargeCode(counter: Counter, sale: SaleRow, code: string): Result<null> {
  const { till, equipment } = counter;
  const provider = equipment.payme;
  const fault = tenderFault(till, equipment, sale, 'payme-go');
  if (fault || !provider) return refuse(till, fault ?? 'tender-not-configured', { kind: 'payme-go' });
  if (liveAttempt(till.db, sale.id)) return refuse(till, 'code-not-needed');
  const codeHash = till.vault.hash(code);
  if (codeWasSent(till.db, codeHash)) return refuse(till, 'code-used-before');
  const id = till.world.newId();
  const createdAt = till.world.now();
  const codeExpiresAt = createdAt + codeLifetime(equipment);
  const money = { saleId: sale.id, amount: dueOf(till, sale), currency: sale.currency };
  atomically(till.db, () => {
    writeDesk(till.db, { paymentStep: 'payme-go' });
    const codeCipher = till.vault.lock(code, id);
    writeAttempt(till, {
      id,
      ...money,
      kind: 'payme-go',
      provider: provider.name,
      codeCipher,
      codeHash,
      codeExpiresAt,
      createdAt,
    });
  });
  till.memo.message = null;
  play(till, 'accepted');
  inBackground(till, 'send-code', sendCode(till, equipment, id, code));
  return ok(null);
}

/** Sends a queued code once. From the first commit on, only the provider's word or a person can say what happened. */
async function sendCode(till: Till, equipment: Equipment, id: string, code: string): Promise<void> {
  const attempt = findAttempt(till.db, id);
  if (!equipment.payme || attempt?.state !== 'queued') return;
  atomically(till.db, () => changeAttempt(till, id, 'sending'));
  till.changed();
  const outcome = await equipment.payme.charge({ attemptId: id, amount: attempt.amount, code });
  settle(till, equipment, id, code, outcome);
}

/** Writes the answer down; when the disk refuses, keeps it in memory and tries again, for the money has moved. */
function settle(till: Till, equipment: Equipment, id: string, code: string, outcome: ChargeOutcome): void {
  try {
    atomically(till.db, () => writeOutcome(till, equipment, id, code, outcome));
  } catch (error) {
    till.log('answer-not-written', { attempt: id, error: String(error) });
    say(till, 'disk-full', 'doubt');
    till.changed();
    till.world.timers.after(rewriteEvery, () => settle(till, equipment, id, code, outcome));
    return;
  }
  announce(till, outcome);
  if (outcome.kind === 'nothing-sent') tryAgainLater(till, equipment, id);
  till.wake('fiscal');
  till.wake('print');
  till.changed();
}

function writeOutcome(till: Till, equipment: Equipment, id: string, code: string, outcome: ChargeOutcome): void {
  const attempt = findAttempt(till.db, id);
  const sale = attempt && findSale(till.db, attempt.saleId);
  if (!attempt || !sale) throw new Error(`attempt ${id} has no sale`);
  changeAttempt(till, id, afterCharge(outcome), changeFor(till, id, code, outcome));
  if (outcome.kind !== 'paid') return;
  completeSale(till, equipment, sale, {
    kind: attempt.kind,
    amount: attempt.amount,
    given: null,
    change: zero,
    attemptId: id,
  });
}

function changeFor(till: Till, id: string, code: string, outcome: ChargeOutcome): Parameters<typeof changeAttempt>[3] {
  switch (outcome.kind) {
    case 'paid':
      return { facts: outcome.facts };
    case 'nothing-sent':
      return { reason: outcome.reason, codeCipher: till.vault.lock(code, id) };
    case 'declined':
    case 'unknown':
      return { reason: outcome.reason, message: outcome.message };
    default:
      return assertNever(outcome);
  }
}

function announce(till: Till, outcome: ChargeOutcome): void {
  switch (outcome.kind) {
    case 'paid':
      till.memo.line = 'up';
      return play(till, 'paid');
    case 'declined':
      till.memo.line = 'up';
      say(till, 'payment-declined', 'refused', { message: outcome.message });
      return play(till, 'refused');
    case 'nothing-sent':
      till.memo.line = 'down';
      return say(till, 'payment-queued', 'doubt');
    case 'unknown':
      say(till, 'payment-in-doubt', 'doubt');
      return play(till, 'doubt');
    default:
      return assertNever(outcome);
  }
}

function tryAgainLater(till: Till, equipment: Equipment, id: string): void {
  const expiresAt = findAttempt(till.db, id)?.codeExpiresAt ?? 0;
  const wait = Math.max(0, Math.min(resendEvery, expiresAt - till.world.now()));
  till.world.timers.after(wait, () => tryAgain(till, equipment, id));
}

/** Sends a code that never left, or lets it die: an expired code is never sent. */
function tryAgain(till: Till, equipment: Equipment, id: string): void {
  const attempt = findAttempt(till.db, id);
  if (attempt?.state !== 'queued') return;
  const code = codeOf(till, attempt);
  if (code === undefined || codeExpired(attempt.codeExpiresAt ?? 0, till.world.now())) return expire(till, attempt);
  inBackground(till, 'send-code', sendCode(till, equipment, id, code));
}

function codeOf(till: Till, attempt: AttemptRow): string | undefined {
  return attempt.codeCipher === null ? undefined : till.vault.unlock(attempt.codeCipher, attempt.id);
}

function expire(till: Till, attempt: AttemptRow): void {
  atomically(till.db, () => changeAttempt(till, attempt.id, 'expired', { reason: 'code-lifetime' }));
  say(till, 'payment-expired', 'refused');
  play(till, 'refused');
  till.changed();
}

/** After a start: what was being sent is in doubt, what was never sent goes on waiting for the line. */
export function recoverAttempts(till: Till, equipment: Equipment): void {
  atomically(till.db, () => {
    for (const { id } of attemptsIn(till.db, 'sending'))
      changeAttempt(till, id, 'in-doubt', { reason: 'till-restarted' });
  });
  for (const { id } of attemptsIn(till.db, 'queued')) till.world.timers.after(0, () => tryAgain(till, equipment, id));
}
