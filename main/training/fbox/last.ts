import { appletVersion, type Box, type Work } from './box.ts';
import { boxTime } from './clock.ts';
import { failure, refusals, success } from './envelope.ts';
import type { Receipt } from './ledger.ts';

/** `GET /order/last/`: the last registered receipt with its `uuid`, the only probe for a lost answer (FBOX: Order). */
export const lastOrder: Work = (box) => {
  const receipt = box.ledger.receipts.at(-1);
  if (!receipt) return failure(refusals.receiptIndex);
  return success({
    order: echoed(receipt),
    fiscalOrder: null,
    result: fiscalResult(box, receipt),
    isRefund: receipt.operation === 'refund',
  });
};

/** FBOX echoes the order in its own spelling: an absent uuid is an empty string, `extra_info` is capitalised. */
function echoed(receipt: Receipt): unknown {
  return {
    ...receipt.order,
    time: boxTime(receipt.at),
    type: receipt.operation === 'refund' ? 'refund' : 'order',
    receipt_type: receipt.kind,
    result_url: receipt.url,
    extra_info: { QrPaymentID: receipt.paymentId ?? '' },
    qr_code: receipt.order['qr_code'] ?? '',
    uuid: receipt.uuid ?? '',
  };
}

function fiscalResult(box: Box, receipt: Receipt): unknown {
  return {
    TerminalID: box.who.terminalId,
    ReceiptSeq: receipt.seq,
    DateTime: receipt.dateTime,
    FiscalSign: receipt.fiscalSign,
    AppletVersion: appletVersion,
    QRCodeURL: receipt.url,
    cash_box_number: '1',
  };
}

/** `GET /order/print/`: prints the last receipt again; there is nothing to print before the first one. */
export const printLast: Work = (box) => {
  const receipt = box.ledger.receipts.at(-1);
  if (!receipt) return failure(refusals.receiptIndex);
  box.ledger.reprints.push(receipt.seq);
  return success(null);
};

/** `GET /print/open_cash_drawer`: opens the drawer wired to the box. */
export const openDrawer: Work = (box) => {
  box.ledger.drawerOpenings.push(box.who.now());
  return success(null);
};
