import { isCheckout } from '../../../main/domain/tender.ts';
import { createCodeVault } from '../../../main/till/code-vault.ts';
import type { AttemptBook, Books } from '../books.ts';
import type { PaymeWay } from '../provision.ts';
import { codeKey } from '../till-process.ts';
import { found } from './findings.ts';
import type { Finding } from './findings.ts';
import type { ProviderBook } from './provider-book.ts';

const vault = createCodeVault(codeKey);

/** How far (ms) from its sending a payment is looked for; one that happened elsewhere in time cannot be recognised. */
const window = 120_000;

/** Attempts whose money nobody was sure of at the end. */
export function openDoubts({ attempts }: Books): AttemptBook[] {
  return attempts.filter(({ state }) => state === 'in-doubt' || state === 'cancelling');
}

/**
 * With a book to ask nothing stays open that the book can tell: whoever has an open doubt in the end must not have been able
 * to know. Without a book every doubt must be left to a manager, by name.
 */
export function judgeDoubts(books: Books, provider: ProviderBook, way: PaymeWay): Finding[] {
  const codes = openDoubts(books).filter(({ kind }) => !isCheckout(kind));
  const wrong = codes.filter((attempt) => !mayBeOpen(books, provider, way, attempt));
  return wrong.map(({ id, state, reason }) => found('open-doubt', `attempt ${id} is still ${state} (${reason ?? ''})`));
}

function mayBeOpen(books: Books, provider: ProviderBook, way: PaymeWay, attempt: AttemptBook): boolean {
  switch (way) {
    case 'fbox':
      return attempt.managerSince !== null;
    case 'fbox-and-cashbox':
      return isNotInBook(provider, attempt) || hasDouble(books, provider, attempt);
    case 'subscribe':
      return false;
  }
}

/** FBOX tells Payme no id of ours: what never arrived there cannot be told from what is still on its way. */
function isNotInBook({ taken }: ProviderBook, { codeHash, sentAt, reason }: AttemptBook): boolean {
  if (reason !== 'not-found') return false;
  const money = taken.find(({ code }) => vault.hash(code) === codeHash);
  return money === undefined || Math.abs(money.at - (sentAt ?? 0)) > window;
}

/** Another attempt, or another payment, of the same sum: each could be the other's, so a person decides. */
function hasDouble(
  { attempts }: Books,
  { taken }: ProviderBook,
  { id, amount, codeHash, reason }: AttemptBook,
): boolean {
  if (reason !== 'ambiguous') return false;
  const named = new Set(attempts.map(({ providerPaymentId }) => providerPaymentId));
  const attempt = attempts.some(
    (other) => other.id !== id && other.amount === amount && other.sentAt !== null && other.providerPaymentId === null,
  );
  return (
    attempt ||
    taken.some((one) => one.amount === amount && !named.has(one.paymentId) && vault.hash(one.code) !== codeHash)
  );
}
