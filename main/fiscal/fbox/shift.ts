import { z } from 'zod';
import { assertNever } from '../../domain/assert-never.ts';
import type { FboxReply } from '../../wire/fbox.ts';
import type { BoxInfo, ZOutcome, ZState } from '../service.ts';
import { refusedOrInDoubt } from './register.ts';
import { fromBoxTime } from './time.ts';

/** FBOX's tables call every counter a text while its samples show numbers; both are read. */
const count = z.union([z.int().nonnegative(), z.string().regex(/^\d+$/).transform(Number)]);

const zReport = z.object({
  number: count,
  open_time: z.string(),
  close_time: z.string().nullish(),
  total_sale_count: count,
  total_refund_count: count,
});

/** Modules of applet 4 leave some of it out or null (FiscalBox API notes, Info.md); a limit of nothing is no limit. */
const boxInfo = z.object({
  terminal_id: z.string().min(1),
  receipt_count: count.nullish(),
  receipt_max_count: count.nullish(),
  zreport_count: count.nullish(),
  zreport_max_count: count.nullish(),
  current_time: z.string().nullish(),
  first_unacknowledged_receipt_time: z.string().nullish(),
});

export type Unread = { kind: 'unreachable'; reason: string };

/** `/zreport/info/`: the shift is open while it has a time of opening and none of closing. */
export function readZState(reply: FboxReply): ZState | Unread {
  if (reply.kind !== 'success') return unread(reply);
  const parsed = zReport.safeParse(reply.data);
  if (!parsed.success) return { kind: 'unreachable', reason: 'wrong-shape' };
  const { number, open_time, close_time, total_sale_count, total_refund_count } = parsed.data;
  return {
    number,
    open: open_time !== '' && !close_time,
    saleCount: total_sale_count,
    refundCount: total_refund_count,
  };
}

/** `/info/`: the box's clock, what waits to be sent to the tax office, and how much of its life is used. Times in ms. */
export function readInfo(reply: FboxReply, timeZone: string): BoxInfo | Unread {
  if (reply.kind !== 'success') return unread(reply);
  const parsed = boxInfo.safeParse(reply.data);
  if (!parsed.success) return { kind: 'unreachable', reason: 'wrong-shape' };
  const told = parsed.data;
  return {
    terminalId: told.terminal_id,
    currentTime: fromBoxTime(told.current_time ?? '', timeZone),
    unsentReceipts: told.receipt_count ?? 0,
    unsentLimit: told.receipt_max_count || null,
    unsentSince: fromBoxTime(told.first_unacknowledged_receipt_time ?? '', timeZone),
    zReports: told.zreport_count ?? 0,
    zReportLimit: told.zreport_max_count || null,
  };
}

function unread(reply: Exclude<FboxReply, { kind: 'success' }>): Unread {
  return { kind: 'unreachable', reason: reply.kind === 'error' ? `fbox-${reply.error.code ?? 'text'}` : reply.reason };
}

/** Codes that mean the shift is already the way it was asked to be. */
const alreadyOpen = ['shift-already-open'];
const alreadyClosed = ['shift-already-closed', 'shift-not-open'];

/**
 * What an answer to `/zreport/open/` means, with the state read after it: the answer itself tells only the time, so a
 * success whose state could not be read is in doubt until `shiftState` answers.
 */
export function openOutcome(reply: FboxReply, stateAfter: ZState | Unread): ZOutcome {
  if (reply.kind !== 'success') return failed(reply, alreadyOpen);
  return 'kind' in stateAfter ? { kind: 'in-doubt', reason: stateAfter.reason } : { kind: 'done', state: stateAfter };
}

/** What an answer to `/zreport/close/` means; a sample of it has no time of closing, and the shift is closed all the same. */
export function closeOutcome(reply: FboxReply): ZOutcome {
  if (reply.kind !== 'success') return failed(reply, alreadyClosed);
  const state = readZState(reply);
  return 'kind' in state
    ? { kind: 'in-doubt', reason: state.reason }
    : { kind: 'done', state: { ...state, open: false } };
}

function failed(reply: Exclude<FboxReply, { kind: 'success' }>, already: readonly string[]): ZOutcome {
  switch (reply.kind) {
    case 'error': {
      const outcome = refusedOrInDoubt(reply);
      return outcome.kind === 'refused' && already.includes(outcome.code) ? { kind: 'already' } : outcome;
    }
    case 'nothing-sent':
      return reply;
    case 'unknown':
      return { kind: 'in-doubt', reason: reply.reason };
    default:
      return assertNever(reply);
  }
}
