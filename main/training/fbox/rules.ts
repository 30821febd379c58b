import { limits, type Box } from './box.ts';
import { boxTime } from './clock.ts';
import { invalidTime, refusals, type FboxError } from './envelope.ts';

const clockTolerance = 5 * 60_000;

/** The till's clock may be off by five minutes at most (FBOX: Errors, 104). */
export function clockRefusal(box: Box, at: number): FboxError | undefined {
  const now = box.who.now();
  return Math.abs(at - now) > clockTolerance ? invalidTime(boxTime(now)) : undefined;
}

/** Module time moves forward: at least one second after the last operation (FBOX: Errors, 36888 and its kin). */
export function pastRefusal(box: Box, at: number, past: FboxError): FboxError | undefined {
  const last = box.module.lastOperationAt;
  return last !== undefined && at - last < 1000 ? past : undefined;
}

/** Receipts unsent for two days, or too many of them, stop opening, closing and registering (FBOX: Errors, 36889, 36886). */
export function storageRefusal(box: Box): FboxError | undefined {
  const oldest = box.module.unsent[0];
  if (oldest && box.who.now() - oldest.at >= limits.unsentMs) return refusals.storeDaysExceeded;
  return box.module.unsent.length >= limits.unsentReceipts ? refusals.memoryFull : undefined;
}
