import type { AskOutcome } from '../../domain/asking.ts';
import type { ChargeOutcome } from '../../domain/attempt.ts';
import type { Tiyin } from '../../domain/money.ts';
import { askPayme, knockPayme } from '../../wire/payme.ts';
import type { Cashbox } from '../../wire/payme.ts';
import type { Charge, CodeProvider, Confirmation, ConfirmOutcome, Enquiry } from '../provider.ts';
import type { Preparation, PrepareOutcome, ProviderBook } from '../provider.ts';
import { askById, bookPage, cancelById, questionTimeoutMs } from './book.ts';
import { chargeOutcome, confirmedRefusal } from './charge-answer.ts';
import type { Refusal } from './charge-answer.ts';
import { confirmOutcome, fiscalData } from './confirm-answer.ts';
import type { Expected } from './expected.ts';
import { prepareOutcome } from './prepare-answer.ts';

export type SubscribePaymeGoSettings = Cashbox & { timeoutSeconds: number; kkmId: string; deviceId: string };

/** The customer stands there with a code that is running out, and the call may be repeated. */
const prepareTimeoutMs = 5_000;

/** Attaching a receipt waits for nobody at the counter, and is repeated freely. */
const confirmTimeoutMs = 30_000;

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
    repeat: { prepare: 'freely', charge: 'never', confirm: 'freely' },
    refuses: () => undefined,
    prepare: (preparation) => prepare(preparation, settings),
    charge: (charge) => sendCharge(charge, settings),
    confirm: (confirmation) => sendConfirmation(confirmation, settings),
    book: book(settings),
    knock: () => knockPayme(settings),
  };
}

async function prepare(preparation: Preparation, settings: SubscribePaymeGoSettings): Promise<PrepareOutcome> {
  const expected = expect(preparation, null, settings);
  const { kkmId, deviceId, document } = expected.account;
  const account = { kkm_id: kkmId, device_id: deviceId, document };
  const request = { method: 'receipts.create', params: { amount: preparation.amount, account } };
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

async function sendConfirmation(confirmation: Confirmation, cashbox: Cashbox): Promise<ConfirmOutcome> {
  const data = fiscalData(confirmation);
  if (!data) return { kind: 'refused', reason: 'request-refused', message: '' };
  const params = { id: confirmation.providerPaymentId, fiscal_data: data };
  const request = { method: 'receipts.set_fiscal_data', params };
  return confirmOutcome(await askPayme(cashbox, request, confirmTimeoutMs));
}

function book(settings: SubscribePaymeGoSettings): ProviderBook {
  return {
    ask: (enquiry) => ask(enquiry, settings),
    cancel: (id) => cancelById(settings, id),
    page: (period) => bookPage(settings, period),
  };
}

/** Without an id the receipt was never made ready, so no charge can have been sent for it. */
async function ask(enquiry: Enquiry, settings: SubscribePaymeGoSettings): Promise<AskOutcome> {
  const { providerPaymentId: id } = enquiry;
  return id === null ? { kind: 'not-found' } : askById(settings, id, expect(enquiry, id, settings));
}

type Asked = { attemptId: string; amount: Tiyin };

function expect(asked: Asked, paymentId: string | null, settings: SubscribePaymeGoSettings): Expected {
  const { kkmId, deviceId } = settings;
  return { paymentId, amount: asked.amount, account: { kkmId, deviceId, document: asked.attemptId } };
}
