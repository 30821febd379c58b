import { isCheckout } from '../../../main/domain/tender.ts';
import { createCodeVault } from '../../../main/till/code-vault.ts';
import type { AttemptBook, Books } from '../books.ts';
import { codeKey } from '../till-process.ts';
import { found } from './findings.ts';
import type { Finding } from './findings.ts';
import type { ProviderBook, Taken } from './provider-book.ts';

const vault = createCodeVault(codeKey);

/** Not settled, and said so: it stands among the open items. */
const openStates = ['in-doubt', 'cancelling'];

/** Every sum the provider took belongs to one attempt that says so, and nobody paid twice. */
export function judgeMoney(books: Books, provider: ProviderBook): Finding[] {
  return [
    ...provider.taken.flatMap((taken) => ownerOf(books, taken)),
    ...books.attempts.flatMap((attempt) => proofOf(provider, attempt)),
    ...books.sales.flatMap(({ id }) => paidOnce(books, provider, id)),
    ...askedOnce(provider),
    ...returnedOnce(provider),
  ];
}

function ownerOf(books: Books, taken: Taken): Finding[] {
  const owners = sentWith(books, taken.code);
  const sum = `${taken.amount} tiyin (payment ${taken.paymentId})`;
  const [owner] = owners;
  if (!owner) return [found('lost-money', `${sum} were taken and no attempt knows of them`)];
  if (owners.length > 1) return [found('double-charge', `${sum}: ${owners.length} attempts were sent with one code`)];
  if (owner.amount !== taken.amount)
    return [found('lost-money', `${sum} were taken for attempt ${owner.id} of ${owner.amount}`)];
  if (isAccountedFor(books, owner, taken)) return [];
  return [found('lost-money', `${sum} were taken and attempt ${owner.id} is ${owner.state} (${owner.reason ?? ''})`)];
}

function sentWith({ attempts }: Books, code: string): AttemptBook[] {
  const hash = vault.hash(code);
  return attempts.filter(({ codeHash, sentAt }) => codeHash === hash && sentAt !== null);
}

function isAccountedFor(books: Books, owner: AttemptBook, taken: Taken): boolean {
  if (owner.state === 'returned') return taken.returned;
  if (owner.state === 'paid')
    return owner.providerPaymentId === taken.paymentId && !taken.returned && paysItsSale(books, owner);
  return openStates.includes(owner.state) || owner.state === 'closed-by-manager';
}

function paysItsSale({ sales, tenders }: Books, { id, saleId }: AttemptBook): boolean {
  const completed = sales.some((sale) => sale.id === saleId && sale.state === 'completed');
  return completed && tenders.some((tender) => tender.saleId === saleId && tender.attemptId === id);
}

/** "Paid" needs the provider's money behind it, of this very attempt's code. */
function proofOf({ taken }: ProviderBook, attempt: AttemptBook): Finding[] {
  if (attempt.state !== 'paid' || isCheckout(attempt.kind)) return [];
  const money = taken.find(({ paymentId }) => paymentId === attempt.providerPaymentId);
  if (!money) return [found('lost-money', `attempt ${attempt.id} is paid and the provider took nothing`)];
  if (vault.hash(money.code) === attempt.codeHash) return [];
  return [found('lost-money', `attempt ${attempt.id} is paid with another customer's money`)];
}

/** A code that never left one sale may be charged for the next: then that money is the next one's. */
function isSender({ attempts }: Books, { id, codeHash, sentAt }: AttemptBook): boolean {
  const another = attempts.some((one) => one.id !== id && one.codeHash === codeHash && one.sentAt !== null);
  return sentAt !== null || !another;
}

/** Money kept for one sale is one payment at most; what is still open about a second is openly so. */
function paidOnce(books: Books, { taken }: ProviderBook, saleId: string): Finding[] {
  const attempts = books.attempts.filter((attempt) => attempt.saleId === saleId);
  const kept = attempts.filter(
    (attempt) =>
      !openStates.includes(attempt.state) &&
      isSender(books, attempt) &&
      taken.some((one) => !one.returned && vault.hash(one.code) === attempt.codeHash),
  );
  const otherTender = books.tenders.some((tender) => tender.saleId === saleId && tender.attemptId === null);
  const payments = kept.length + (otherTender ? 1 : 0);
  const forgotten = otherTender ? attempts.filter(({ state }) => state === 'in-doubt') : [];
  return [
    ...(payments > 1 ? [found('double-charge', `sale ${saleId} was paid ${payments} times`)] : []),
    ...forgotten.map(({ id }) =>
      found('double-charge', `sale ${saleId} was paid otherwise and attempt ${id} is not being taken back`),
    ),
  ];
}

/** A charge is never repeated once a byte has left: no code is seen by the provider twice. */
function askedOnce({ asked }: ProviderBook): Finding[] {
  const seen = new Map<string, number>();
  for (const code of asked) seen.set(code, (seen.get(code) ?? 0) + 1);
  const twice = [...seen.values()].filter((times) => times > 1);
  return twice.map((times) => found('sent-twice', `the provider was asked ${times} times to charge one code`));
}

/** What is given back is given back once, and whole. */
function returnedOnce({ returns, taken }: ProviderBook): Finding[] {
  return taken.flatMap(({ paymentId, amount }) => {
    const own = returns.filter((one) => one.paymentId === paymentId);
    const sum = own.reduce((all, one) => all + one.amount, 0);
    const right = own.length === 0 || (own.length === 1 && sum === amount);
    return right ? [] : [found('returned-twice', `of ${amount} tiyin (payment ${paymentId}) ${sum} were given back`)];
  });
}
