import type { Booked } from '../../domain/statement.ts';
import { findAttempt } from '../../store/attempts.ts';
import type { Equipment, Till } from '../context.ts';
import { writeAnswer } from '../settle.ts';
import { giveUp, isOpenDoubt, wentBack } from './hear.ts';

/**
 * Acts on what the provider's book says of an attempt that is open here: the same as if it had been asked about. Rows that say
 * nothing final change nothing.
 */
export function settleFromBook(till: Till, equipment: Equipment, attemptId: string, booked: Booked): void {
  const attempt = findAttempt(till.db, attemptId);
  if (!attempt || !isOpenDoubt(attempt)) return;
  if (booked.state === 'paid') writeAnswer(till, equipment, { id: attempt.id, code: '', outcome: asPaid(booked) });
  else if (booked.state === 'returning' && attempt.state !== 'cancelling')
    giveUp(till, equipment, attempt, 'returning-there');
  else if (booked.state === 'returned') wentBack(till, attempt);
}

function asPaid({ paymentId, account }: Booked) {
  const { kkmId, deviceId } = account;
  const facts = { providerPaymentId: paymentId, transactionId: null, kkmId, deviceId, clientPhone: null };
  return { kind: 'paid', facts } as const;
}
