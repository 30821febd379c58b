import type { AskOutcome } from '../../domain/asking.ts';
import type { ChargeOutcome } from '../../domain/attempt.ts';
import type { Tiyin } from '../../domain/money.ts';
import { askPayme, knockPayme } from '../../wire/payme.ts';
import type { Cashbox } from '../../wire/payme.ts';
import type { Charge, CodeProvider, Enquiry } from '../provider.ts';
import type { Preparation, PrepareOutcome, ProviderBook } from '../provider.ts';
import { askById, bookPage, cancelById, questionTimeoutMs } from './book.ts';
import { chargeOutcome, confirmedRefusal } from './charge-answer.ts';
import type { Refusal } from './charge-answer.ts';
import { confirmById } from './confirm.ts';
import type { Expected } from './expected.ts';
import { prepareOutcome } from './prepare-answer.ts';

export type SubscribePaymeGoSettings = Cashbox & { timeoutSeconds: number; kkmId: string; deviceId: string };

/** The customer stands there with a code that is running out, and the call may be repeated. */
const prepareTimeoutMs = 5_000;

/**
 * Payme Go through Payme's Subscribe API: receipts.create makes an unpaid receipt, receipts.pay charges it with the
 * customer's code as the token (as published Payme Go clients do). The receipt's id is known before any money can move,
 * so every doubt can be asked about; a charge is still never repeated once a byte has left.
 */
export function createSubscribePaymeGo(settings: SubscribePaymeGoSettings): CodeProvider {
  return {
    tender: 'payme-go',
    name: 'subscribe',
    line: 'payme',
    fiscalProviderCode: 141,
    refuses: () => undefined,
    prepare: (preparation) => prepare(preparation, settings),
    charge: (charge) => sendCharge(charge, settings),
    confirm: (confirmation) => confirmById(settings, confirmation),
    book: book(settings),
    knock: () => knockPayme(settings),
  };
}

async function prepare(preparation: Preparation, settings: SubscribePaymeGoSettings): Promise<PrepareOutcome> {
  const expected = expect(preparation, null, settings);
  const params = { amount: preparation.amount, account: expected.account };
  const request = { method: 'receipts.create', params };
  return prepareOutcome(await askPayme(settings, request, prepareTimeoutMs), expected);
}

async function sendCharge(charge: Charge, settings: SubscribePaymeGoSettings): Promise<ChargeOutcome> {
  const { providerPaymentId: id, code } = charge;
  if (id === null) return { kind: 'nothing-sent', reason: 'not-prepared' };
  const request = { method: 'receipts.pay', params: { id, token: code } };
  const reply = await askPayme(settings, request, settings.timeoutSeconds * 1000);
  const outcome = chargeOutcome(reply, expect(charge, id, settings), code);
  return outcome.kind === 'refused' ? confirmRefusal(outcome, id, settings) : outcome;
}

async function confirmRefusal(refusal: Refusal, id: string, cashbox: Cashbox): Promise<ChargeOutcome> {
  const request = { method: 'receipts.check', params: { id } };
  return confirmedRefusal(refusal, await askPayme(cashbox, request, questionTimeoutMs));
}

function book(settings: SubscribePaymeGoSettings): ProviderBook {
  return {
    line: 'payme',
    ask: (enquiry) => ask(enquiry, settings),
    cancel: ({ providerPaymentId }) => cancelById(settings, providerPaymentId),
    take: null,
    page: (period) => bookPage(settings, period),
  };
}

/** Without an id the receipt was never made ready, so no charge can have been sent for it. */
async function ask(enquiry: Enquiry, settings: SubscribePaymeGoSettings): Promise<AskOutcome> {
  const { providerPaymentId: id, stop } = enquiry;
  if (id === null) return { kind: 'not-found' };
  return askById(settings, id, { expected: expect(enquiry, id, settings), stop });
}

type Asked = { attemptId: string; amount: Tiyin };

function expect(asked: Asked, paymentId: string | null, settings: SubscribePaymeGoSettings): Expected {
  const { kkmId, deviceId } = settings;
  return {
    paymentId,
    amount: asked.amount,
    account: { kkm_id: kkmId, device_id: deviceId, document: asked.attemptId },
  };
}
