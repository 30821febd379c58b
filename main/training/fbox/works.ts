import type { Work } from './box.ts';
import { info, sendReceipts } from './info.ts';
import { lastOrder, openDrawer, printLast } from './last.ts';
import { createOrder, refuseOrder } from './orders.ts';
import { cancelOneQr, createOneQr, oneQrReceipt, oneQrRefundStatus, oneQrStatus, refundOneQr } from './one-qr/works.ts';
import { confirm, pay } from './payme.ts';
import type { Route } from './routes.ts';
import { closeShift, openShift, reportShift, shiftInfo } from './zreport.ts';

/** What stands behind each endpoint. */
export const works: Readonly<Record<Route, Work>> = {
  'POST /payment/payme': pay,
  'POST /payment/payme_confirm': confirm,
  'POST /order/create': createOrder,
  'POST /order/refuse': refuseOrder,
  'GET /order/last': lastOrder,
  'GET /order/print': printLast,
  'GET /order/sendreceipt': sendReceipts,
  'GET /zreport/open': openShift,
  'GET /zreport/close': closeShift,
  'POST /zreport/close': reportShift,
  'GET /zreport/info': shiftInfo,
  'GET /info': info,
  'GET /print/open_cash_drawer': openDrawer,
  'POST /payment/one_qr/create': createOneQr,
  'GET /payment/one_qr/status': oneQrStatus,
  'POST /payment/one_qr/cancel': cancelOneQr,
  'POST /payment/one_qr/refund': refundOneQr,
  'GET /payment/one_qr/refund/status': oneQrRefundStatus,
  'POST /payment/one_qr/receipt': oneQrReceipt,
};

/** These answer `{result: {data, error, is_success}}` (FBOX: Z report, Order last). */
export const wrapped: ReadonlySet<Route> = new Set<Route>([
  'GET /zreport/close',
  'POST /zreport/close',
  'GET /zreport/info',
  'GET /order/last',
]);
