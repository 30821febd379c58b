import { appletVersion, limits, type Accumulator, type Box, type Work } from './box.ts';
import { boxTime } from './clock.ts';
import { success } from './envelope.ts';

/** `GET /info/`: counters of the module. `receipt_count` is what the tax office has not got yet (FBOX: Info). */
export const info: Work = (box) => success({ ...identity(box), ...counters(box), ...accumulators(box) });

function identity(box: Box): object {
  return {
    terminal_id: box.who.terminalId,
    applet_version: appletVersion,
    cashbox_number: '1',
    version_code: '1.12.1',
    is_updated: false,
    current_time: boxTime(box.who.now()),
  };
}

function counters(box: Box): object {
  const { seq, lastOperationAt, unsent } = box.module;
  const oldest = unsent[0];
  return {
    current_receipt_seq: String(seq),
    last_operation_time: lastOperationAt === undefined ? '' : boxTime(lastOperationAt),
    receipt_count: unsent.length,
    receipt_max_count: limits.unsentReceipts,
    zreport_count: box.ledger.zReports.length,
    zreport_max_count: limits.zReports,
    available_persistent_memory: 32_767,
    available_reset_memory: 8918,
    available_deselect_memory: 8918,
    first_unacknowledged_receipt_time: oldest ? boxTime(oldest.at) : null,
  };
}

/** The spelling is FBOX's own. */
function accumulators(box: Box): object {
  const { cash, card, vat } = box.module.accumulators;
  const shown = (accumulator: Accumulator) => ({ Sale: accumulator.sale, Refund: accumulator.refund });
  return { cash_accomulator: shown(cash), card_accomulator: shown(card), vat_accomulator: shown(vat) };
}

/** `/order/sendreceipt`: hands the stored receipts to the tax office, when it can be reached (FBOX: Errors, 36889). */
export const sendReceipts: Work = (box) => {
  if (box.module.taxOffice === 'reachable') box.module.unsent = [];
  return success(null);
};
