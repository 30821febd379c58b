import { z } from 'zod';
import { assertNever } from '../../domain/assert-never.ts';
import type { FboxReply } from '../../wire/fbox.ts';
import type { FindOutcome, RegisterOutcome } from '../service.ts';
import { fboxFault } from './faults.ts';
import { readCreated, readLast } from './receipt.ts';

/**
 * What an answer to `/order/create/` means. A success whose receipt cannot be taken (broken URL, values that differ) is
 * in doubt and not refused: the module has signed, so registering again would make a second receipt; the last receipt,
 * which carries the same values once more, decides.
 */
export function registerOutcome(reply: FboxReply): RegisterOutcome {
  switch (reply.kind) {
    case 'success': {
      const read = readCreated(reply.data);
      return read.ok ? { kind: 'registered', receipt: read.receipt } : { kind: 'in-doubt', reason: read.reason };
    }
    case 'error':
      return refusedOrInDoubt(reply);
    case 'nothing-sent':
      return reply;
    case 'unknown':
      return { kind: 'in-doubt', reason: reply.reason };
    default:
      return assertNever(reply);
  }
}

/** An FBOX error as an outcome, shared by receipts and shifts. */
export function refusedOrInDoubt(
  reply: Extract<FboxReply, { kind: 'error' }>,
): Extract<RegisterOutcome, { kind: 'refused' | 'in-doubt' }> {
  const { code, settled, message } = fboxFault(reply.error);
  return settled ? { kind: 'refused', code, message } : { kind: 'in-doubt', reason: `fbox-${code}` };
}

const lastReceipt = z.object({ order: z.object({ uuid: z.string().nullish() }), result: z.unknown() });

/**
 * What the answer of `/order/last/` says of our document. Only another document's uuid proves that ours is not the
 * last: an empty one may be ours, registered by a box too old to keep it (uuid came with the client release of 2025-12).
 */
export function findOutcome(reply: FboxReply, documentId: string): FindOutcome {
  if (reply.kind === 'error') {
    const { code } = fboxFault(reply.error);
    return code === 'no-receipt' ? { kind: 'other' } : { kind: 'unreachable', reason: `fbox-${code}` };
  }
  if (reply.kind !== 'success') return { kind: 'unreachable', reason: reply.reason };
  const parsed = lastReceipt.safeParse(reply.data);
  if (!parsed.success) return { kind: 'unreachable', reason: 'wrong-shape' };
  const { uuid } = parsed.data.order;
  if (!uuid) return { kind: 'unnamed' };
  if (uuid !== documentId) return { kind: 'other' };
  const read = readLast(parsed.data.result);
  return read.ok ? { kind: 'found', receipt: read.receipt } : { kind: 'unreadable', reason: read.reason };
}
