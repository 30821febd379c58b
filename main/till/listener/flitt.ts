import { callbackMismatch, readFlittCallback } from '../../tender/flitt/callback.ts';
import { chargedOf } from '../providers.ts';
import type { CallRoute } from './call.ts';
import { askNow, attemptCalled } from './heard.ts';
import { heardCall, refusedCall } from './reply.ts';

/**
 * Flitt's callback: signed over the values as they came, then compared field by field with our own attempt. It makes the till ask
 * Flitt at once and changes nothing itself; anything but 200 makes Flitt call again.
 */
export const flittRoute: CallRoute = {
  name: 'flitt',
  path: '/flitt',
  handle: async (till, equipment, { body, headers }) => {
    const flitt = equipment.settings.checkout?.flitt;
    if (!flitt) return refusedCall(404, 'not-configured');
    const callback = readFlittCallback(body, headers['content-type'] ?? '', flitt);
    if (!callback.ok) return refusedCall(403, callback.reason);
    const attempt = attemptCalled(till, 'flitt', callback.orderId);
    if (!attempt) return refusedCall(404, 'no-such-attempt');
    const { merchantId } = flitt;
    const wrong = callbackMismatch(callback, { orderId: attempt.id, merchantId, ...chargedOf(attempt) });
    if (wrong) return refusedCall(403, wrong, attempt.id);
    askNow(till, equipment, attempt);
    return heardCall(attempt.id);
  },
};
