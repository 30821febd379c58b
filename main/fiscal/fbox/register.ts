import { z } from 'zod';
import { assertNever } from '../../domain/assert-never.ts';
import type { FboxReply } from '../../wire/fbox.ts';
import type { FindOutcome, FiscalOperation, RegisterOutcome } from '../service.ts';
import { fboxFault } from './faults.ts';
import { readCreated, readLast } from './receipt.ts';

/**
 * What an answer to `/order/create/` or `/order/refuse/` means. A success whose receipt cannot be taken (broken URL, values
 * that differ) is in doubt and not refused: the module has signed, so registering again would make a second receipt; the last
 * receipt, which carries the same values once more, decides.
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

const lastReceipt = z.object({
  order: z.object({ uuid: z.string().nullish() }),
  result: z.unknown(),
  isRefund: z.boolean().nullish(),
});

/**
 * What the answer of `/order/last/` says of our document. Only another document's uuid proves that ours is not the
 * last: an empty one may be ours, registered by a box too old to keep it (uuid came with the client release of 2025-12).
 * A document of ours that the box took for the other operation is not taken: a person has to look at its paper.
 */
export function findOutcome(reply: FboxReply, documentId: string, operation: FiscalOperation): FindOutcome {
  if (reply.kind === 'error') {
    const { code } = fboxFault(reply.error);
    return code === 'no-receipt' ? { kind: 'other' } : { kind: 'unreachable', reason: `fbox-${code}` };
  }
  if (reply.kind !== 'success') return { kind: 'unreachable', reason: reply.reason };
  const parsed = lastReceipt.safeParse(reply.data);
  if (!parsed.success) return { kind: 'unreachable', reason: 'wrong-shape' };
  const { order, isRefund } = parsed.data;
  if (!order.uuid) return { kind: 'unnamed' };
  if (order.uuid !== documentId) return { kind: 'other' };
  if (isRefund === (operation === 'sale')) return { kind: 'unreadable', reason: 'other-operation' };
  const read = readLast(parsed.data.result);
  return read.ok ? { kind: 'found', receipt: read.receipt } : { kind: 'unreadable', reason: read.reason };
}
