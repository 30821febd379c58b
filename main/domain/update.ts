/** What the shop has going on when somebody wants to install a new version of the program. */
export type Unfinished = { shiftOpen: boolean; openMoney: number; owed: number };

export type UpdateFault = 'update-shift-open' | 'update-queue-not-empty';

/**
 * Why the program must not be replaced now, or undefined. A new version is installed by a person's choice with no shift open
 * and nothing waiting, so that no sale is ever finished by a program that did not begin it.
 */
export function updateFault({ shiftOpen, openMoney, owed }: Unfinished): UpdateFault | undefined {
  if (openMoney > 0 || owed > 0) return 'update-queue-not-empty';
  return shiftOpen ? 'update-shift-open' : undefined;
}
