import { waitingForPerson } from '../../store/open-items.ts';
import type { Till } from '../context.ts';

/** How many open items wait for a person: the one figure of the strip that asks somebody to act. */
export function needsPersonCount({ db }: Till): number {
  return waitingForPerson(db);
}
