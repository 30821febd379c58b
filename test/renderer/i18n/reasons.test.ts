import { describe, expect, it } from 'vitest';
import { languages } from '../../../main/domain/language.ts';
import { messages } from '../../../renderer/i18n/languages.ts';
import { reasonCodes, shortCodes } from '../../../renderer/i18n/short-codes.ts';
import { explainReason, isReason } from '../../../renderer/i18n/unsettled/explain.ts';

const keys = Object.keys(reasonCodes).filter(isReason);

/** What the wire, the providers, the fiscal box and the till itself give as a reason. */
const known = `
  refused dns tls connect-timeout unreachable wrong-origin timeout reset closed garbled body-lost
  too-large http-status empty not-json wrong-shape wrong-id contradiction till-restarted code-lifetime
  other-tender payment-id-known internal not-set-up not-successful amount-mismatch ids-mismatch
  account-mismatch currency-mismatch other-receipt code-refused card-refused card-not-served
  shop-refused request-refused amount-too-small amount-too-large not-found ambiguous book-too-long
  not-prepared state-0 state-1 state-2 state-3 state-5 state-6 state-20 state-21 state-30 fbox-104
  fbox-text payme--31602 shift-not-open time-past clock-off values-mismatch url-broken
  receipt-of-another counters-moved box-may-be-working not-registered no-receipt 101 102 333 401 402
  444 36913 text not-balanced line-does-not-add-up cashier refund paid-twice too-early returning-there
  cancel-refused cannot-be-asked paid-after-cancel refusal-not-confirmed refused-at-state-4
  other-operation no-such-date wallet-error nothing-to-confirm no-fiscal-service no-printer printing
  uncertain failed never-begun customer-pays link-lost not-delivered cancelled-there cabinet-only refund-unanswered
  another-refund interrupted stopped status-unknown not-utf8 signature-missing signature-wrong other-order other-payment
  other-refund payment-not-found refund-not-found several-payments payment-not-yet paid-without-consent captured-in-part
  not-cancelled key-unreadable id-unreadable live-id-in-test-mode test-id-in-live-mode flitt-1016
  smartpay-order.not-found order-canceled return-refused`
  .trim()
  .split(/\s+/);

describe('reasons', () => {
  it('all have words of their own', () => {
    expect(known.filter((reason) => explainReason(reason).key === 'unknown')).toEqual([]);
  });

  it('that nobody has met before are shown as they are, behind a code that can be read out', () => {
    expect(explainReason('brand-new')).toEqual({ key: 'unknown', code: 'AN-NEW', short: 'AN-NEW brand-new' });
  });

  it('keep the number of the other side behind their code', () => {
    expect(['fbox-104', 'payme--31602', 'state-20', 'timeout'].map((reason) => explainReason(reason).short)).toEqual([
      'FM-ERROR 104',
      'PM-ERROR -31602',
      'PM-STUCK 20',
      'AN-LATE',
    ]);
  });

  it.each(languages)('are whole sentences in %s, what was said and what to do', (language) => {
    const { reasons } = messages[language];
    const wrong = keys.filter((key) => {
      const { said, todo } = reasons[key];
      return !/[.!]$/.test(said) || !/[.!]$/.test(todo) || said.length > 90 || todo.length > 130;
    });
    expect(wrong).toEqual([]);
  });

  it('have short codes nobody else has', () => {
    const all = [...Object.values(reasonCodes), ...Object.values(shortCodes)];
    expect(all.filter((code, at) => all.indexOf(code) !== at)).toEqual([]);
    expect(Object.values(reasonCodes).filter((code) => !/^[A-Z]{2,4}-[A-Z]{1,8}$/.test(code))).toEqual([]);
  });
});
