import { findStaff } from '../store/staff.ts';
import type { StaffRow } from '../store/staff.ts';
import type { Approval, Result } from '../../preload/api.ts';
import { ok, refuse } from './context.ts';
import type { Counter } from './context.ts';
import { checkPin } from './sign-in.ts';

/**
 * The manager who answers for an act: the person signed in, if they are one, else whoever gives a manager's PIN on the spot.
 * The cashier stays signed in. Wrong PINs count towards the same lock-out as at signing in.
 */
export async function approver({ till, staff }: Counter, approval: Approval | undefined): Promise<Result<StaffRow>> {
  if (staff.role === 'manager') return ok(staff);
  const manager = approval && findStaff(till.db, approval.staffId);
  if (manager?.role !== 'manager') return refuse(till, 'manager-needed');
  return checkPin(till, { staffId: manager.id, pin: approval?.pin ?? '' });
}
