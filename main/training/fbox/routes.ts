/** The endpoints of the box, without the trailing slash, which it tolerates everywhere. */
export const routes = [
  'POST /payment/payme',
  'POST /payment/payme_confirm',
  'POST /order/create',
  'POST /order/refuse',
  'GET /order/last',
  'GET /order/print',
  'GET /order/sendreceipt',
  'GET /zreport/open',
  'GET /zreport/close',
  'POST /zreport/close',
  'GET /zreport/info',
  'GET /info',
  'GET /print/open_cash_drawer',
  'POST /payment/one_qr/create',
  'GET /payment/one_qr/status',
  'POST /payment/one_qr/cancel',
  'POST /payment/one_qr/refund',
  'GET /payment/one_qr/refund/status',
  'POST /payment/one_qr/receipt',
] as const;

/** One endpoint of the box. */
export type Route = (typeof routes)[number];
