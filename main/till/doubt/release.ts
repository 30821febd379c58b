import { releaseFault } from '../../domain/release.ts';
import type { ReleaseFault } from '../../domain/release.ts';
import { findAttempt } from '../../store/attempts.ts';
import type { AttemptRow } from '../../store/attempts.ts';
import { findByCode } from '../../store/catalogue/find.ts';
import { writeDesk } from '../../store/desk.ts';
import { linesOf } from '../../store/lines.ts';
import { insertRelease, releaseOf } from '../../store/releases.ts';
import { currentSale, setParked } from '../../store/sales.ts';
import { atomically } from '../../store/statement.ts';
import type { Approval, Result } from '../../../preload/api.ts';
import { approver } from '../approval.ts';
import { inBackground, ok, refuse } from '../context.ts';
import type { Counter, Equipment, Till } from '../context.ts';
import { printReleaseNote } from '../release-note.ts';
import { audit } from '../record.ts';
import { atRiskNow, limitsOf } from './at-risk.ts';

/** Uzbek numbers have nine digits after 998; a foreign customer's may be longer. */
const phoneShape = /^\+?\d{9,15}$/;

/**
 * Hands the goods over before the money is sure: the owner's choice, with a manager's PIN, within limits, the customer's phone
 * noted. The sale stays unpaid and is put aside; it completes, and gets its fiscal receipt, when the provider says "paid".
 * One commit; the note for the customer is printed after it.
 */
export async function releaseGoods(
  counter: Counter,
  arg: { attemptId: string; phone: string; approval?: Approval | undefined },
): Promise<Result<null>> {
  const { till, equipment, staff } = counter;
  const phone = arg.phone.replaceAll(/[\s()-]/g, '');
  if (!phoneShape.test(phone)) return refuse(till, 'phone-needed');
  const manager = await approver(counter, arg.approval);
  if (!manager.ok) return manager;
  const attempt = findAttempt(till.db, arg.attemptId);
  if (attempt?.state !== 'in-doubt') return refuse(till, 'attempt-settled');
  const fault = whyNotReleased(till, equipment, attempt);
  if (fault) return refuse(till, fault);
  const { id: attemptId, saleId, amount } = attempt;
  const release = { saleId, attemptId, staffId: staff.id, approvedBy: manager.value.id, phone, amount };
  atomically(till.db, () => {
    insertRelease(till.db, { ...release, id: till.world.newId(), at: till.world.now() });
    if (currentSale(till.db)?.id === saleId)
      writeDesk(till.db, { selectedLineId: null, lastLineId: null, paymentStep: null });
    setParked(till.db, saleId, 1);
    audit(till, manager.value.id, 'goods-released', saleId, { amount, cashier: staff.name });
  });
  till.memo.message = null;
  inBackground(till, 'release-note', printReleaseNote(till, equipment, saleId));
  return ok(null);
}

/** Why the goods of this attempt's sale may not leave now, or undefined. */
export function whyNotReleased(till: Till, equipment: Equipment, attempt: AttemptRow): ReleaseFault | undefined {
  const limits = limitsOf(equipment);
  if (!limits.enabled || releaseOf(till.db, attempt.saleId)) return 'release-not-allowed';
  return releaseFault(limits, atRiskNow(till), {
    amount: attempt.amount,
    excludedGoods: hasExcludedGoods(till, attempt.saleId),
  });
}

function hasExcludedGoods(till: Till, saleId: string): boolean {
  return linesOf(till.db, saleId).some(
    ({ code, minAge, cashlessOnly }) => minAge !== null || cashlessOnly || findByCode(till.db, code)?.marked === true,
  );
}
