import { z } from 'zod';
import { tiyin } from '../../domain/money.ts';
import type { Receipt, ReceiptState } from '../wallet/book.ts';
import type { PayPlan } from '../wallet/plan.ts';
import type { Wallet } from '../wallet/wallet.ts';
import { conversation, inWords, isLost, type Conversation, type Step } from './conversation.ts';
import type { Merchant, MerchantReply } from '../payme-caller/call.ts';
import { fiscalReceipt } from './fiscal-receipt.ts';
import type { LinkSaid } from './link-blob.ts';

/** What stands behind the payments of one shop's links. `fiscal`: the payments Payme registers a fiscal receipt for. */
export type LinkOffice = {
  wallet: Wallet;
  now: () => number;
  random: () => number;
  wait: (ms: number) => Promise<unknown>;
  fiscal: Set<string>;
};

/** The customer: whether the card has money on it, and a moment to stop at, for whoever plays a race. */
export type Customer = { card?: 'good' | 'empty'; pause?: (before: 'create' | 'perform') => Promise<unknown> };

/** What became of a press on the page; `waiting` is with Payme until the shop's server answers. `words` say why not. */
export type PageOutcome = {
  kind: 'paid' | 'held' | 'refused' | 'declined' | 'waiting';
  receiptId: string | null;
  words: string;
  steps: Step[];
};

const allowed = z.object({
  allow: z.literal(true),
  detail: z.object({ items: z.array(z.unknown()).min(1) }).optional(),
});
const inState = (state: number) => z.object({ state: z.literal(state), transaction: z.string() });

/** The debit of a link's payment: done, and the shop is yet to be told. */
const debited: PayPlan = {
  path: [1, 2, 3].map((state) => ({ state: state as 1 | 2 | 3, afterMs: 0 })),
  takes: 'at-sight',
};

/**
 * Takes a payment by link: asks the shop whether it may be made, has it written down there (CreateTransaction), debits the
 * card, closes it there (PerformTransaction). Lost answers are asked for again; a debit that fails, and a payment the shop
 * does not close, are cancelled there (Merchant API: scheme of interaction).
 */
export async function payLink(
  office: LinkOffice,
  merchant: Merchant,
  said: LinkSaid,
  customer: Customer,
): Promise<PageOutcome> {
  const talk = conversation(merchant, office.wait);
  const { account, amount } = said;
  const check = await talk.insist('CheckPerformTransaction', { amount, account });
  const permission = allowed.safeParse(check.kind === 'result' ? check.result : undefined).data;
  if (!permission) return { kind: 'refused', receiptId: null, words: inWords(check), steps: talk.steps };
  const receipt = office.wallet.create({ amount, account });
  if (permission.detail) office.fiscal.add(receipt.id);
  await customer.pause?.('create');
  const params = { id: receipt.id, time: receipt.createTime, amount, account };
  const created = await talk.insist('CreateTransaction', params);
  if (!isIn(created, 1))
    return undo(office, talk, receipt, { reason: 3, words: inWords(created), tell: isLost(created) });
  const balance = tiyin(customer.card === 'empty' ? 0 : amount);
  const debit = office.wallet.pay(receipt.id, office.wallet.issueCode({ balance }), debited);
  if (!debit.ok) return undo(office, talk, receipt, { reason: 2, words: debit.reason, tell: true });
  await customer.pause?.('perform');
  return close(office, talk, receipt);
}

/** Closes a payment whose money was taken; without an answer of the shop it stays in the queue (30). */
export async function close(office: LinkOffice, talk: Conversation, receipt: Receipt): Promise<PageOutcome> {
  const { id: receiptId } = receipt;
  const performed = await talk.insist('PerformTransaction', { id: receiptId });
  if (isLost(performed)) return waiting(office, talk, receiptId, 30, performed);
  if (!isIn(performed, 2)) return undo(office, talk, receipt, { reason: 3, words: inWords(performed), tell: true });
  put(office, receiptId, 4);
  await register(office, talk, receiptId, 'PERFORM');
  return { kind: 'paid', receiptId, words: '', steps: talk.steps };
}

/** Asks the shop to let a payment go back (reason 5); its money is back once the shop agreed, and stays when it refuses. */
export async function withdraw(office: LinkOffice, talk: Conversation, receiptId: string): Promise<PageOutcome> {
  const cancelled = await talk.insist('CancelTransaction', { id: receiptId, reason: 5 });
  if (isLost(cancelled)) return waiting(office, talk, receiptId, 21, cancelled);
  const agreed = isIn(cancelled, -2) || isIn(cancelled, -1);
  put(office, receiptId, agreed ? 50 : 4);
  if (!agreed) return { kind: 'refused', receiptId, words: inWords(cancelled), steps: talk.steps };
  await register(office, talk, receiptId, 'CANCEL');
  return { kind: 'declined', receiptId, words: '', steps: talk.steps };
}

function waiting(
  office: LinkOffice,
  talk: Conversation,
  receiptId: string,
  state: 21 | 30,
  reply: MerchantReply,
): PageOutcome {
  put(office, receiptId, state);
  return { kind: 'waiting', receiptId, words: inWords(reply), steps: talk.steps };
}

async function undo(
  office: LinkOffice,
  talk: Conversation,
  { id }: Receipt,
  { reason, words, tell }: { reason: number; words: string; tell: boolean },
): Promise<PageOutcome> {
  if (tell) await talk.insist('CancelTransaction', { id, reason });
  put(office, id, 50);
  return { kind: 'refused', receiptId: id, words, steps: talk.steps };
}

async function register(office: LinkOffice, talk: Conversation, id: string, type: 'PERFORM' | 'CANCEL'): Promise<void> {
  if (!office.fiscal.has(id)) return;
  await talk.insist('SetFiscalData', { id, type, fiscal_data: fiscalReceipt(office.now(), office.random) });
}

/** Whoever cancelled the receipt meanwhile has had the last word. */
function put({ wallet }: LinkOffice, receiptId: string, state: ReceiptState): void {
  if (wallet.find(receiptId)?.state !== 50) wallet.setState(receiptId, state);
}

function isIn(reply: MerchantReply, state: number): boolean {
  return reply.kind === 'result' && inState(state).safeParse(reply.result).success;
}
