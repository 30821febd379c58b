import type { AskOutcome } from '../../domain/asking.ts';
import type { PaidFacts } from '../../domain/attempt.ts';
import { assertNever } from '../../domain/assert-never.ts';
import type { Cashbox } from '../../wire/payme.ts';
import type { Enquiry, ProviderBook } from '../provider.ts';
import { providerWords } from '../provider-words.ts';
import { outcomeOf } from '../subscribe/ask-answer.ts';
import { askById, bookPage, cancelById, readPage } from '../subscribe/book.ts';
import { paidFacts } from '../subscribe/charge-answer.ts';
import { evidence } from '../subscribe/receipt.ts';
import type { PaymeReceipt } from '../subscribe/receipt.ts';
import { wholeBook } from '../whole-book.ts';
import { matchAttempt } from './match.ts';
import type { Match } from './match.ts';

/** The register whose payments are looked for; `idsSent` when the till itself gives FBOX these ids with every charge. */
export type BookOwner = { kkmId: string; deviceId: string; idsSent: boolean; timeoutSeconds: number };

/** How far (ms) Payme's clock and the till's may differ; the box itself refuses to work when it is 5 minutes wrong. */
const clockDifference = 120_000;

/** A thousand receipts in the minutes around one payment: more is not a shop. */
const mostPages = 20;

/**
 * The Subscribe API's book for payments that FBOX made with the same cashbox. FBOX makes the receipt itself and sends no id
 * of ours, so a charge without an answer is looked for among the receipts of its minutes (see match.ts).
 */
export function cashboxBook(cashbox: Cashbox, owner: BookOwner): ProviderBook {
  return {
    line: 'payme',
    ask: (enquiry) => ask(enquiry, cashbox, owner),
    cancel: ({ providerPaymentId }) => cancelById(cashbox, providerPaymentId),
    take: null,
    page: (period) => bookPage(cashbox, period),
  };
}

async function ask(enquiry: Enquiry, cashbox: Cashbox, owner: BookOwner): Promise<AskOutcome> {
  const { providerPaymentId: paymentId, amount, stop } = enquiry;
  if (paymentId === null) return search(enquiry, cashbox, owner);
  const [kkmId, deviceId] = owner.idsSent ? [owner.kkmId, owner.deviceId] : [null, null];
  const expected = { paymentId, amount, account: { kkm_id: kkmId, device_id: deviceId } };
  return askById(cashbox, paymentId, { expected, reading: boxReading, stop });
}

/** FBOX names its own transaction in the account's document, as published Payme Go clients do. */
function boxFacts(receipt: PaymeReceipt): PaidFacts {
  return { ...paidFacts(receipt), transactionId: receipt.account.document };
}

const boxReading = { factsOf: boxFacts, holds: false };

async function search(enquiry: Enquiry, cashbox: Cashbox, owner: BookOwner): Promise<AskOutcome> {
  const { amount, sentAt, others, stop } = enquiry;
  const from = sentAt - clockDifference;
  const to = sentAt + owner.timeoutSeconds * 1000 + clockDifference;
  const read = await wholeBook((offset) => readPage(cashbox, { from, to, offset }, stop), mostPages);
  if (read.kind !== 'read') return read;
  const sought = { kkmId: owner.kkmId, deviceId: owner.deviceId, amount, from, to };
  const owns = (paymentId: string) => others.owns(paymentId);
  return matched(matchAttempt(read.rows, { ...sought, owns, alike: others.alike }));
}

function matched(match: Match<PaymeReceipt>): AskOutcome {
  switch (match.kind) {
    case 'found':
      return named(outcomeOf(match.row, boxReading), match.row.paymentId);
    case 'ambiguous':
      return { kind: 'unclear', reason: 'ambiguous', message: providerWords(match.rows.map(evidence).join('; ')) };
    case 'not-found':
      return match;
    default:
      return assertNever(match);
  }
}

/** From now on the payment has a name here, so that it is never taken for another one and can be given back. */
function named(outcome: AskOutcome, paymentId: string): AskOutcome {
  switch (outcome.kind) {
    case 'moving':
    case 'stuck':
    case 'returning':
    case 'returned':
      return { ...outcome, paymentId };
    default:
      return outcome;
  }
}
