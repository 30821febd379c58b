import { assertNever } from '../../domain/assert-never.ts';
import { tiyin } from '../../domain/money.ts';
import type { Receipt } from '../wallet/book.ts';
import { heldAfter, paidAtOnce } from '../wallet/plan.ts';
import type { Cashbox } from './cashbox.ts';
import type { Customer, PageOutcome } from './link-payment.ts';
import { readLink, type LinkSaid } from './link-blob.ts';
import type { PageFacts } from './page.ts';

/** What a customer opened: a link, or a receipt the shop has sent. */
export type Opened = { kind: 'link'; said: LinkSaid } | { kind: 'receipt'; receipt: Receipt };

/** What `reference` (an address, or the part of it behind the host) leads to, if to anything. */
export function open(cashbox: Cashbox, reference: string): Opened | undefined {
  const part = partOf(reference);
  const receipt = cashbox.wallet.find(part);
  if (receipt) return { kind: 'receipt', receipt };
  const said = readLink(part);
  return said?.merchantId === cashbox.credentials.cashboxId ? { kind: 'link', said } : undefined;
}

function partOf(reference: string): string {
  return reference.replace(/^https?:\/\/[^/]*/i, '').replace(/^\/+/, '');
}

/** What the page says of it. */
export function factsOf(opened: Opened): PageFacts {
  switch (opened.kind) {
    case 'link':
      return {
        amount: opened.said.amount,
        account: opened.said.account,
        description: '',
        language: opened.said.language,
      };
    case 'receipt': {
      const { amount, account, description } = opened.receipt;
      return { amount, account, description, language: 'ru' };
    }
    default:
      return assertNever(opened);
  }
}

/** The customer presses "Pay". A receipt is paid here; a link's payment is the shop's to allow. */
export async function press(cashbox: Cashbox, opened: Opened, customer: Customer): Promise<PageOutcome> {
  const { amount } = factsOf(opened);
  if (amount < cashbox.terms.least) return refusal('-31611');
  if (amount > cashbox.terms.most) return refusal('-31612');
  return opened.kind === 'link'
    ? cashbox.links.pay(opened.said, customer)
    : payReceipt(cashbox, opened.receipt, customer);
}

function payReceipt({ wallet, terms }: Cashbox, { id, amount, hold }: Receipt, { card }: Customer): PageOutcome {
  const code = wallet.issueCode({ balance: tiyin(card === 'empty' ? 0 : amount) });
  const result = wallet.pay(id, code, hold ? heldAfter(terms.holdAfterMs) : paidAtOnce);
  if (!result.ok) return { ...refusal(result.reason), receiptId: id };
  return { kind: hold ? 'held' : 'paid', receiptId: id, words: '', steps: [] };
}

/** The customer goes away. Payme tells the shop nothing of that, and the payment can still be made. */
export function goAway(opened: Opened): PageOutcome {
  const receiptId = opened.kind === 'receipt' ? opened.receipt.id : null;
  return { kind: 'declined', receiptId, words: '', steps: [] };
}

/** Nothing moved, and why. */
export function refusal(words: string): PageOutcome {
  return { kind: 'refused', receiptId: null, words, steps: [] };
}
