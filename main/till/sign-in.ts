import { isLockedOut, lockFor } from '../domain/lock-out.ts';
import { readDesk, writeDesk } from '../store/desk.ts';
import { findStaff, setPinFailures, setStaffLanguage } from '../store/staff.ts';
import type { StaffRow } from '../store/staff.ts';
import { atomically } from '../store/statement.ts';
import type { Language, Result } from '../../preload/api.ts';
import { ok, refuse, refused } from './context.ts';
import type { Till } from './context.ts';
import { pinMatches } from './pin.ts';
import { audit } from './record.ts';

/** Who is signed in: a till restarted after a crash keeps them, a program started anew asks for the PIN. */
export function signedIn(till: Till): StaffRow | undefined {
  const desk = readDesk(till.db);
  if (desk.staffId === null || desk.bootId !== till.bootId) return undefined;
  return findStaff(till.db, desk.staffId);
}

/** Signs a person in by PIN. */
export async function signIn(till: Till, arg: { staffId: string; pin: string }): Promise<Result<null>> {
  const person = await checkPin(till, arg);
  return person.ok ? welcome(till, person.value) : person;
}

/**
 * The person a PIN belongs to; wrong PINs are counted on disk, so that a restart does not reset the lock-out.
 * One try at a time: many sent at once must each see the lock of the one before.
 */
export function checkPin(till: Till, arg: { staffId: string; pin: string }): Promise<Result<StaffRow>> {
  const mine = till.memo.lastSignIn.then(() => tryPin(till, arg));
  till.memo.lastSignIn = mine.catch(() => {});
  return mine;
}

async function tryPin(till: Till, arg: { staffId: string; pin: string }): Promise<Result<StaffRow>> {
  const person = findStaff(till.db, arg.staffId);
  if (!person) return refuse(till, 'pin-wrong', { failures: 0 });
  if (isLockedOut(person.lockedUntil, till.world.now()))
    return refuse(till, 'pin-locked', { until: person.lockedUntil ?? 0 });
  if (!(await pinMatches(arg.pin, person.pinHash))) return countWrongPin(till, person);
  setPinFailures(till.db, person.id, 0, null);
  return ok(person);
}

/** Locks the screen; the sale on the counter stays where it is. */
export function signOut(till: Till): Result<null> {
  const person = signedIn(till);
  till.memo.nextQuantity = null;
  till.memo.heldCode = null;
  atomically(till.db, () => {
    writeDesk(till.db, { staffId: null });
    if (person) audit(till, person.id, 'signed-out', person.id);
  });
  return ok(null);
}

/** Switches the language of the person signed in, at once and for next time. */
export function setLanguage(till: Till, arg: { language: Language }): Result<null> {
  const person = signedIn(till);
  if (!person) return refused('not-signed-in');
  setStaffLanguage(till.db, person.id, arg.language);
  return ok(null);
}

function welcome(till: Till, person: StaffRow): Result<null> {
  atomically(till.db, () => {
    writeDesk(till.db, { staffId: person.id, bootId: till.bootId });
    audit(till, person.id, 'signed-in', person.id);
  });
  till.memo.message = null;
  return ok(null);
}

function countWrongPin(till: Till, person: StaffRow): Result<never> {
  const failures = person.failedPins + 1;
  const wait = lockFor(failures);
  const until = till.world.now() + wait;
  atomically(till.db, () => {
    setPinFailures(till.db, person.id, failures, wait > 0 ? until : null);
    audit(till, person.id, wait > 0 ? 'pin-locked' : 'pin-wrong', person.id, { failures });
  });
  if (wait > 0) return refuse(till, 'pin-locked', { until });
  return refuse(till, 'pin-wrong', { failures });
}
