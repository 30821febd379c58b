import type { AskOutcome } from '../../domain/asking.ts';
import type { Booked } from '../../domain/statement.ts';
import { askPayme } from '../../wire/payme.ts';
import type { Cashbox } from '../../wire/payme.ts';
import type { BookPage, CancelOutcome, TakeOutcome } from '../provider.ts';
import { askOutcome } from './ask-answer.ts';
import type { Reading } from './ask-answer.ts';
import { cancelOutcome } from './cancel-answer.ts';
import type { Expected } from './expected.ts';
import { readReceipts, readState } from './receipt.ts';
import type { PaymeReceipt } from './receipt.ts';
import { bookedState } from './states.ts';
import { takeOutcome } from './take-answer.ts';
import { withoutAnswer } from './without-answer.ts';
import type { Unanswered } from './without-answer.ts';

/** A question moves no money and is asked again by schedule, so none needs to wait long. */
export const questionTimeoutMs = 10_000;

/** Taking held money waits for a bank; a lost answer is asked about. */
const takeTimeoutMs = 30_000;

/** The most receipts.get_all gives at once (developer help). */
const longestPage = 50;

/** A question about one receipt; `stop` ends it when nobody waits for its answer any more. */
export type Question = { expected: Expected; reading?: Reading; stop?: AbortSignal };

/** Asks about one receipt: receipts.get proves id, amount and account in the same answer that has the state. */
export async function askById(cashbox: Cashbox, id: string, question: Question): Promise<AskOutcome> {
  const request = { method: 'receipts.get', params: { id } };
  const reply = await askPayme(cashbox, request, questionTimeoutMs, question.stop);
  return askOutcome(reply, question.expected, question.reading);
}

/**
 * Gives a payment back, or closes one nobody has paid: receipts.cancel queues it (21), then it is cancelled (50). `id` may also
 * be that of a payment by link, when the cashbox is the same shop's: the id Payme's Merchant API calls it by is its receipt's,
 * and Payme then calls CancelTransaction by itself.
 */
export async function cancelById(cashbox: Cashbox, id: string): Promise<CancelOutcome> {
  const request = { method: 'receipts.cancel', params: { id } };
  return cancelOutcome(await askPayme(cashbox, request, questionTimeoutMs), id);
}

/**
 * The same for a payment nobody asked about right before: what is on its way back, or is back, is not cancelled again, for Payme
 * documents no answer to that (developer help, "Состояния чека": 21, then 50).
 */
export async function returnById(cashbox: Cashbox, id: string): Promise<CancelOutcome> {
  const reply = await askPayme(cashbox, { method: 'receipts.check', params: { id } }, questionTimeoutMs);
  const state = reply.kind === 'success' ? bookedState(readState(reply.result) ?? -1) : undefined;
  if (state === 'returning') return { kind: 'accepted' };
  return state === 'returned' ? { kind: 'returned' } : cancelById(cashbox, id);
}

/** Takes money that is held: receipts.confirm_hold makes a receipt in state 5 a paid one (developer help, "Холдирование"). */
export async function takeById(cashbox: Cashbox, id: string): Promise<TakeOutcome> {
  const request = { method: 'receipts.confirm_hold', params: { id } };
  return takeOutcome(await askPayme(cashbox, request, takeTimeoutMs), id);
}

/** Receipts of a period (ms), oldest first within the page, or why there are none to read. */
export type ReceiptPage = { kind: 'page'; rows: PaymeReceipt[]; more: boolean } | Unanswered;

/** One page of receipts.get_all; a page with a receipt nobody can read is unclear as a whole, since offsets count rows. */
export async function readPage(
  cashbox: Cashbox,
  period: { from: number; to: number; offset: number },
  stop?: AbortSignal,
): Promise<ReceiptPage> {
  const params = { count: longestPage, from: period.from, to: period.to, offset: period.offset };
  const reply = await askPayme(cashbox, { method: 'receipts.get_all', params }, questionTimeoutMs, stop);
  if (reply.kind !== 'success') return withoutAnswer(reply);
  const rows = readReceipts(reply.result);
  if (!rows) return { kind: 'unclear', reason: 'wrong-shape', message: '' };
  return { kind: 'page', rows, more: rows.length >= longestPage };
}

/** One page of the book as the port wants it. */
export async function bookPage(cashbox: Cashbox, period: Parameters<typeof readPage>[1]): Promise<BookPage> {
  const page = await readPage(cashbox, period);
  return page.kind === 'page' ? { ...page, rows: page.rows.map(booked) } : page;
}

function booked({ paymentId, amount, currency, state, createdAt, account, hasFiscal }: PaymeReceipt): Booked {
  return { paymentId, amount, currency, state, createdAt, account, hasFiscal };
}
