import type { Answered } from './call.ts';

/** The call was the provider's own and was heard. */
export function heardCall(subject: string | null): Answered {
  return { ...plain, status: 200, body: 'OK', outcome: 'accepted', reason: 'heard', subject };
}

/** The call was not the provider's, or not about anything of ours; what it said is not repeated. */
export function refusedCall(status: 400 | 403 | 404, reason: string, subject: string | null = null): Answered {
  return { ...plain, status, body: '', outcome: 'refused', reason, subject };
}

const plain = { contentType: 'text/plain; charset=utf-8' };
