import { create } from 'zustand';
import type { Approval, Fault, Result } from '../../preload/api.ts';
import { useTill } from './till.ts';

type Asking = {
  /** Runs the intent again with a consent; the question stays open when the till does not accept the PIN. */
  allow: (approval: Approval) => Promise<void>;
  giveUp: () => void;
};

/** The consent being asked for; null while nobody has to allow anything. */
export const useAsking = create<{ asking: Asking | null }>(() => ({ asking: null }));

/** Answers that leave the question open: no PIN that counts yet, or a second press nobody meant. */
const staysOpen = ({ code, facts }: Fault): boolean =>
  code === 'manager-needed' || code === 'pin-wrong' || code === 'pin-locked' || facts['doublePress'] === 1;

/** An intent as it is run once without and, when the till wants a manager, again with a consent. */
export type Approvable<T> = (approval: Approval | undefined) => Promise<Result<T>>;

/**
 * Runs an intent; when the till answers `manager-needed`, asks a manager for a PIN and runs it again with that consent,
 * while the cashier stays signed in. Resolves with the till's last word: `manager-needed` when nobody consented.
 */
export async function approved<T>(run: Approvable<T>): Promise<Result<T>> {
  const first = await run(undefined);
  if (first.ok || first.error.code !== 'manager-needed') return first;
  useTill.setState({ refusal: null });
  return new Promise((resolve) => ask(run, first, resolve));
}

function ask<T>(run: Approvable<T>, refused: Result<T>, resolve: (result: Result<T>) => void): void {
  useAsking.getState().asking?.giveUp();
  const end = (result: Result<T>): void => {
    if (useAsking.getState().asking === mine) useAsking.setState({ asking: null });
    resolve(result);
  };
  const mine: Asking = {
    allow: async (approval) => {
      const result = await run(approval);
      if (result.ok || !staysOpen(result.error)) end(result);
    },
    giveUp: () => {
      useTill.setState({ refusal: null });
      end(refused);
    },
  };
  useAsking.setState({ asking: mine });
}
