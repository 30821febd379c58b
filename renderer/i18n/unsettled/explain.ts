import { reasonCodes } from '../short-codes.ts';
import type { ReasonKey } from './reason.ts';
import { reasonOf } from './reason-of.ts';

/** Narrows a text of the till to a reason that has words. */
export const isReason = (text: string): text is ReasonKey => text in reasonCodes;

/** The words a reason of the till is said with and the short code of its help; `short` also tells the other side's number. */
export function explainReason(reason: string): { key: ReasonKey; code: string; short: string } {
  const key = reasonOf(reason, isReason);
  const code = reasonCodes[key];
  const own = key === 'unknown' ? reason : numberIn(reason);
  return { key, code, short: own === undefined ? code : `${code} ${own}` };
}

/** `fbox-104` says 104, `payme--31602` says -31602. */
function numberIn(reason: string): string | undefined {
  return /(?<=^|-)-?\d+$/.exec(reason)?.[0];
}
