import { addUp, type Tiyin } from '../../domain/money.ts';
import { appletVersion, type Box, type Call, type Work } from './box.ts';
import { boxTime, parseBoxTime } from './clock.ts';
import { failure, fieldErrors, refusals, success, type Envelope, type FboxError } from './envelope.ts';
import type { Receipt } from './ledger.ts';
import { closeRequest, parseRequest } from './requests.ts';
import { clockRefusal, pastRefusal, storageRefusal } from './rules.ts';

/** `GET /zreport/open/?time=`: opens the shift. */
export const openShift: Work = (box, call) => {
  const at = timeOf(box, call);
  if (at === undefined) return failure(refusals.openTimeFormat);
  const refusal =
    clockRefusal(box, at) ??
    (box.module.shift ? refusals.shiftAlreadyOpen : undefined) ??
    storageRefusal(box) ??
    pastRefusal(box, at, refusals.openTimePast);
  if (refusal) return failure(refusal);
  box.module.shift = { number: nextNumber(box), openedAt: at, receipts: [] };
  box.module.lastOperationAt = at;
  return success({ time: boxTime(at), applet_version: appletVersion });
};

/** `GET /zreport/close/?time=`: closes the shift without a printed report. */
export const closeShift: Work = (box, call) => close(box, call);

/** `POST /zreport/close/?time=`: the Z report, or the X report when `close_zreport` is false. */
export const reportShift: Work = (box, call) => {
  const request = parseRequest(closeRequest, call.body);
  if (!request.ok) return failure(request.error);
  if (request.value.close_zreport) return close(box, call);
  return box.module.shift ? success(currentReport(box)) : failure(refusals.shiftNotOpen);
};

function close(box: Box, call: Call): Envelope {
  const at = timeOf(box, call);
  if (at === undefined) return failure(fieldErrors({ time: ['Datetime has wrong format.'] }));
  const shift = box.module.shift;
  if (!shift) return failure(refusals.shiftNotOpen);
  const refusal = clockRefusal(box, at) ?? closeRefusal(box, at, shift.receipts);
  if (refusal) return failure(refusal);
  const closed = { ...shift, closedAt: at };
  box.ledger.zReports.push(closed);
  box.module.shift = undefined;
  box.module.lastOperationAt = at;
  return success(report(box, closed));
}

function closeRefusal(box: Box, at: number, receipts: readonly Receipt[]): FboxError | undefined {
  if (receipts.length === 0) return refusals.shiftEmpty;
  return storageRefusal(box) ?? pastRefusal(box, at, refusals.closeTimePast);
}

/**
 * `GET /zreport/info/`: the current report. Its `number` grows by one with every close, which is how a till finds out
 * whether a close with a lost answer happened. `?number=1` is the last closed report, 2 the one before (FBOX: Z report).
 */
export const shiftInfo: Work = (box, call) => {
  if (call.query['number'] === undefined) return success(currentReport(box));
  const back = Number(call.query['number']);
  const closed = Number.isSafeInteger(back) && back > 0 ? box.ledger.zReports.at(-back) : undefined;
  return closed ? success(report(box, closed)) : failure(refusals.zReportIndex);
};

type Reported = { number: number; openedAt?: number; closedAt?: number; receipts: readonly Receipt[] };

function currentReport(box: Box): unknown {
  return report(box, box.module.shift ?? { number: nextNumber(box), receipts: [] });
}

function report(box: Box, shift: Reported): unknown {
  return {
    applet_version: appletVersion,
    terminal_id: box.who.terminalId,
    number: shift.number,
    count: Math.max(shift.number, box.ledger.zReports.length),
    last_receipt_seq: shift.receipts.at(-1)?.seq ?? 0,
    first_receipt_seq: shift.receipts[0]?.seq ?? 0,
    open_time: shift.openedAt === undefined ? '' : boxTime(shift.openedAt),
    close_time: shift.closedAt === undefined ? '' : boxTime(shift.closedAt),
    ...totals(shift.receipts, 'refund'),
    ...totals(shift.receipts, 'sale'),
  };
}

function totals(receipts: readonly Receipt[], operation: Receipt['operation']): Record<string, number> {
  const counted = receipts.filter((one) => one.operation === operation && one.kind === 'order');
  const total = (amount: (one: Receipt) => Tiyin) => addUp(counted.map(amount));
  return {
    [`total_${operation}_vat`]: total((one) => one.vat),
    [`total_${operation}_card`]: total((one) => one.card),
    [`total_${operation}_cash`]: total((one) => one.cash),
    [`total_${operation}_count`]: counted.length,
  };
}

function nextNumber(box: Box): number {
  return box.ledger.zReports.length + 1;
}

/** Without a `time` the box takes its own, as the older form of these calls did. */
function timeOf(box: Box, call: Call): number | undefined {
  const time = call.query['time'];
  if (time === undefined) return Math.floor(box.who.now() / 1000) * 1000;
  return typeof time === 'string' ? parseBoxTime(time) : undefined;
}
