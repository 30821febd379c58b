import { useState } from 'react';
import { approved } from './approval.ts';
import type { Approvable } from './approval.ts';

/**
 * Runs an intent, with a manager's consent where the till wants one, and `onDone` once the till has accepted it; busy until
 * the till's last word, so that a second press meanwhile does nothing.
 */
export function useApproved(onDone: () => void): [run: (intent: Approvable<unknown>) => void, busy: boolean] {
  const [busy, setBusy] = useState(false);
  const end = async (intent: Approvable<unknown>): Promise<void> => {
    setBusy(true);
    const result = await approved(intent);
    setBusy(false);
    if (result.ok) onDone();
  };
  return [(intent) => (busy ? undefined : void end(intent)), busy];
}
