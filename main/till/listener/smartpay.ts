import { verifySmartpayWebhook } from '../../tender/smartpay/webhook.ts';
import type { CallRoute } from './call.ts';
import { askNow, attemptCalled } from './heard.ts';
import { heardCall, refusedCall } from './reply.ts';

/** Smartpay's webhook: verified over the raw body, then the order it names is asked about; nothing else of it is believed. */
export const smartpayRoute: CallRoute = {
  name: 'smartpay',
  path: '/smartpay',
  handle: async (till, equipment, { body, headers }) => {
    const webhook = equipment.settings.checkout?.smartpay?.webhook;
    if (!webhook || webhook.secret === '') return refusedCall(404, 'not-configured');
    const secrets = new Map([[webhook.subscriptionId, webhook.secret]]);
    const call = verifySmartpayWebhook({ body, headers, secrets, now: till.world.now() });
    if (!call.ok) return refusedCall(403, call.reason);
    const attempt = call.orderId === null ? undefined : attemptCalled(till, 'smartpay', call.orderId);
    if (attempt) askNow(till, equipment, attempt);
    return attempt ? heardCall(attempt.id) : refusedCall(404, 'no-such-attempt');
  },
};
