import type { AskOutcome } from '../../domain/asking.ts';
import type { Tiyin } from '../../domain/money.ts';
import { askPayme, knockPayme } from '../../wire/payme.ts';
import type { Cashbox } from '../../wire/payme.ts';
import type { CheckoutOutcome, CheckoutProvider, CheckoutRequest, DeliverOutcome } from '../checkout.ts';
import type { Enquiry, ProviderBook } from '../provider.ts';
import { askById, cancelById, takeById } from '../subscribe/book.ts';
import { paidFacts } from '../subscribe/charge-answer.ts';
import { confirmById } from '../subscribe/confirm.ts';
import type { Expected } from '../subscribe/expected.ts';
import { prepareOutcome } from '../subscribe/prepare-answer.ts';
import { refusesOtherThanSums } from '../subscribe/sums-only.ts';
import { deliverOutcome } from './deliver-answer.ts';

/** The shop's cashbox at Payme. `hold`: the money is only reserved until the till takes it; Payme must have been asked to allow that. */
export type PaymeInvoiceSettings = Cashbox & { hold: boolean; lifetimeSeconds: number; timeoutSeconds: number };

/**
 * A Payme invoice: a receipt made at Payme (receipts.create) and sent to the customer's phone (receipts.send). Cards never
 * reach us: the customer pays on Payme's side. There is no QR, since no document names an address by which a receipt is paid.
 * Payme gives money back whole only, by receipts.cancel, so there are no refunds but the book's.
 */
export function createPaymeInvoice(settings: PaymeInvoiceSettings): CheckoutProvider {
  return {
    tender: 'payme-invoice',
    name: 'payme-invoice',
    line: 'payme',
    fiscalProviderCode: 141,
    needsPhone: true,
    currency: 'UZS',
    poweredByPayme: true,
    lifetimeMs: settings.lifetimeSeconds * 1000,
    refuses: refusesOtherThanSums,
    create: (request) => create(request, settings),
    deliver: (to) => deliver(to, settings),
    confirm: (confirmation) => confirmById(settings, confirmation),
    book: book(settings),
    refunds: null,
    knock: () => knockPayme(settings),
  };
}

/**
 * receipts.create has no key, so a repeated one makes a second receipt. The first is harmless: nobody was told of it, and
 * nobody can pay it. It goes without `detail`, which makes Payme register a fiscal receipt: the shop's own box does that, and
 * one sale must not be registered twice.
 */
async function create(request: CheckoutRequest, settings: PaymeInvoiceSettings): Promise<CheckoutOutcome> {
  const { attemptId, amount, shopName, saleNumber } = request;
  const expected = expect({ attemptId, amount }, null);
  const told = { amount, account: expected.account, description: `${shopName}, № ${saleNumber}` };
  const params = settings.hold ? { ...told, hold: true } : told;
  const reply = await askPayme(settings, { method: 'receipts.create', params }, settings.timeoutSeconds * 1000);
  const outcome = prepareOutcome(reply, expected);
  if (outcome.kind !== 'ready') return outcome;
  return { kind: 'ready', shown: { providerPaymentId: outcome.providerPaymentId, qr: null } };
}

/** May be repeated: another message about the same receipt, which is paid once. */
async function deliver(
  { providerPaymentId: id, phone }: { providerPaymentId: string; phone: string },
  settings: PaymeInvoiceSettings,
): Promise<DeliverOutcome> {
  const request = { method: 'receipts.send', params: { id, phone } };
  return deliverOutcome(await askPayme(settings, request, settings.timeoutSeconds * 1000));
}

/** No page: the daily match compares the book with payments by scanned codes, and would find every invoice unknown. */
function book(settings: PaymeInvoiceSettings): ProviderBook {
  return {
    line: 'payme',
    ask: (enquiry) => ask(enquiry, settings),
    cancel: ({ providerPaymentId }) => cancelById(settings, providerPaymentId),
    take: ({ providerPaymentId }) => takeById(settings, providerPaymentId),
    page: null,
  };
}

const reading = { factsOf: paidFacts, holds: true };

async function ask(enquiry: Enquiry, settings: PaymeInvoiceSettings): Promise<AskOutcome> {
  const { providerPaymentId: id, stop } = enquiry;
  return id === null ? { kind: 'not-found' } : askById(settings, id, { expected: expect(enquiry, id), reading, stop });
}

/** The account of a web cashbox, as Payme's examples name its field. */
function expect({ attemptId, amount }: { attemptId: string; amount: Tiyin }, paymentId: string | null): Expected {
  return { paymentId, amount, account: { order_id: attemptId } };
}
