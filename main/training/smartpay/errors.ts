/** An answer that is a "no": its HTTP status and Smartpay's words. */
export type Failure = { status: number; errorCode: string; message: string; details?: readonly string[] };

/**
 * What this Smartpay refuses with. Codes and, where the API reference gives them, statuses (404 payment.not-found, 403
 * amount.insufficient) are Smartpay's; the statuses of the others, `order.cannot-cancel` and the last two codes are our guess.
 */
export const errors = {
  orderNotFound: { status: 404, errorCode: 'order.not-found', message: 'No order was found meeting the requirements.' },
  sessionNotFound: { status: 404, errorCode: 'checkout-session.not-found', message: 'No checkout session was found.' },
  paymentNotFound: { status: 404, errorCode: 'payment.not-found', message: 'No payment was found.' },
  refundNotFound: { status: 404, errorCode: 'refund.not-found', message: 'No refund was found.' },
  excessive: { status: 403, errorCode: 'payment.excessive-amount', message: 'More than can be captured.' },
  insufficient: { status: 403, errorCode: 'amount.insufficient', message: 'Not enough is left on the payment.' },
  noSuchPlace: { status: 404, errorCode: 'request.not-found', message: 'There is nothing here.' },
  unavailable: { status: 503, errorCode: 'service.unavailable', message: 'Come back later.' },
  denied: { status: 401, errorCode: 'authentication.invalid', message: 'The secret key is not known.' },
  keyReused: { status: 400, errorCode: 'idempotency-key.reused', message: 'The key belongs to another request.' },
  cannotCancel: (status: string): Failure => no('order.cannot-cancel', `The order is ${status}.`),
  cannotCapture: (status: string): Failure => no('order.cannot-capture', `The order is ${status}.`),
  invalid: (...details: string[]): Failure => ({
    status: 400,
    errorCode: 'request.invalid',
    message: 'The request is invalid.',
    details,
  }),
} satisfies Record<string, Failure | ((...words: string[]) => Failure)>;

function no(errorCode: string, message: string): Failure {
  return { status: 403, errorCode, message };
}
