import { askPayme } from '../../wire/payme.ts';
import type { Cashbox } from '../../wire/payme.ts';
import type { Confirmation, ConfirmOutcome } from '../provider.ts';
import { confirmOutcome, fiscalData } from './confirm-answer.ts';

/** Attaching a receipt waits for nobody at the counter, and is repeated freely. */
const confirmTimeoutMs = 30_000;

/** Hands the fiscal receipt of a payment to Payme (receipts.set_fiscal_data), so that the customer finds it in the app. */
export async function confirmById(cashbox: Cashbox, confirmation: Confirmation): Promise<ConfirmOutcome> {
  const data = fiscalData(confirmation);
  if (!data) return { kind: 'refused', reason: 'request-refused', message: '' };
  const params = { id: confirmation.providerPaymentId, fiscal_data: data };
  const request = { method: 'receipts.set_fiscal_data', params };
  return confirmOutcome(await askPayme(cashbox, request, confirmTimeoutMs));
}
