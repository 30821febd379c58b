import type { ChargeOutcome } from '../../domain/attempt.ts';
import { toProvider } from '../../domain/money.ts';
import type { AmountUnit, Tiyin } from '../../domain/money.ts';
import { askFbox } from '../../wire/fbox.ts';
import { knockPayme } from '../../wire/payme.ts';
import type { Cashbox } from '../../wire/payme.ts';
import type { Charge, CodeProvider, Confirmation, ConfirmOutcome } from '../provider.ts';
import { cashboxBook } from './cashbox-book.ts';
import { chargeOutcome } from './charge-answer.ts';
import type { SentCharge } from './charge-answer.ts';
import { confirmOutcome } from './confirm-answer.ts';

export type FboxPaymeGoSettings = {
  baseUrl: string;
  /** FBOX's pages contradict each other on the unit, so the shop says which; a calibration payment proves it. */
  amountUnit: AmountUnit;
  sendRegisterIds: boolean;
  timeoutSeconds: number;
  kkmId: string;
  deviceId: string;
  onlyOrigin?: string | undefined;
  /** The Payme cashbox behind the box, where the shop has its key: the book FBOX itself does not offer. */
  cashbox?: Cashbox | undefined;
};

/** Attaching a URL waits for nobody at the counter, and is repeated freely. */
const confirmTimeoutMs = 30_000;

/**
 * Payme Go through FBOX: `POST /payment/payme` takes the money, `POST /payment/payme_confirm` hands the receipt over.
 * FBOX offers neither a key against repetition nor a status call, so a charge is never repeated once a byte has left; only
 * with a cashbox can a doubt be asked about.
 */
export function createFboxPaymeGo(settings: FboxPaymeGoSettings): CodeProvider {
  const { cashbox } = settings;
  return {
    tender: 'payme-go',
    name: 'fbox',
    line: 'box',
    fiscalProviderCode: 141,
    refuses: (amount) => refuses(amount, settings.amountUnit),
    prepare: null,
    charge: (charge) => sendCharge(charge, settings),
    confirm: (confirmation) => sendConfirmation(confirmation, settings),
    book: cashbox ? cashboxBook(cashbox, { ...settings, idsSent: settings.sendRegisterIds }) : null,
    knock: cashbox ? () => knockPayme(cashbox) : null,
  };
}

function refuses(amount: Tiyin, unit: AmountUnit): 'not-whole-sums' | undefined {
  const converted = toProvider(amount, unit);
  return converted.ok ? undefined : converted.code;
}

async function sendCharge(charge: Charge, settings: FboxPaymeGoSettings): Promise<ChargeOutcome> {
  const amount = toProvider(charge.amount, settings.amountUnit);
  if (!amount.ok) return { kind: 'declined', reason: amount.code, message: '' };
  const ids = settings.sendRegisterIds ? { kkm_id: settings.kkmId, device_id: settings.deviceId } : null;
  const sent: SentCharge = { amount: amount.value, qr_code: charge.code, ids };
  const body = { amount: sent.amount, qr_code: sent.qr_code, ...ids };
  const request = { method: 'POST', path: '/payment/payme', body } as const;
  return chargeOutcome(await askFbox(settings, request, settings.timeoutSeconds * 1000), sent);
}

async function sendConfirmation(confirmation: Confirmation, settings: FboxPaymeGoSettings): Promise<ConfirmOutcome> {
  const body = { payment_id: confirmation.providerPaymentId, qr_code: confirmation.receiptUrl };
  const request = { method: 'POST', path: '/payment/payme_confirm', body } as const;
  return confirmOutcome(await askFbox(settings, request, confirmTimeoutMs));
}
