import type { TFunction } from 'i18next';
import type { IncomingCall } from '../../../preload/api.ts';
import type { uz } from '../../i18n/uz.ts';

type Why = keyof typeof uz.callers.why;

/** Reasons of the listener and of each provider's protocol, by the words that say them. */
const why: Readonly<Record<string, Why>> = {
  heard: 'heard',
  done: 'done',
  'not-configured': 'not-configured',
  'no-such-attempt': 'unknown-attempt',
  'no-such-address': 'address',
  'too-many': 'often',
  'too-large': 'large',
  broken: 'broken',
  parse: 'broken',
  'not-json': 'broken',
  'not-utf8': 'broken',
  empty: 'broken',
  internal: 'fault',
  auth: 'key',
  'signature-missing': 'key',
  'signature-wrong': 'key',
  'header-missing': 'key',
  'subscription-unknown': 'key',
  'secret-unreadable': 'key',
  'timestamp-wrong': 'old',
  'too-old': 'old',
  'not-allowed': 'ip',
  verb: 'form',
  shape: 'form',
  params: 'form',
  'wrong-shape': 'form',
  'currency-mismatch': 'amount',
  'amount-mismatch': 'amount',
  'other-attempt': 'unknown-attempt',
  'other-merchant': 'not-configured',
  method: 'method',
  'no-receipt': 'receipt',
  amount: 'amount',
  'no-transaction': 'transaction',
  delivered: 'delivered',
  state: 'state',
  account: 'account',
  over: 'over',
  busy: 'busy',
};

/** A method of Payme's protocol stands for itself: `CheckPerformTransaction`. */
const isMethod = (reason: string): boolean => /^[A-Z][A-Za-z]+$/.test(reason);

/** What became of a call in a few words; what nobody has met before is named as it is. */
export function whyOf(t: TFunction, { reason }: Pick<IncomingCall, 'reason'>): string {
  if (isMethod(reason)) return `${t('callers.why.done')} (${reason})`;
  const key = Object.hasOwn(why, reason) ? why[reason] : undefined;
  return key === undefined ? t('callers.why.other', { reason }) : t(`callers.why.${key}`);
}
