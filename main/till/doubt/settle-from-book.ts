import { isOpenDoubt } from '../../domain/attempt.ts';
import type { Booked } from '../../domain/statement.ts';
import { attemptOfPayment, findAttempt } from '../../store/attempts.ts';
import type { AttemptRow } from '../../store/attempts.ts';
import { atomically } from '../../store/statement.ts';
import { noteOnAttempt, oweAsking } from '../attempts.ts';
import type { Equipment, Till } from '../context.ts';
import { writeAnswer } from '../settle.ts';
import { giveUp, wentBack } from './hear.ts';

/**
 * Acts on what the provider's book says of an attempt that is open here: the same as if it had been asked about. Rows that say
 * nothing final change nothing.
 */
export function settleFromBook(till: Till, equipment: Equipment, attemptId: string, booked: Booked): void {
  const attempt = findAttempt(till.db, attemptId);
  if (!attempt || attempt.state === 'sending' || !isOpenDoubt(attempt)) return;
  keepName(till, attempt, booked);
  if (booked.state === 'paid') writeAnswer(till, equipment, { id: attempt.id, code: '', outcome: asPaid(booked) });
  else if (booked.state === 'returning' && attempt.state !== 'cancelling') watchReturn(till, equipment, attempt);
  else if (booked.state === 'returned') wentBack(till, attempt);
}

function watchReturn(till: Till, equipment: Equipment, attempt: AttemptRow): void {
  atomically(till.db, () => {
    giveUp(till, attempt, 'returning-there');
    oweAsking(till, equipment, attempt);
  });
}

/** What ends an attempt has a name from then on, so that it ends no other one as well. */
function keepName(till: Till, attempt: AttemptRow, { paymentId, state }: Booked): void {
  if (attempt.providerPaymentId !== null || attemptOfPayment(till.db, attempt.provider, paymentId) !== undefined)
    return;
  const note = { reason: state, message: null, facts: { providerPaymentId: paymentId } };
  atomically(till.db, () => noteOnAttempt(till, attempt.id, note));
}

function asPaid({ paymentId, account }: Booked) {
  const { kkmId, deviceId } = account;
  const facts = { providerPaymentId: paymentId, transactionId: null, kkmId, deviceId, clientPhone: null };
  return { kind: 'paid', facts } as const;
}
