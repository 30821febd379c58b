import type { AskOutcome } from '../../domain/asking.ts';
import type { Booked } from '../../domain/statement.ts';
import { askPayme } from '../../wire/payme.ts';
import type { Cashbox } from '../../wire/payme.ts';
import type { BookPage, CancelOutcome } from '../provider.ts';
import { askOutcome } from './ask-answer.ts';
import type { FactsOf } from './ask-answer.ts';
import { cancelOutcome } from './cancel-answer.ts';
import type { Expected } from './expected.ts';
import { readReceipts } from './receipt.ts';
import type { PaymeReceipt } from './receipt.ts';
import { withoutAnswer } from './without-answer.ts';
import type { Unanswered } from './without-answer.ts';

/** A question moves no money and is asked again by schedule, so none needs to wait long. */
export const questionTimeoutMs = 10_000;

/** The most receipts.get_all gives at once (developer help). */
const longestPage = 50;

/** Asks about one receipt: receipts.get proves id, amount and account in the same answer that has the state. */
export async function askById(
  cashbox: Cashbox,
  id: string,
  expected: Expected,
  factsOf?: FactsOf,
): Promise<AskOutcome> {
  const request = { method: 'receipts.get', params: { id } };
  return askOutcome(await askPayme(cashbox, request, questionTimeoutMs), expected, factsOf);
}

/** Gives a payment back: receipts.cancel queues it (21), then it is cancelled (50). */
export async function cancelById(cashbox: Cashbox, id: string): Promise<CancelOutcome> {
  const request = { method: 'receipts.cancel', params: { id } };
  return cancelOutcome(await askPayme(cashbox, request, questionTimeoutMs), id);
}

/** Receipts of a period (ms), oldest first within the page, or why there are none to read. */
export type ReceiptPage = { kind: 'page'; rows: PaymeReceipt[]; more: boolean } | Unanswered;

/** One page of receipts.get_all; a page with a receipt nobody can read is unclear as a whole, since offsets count rows. */
export async function readPage(
  cashbox: Cashbox,
  period: { from: number; to: number; offset: number },
): Promise<ReceiptPage> {
  const params = { count: longestPage, from: period.from, to: period.to, offset: period.offset };
  const reply = await askPayme(cashbox, { method: 'receipts.get_all', params }, questionTimeoutMs);
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

function booked({ stateNumber: _state, transactionId: _id, clientPhone: _phone, ...row }: PaymeReceipt): Booked {
  return row;
}
