import type { AttemptState } from '../../../main/domain/attempt.ts';
import { readBooks } from '../books.ts';
import type { Books } from '../books.ts';
import type { Counter } from '../counter.ts';
import type { Diary } from '../diary.ts';
import { judgeCheckouts } from './checkouts.ts';
import { findCodes } from './codes.ts';
import { judgeDoubts, openDoubts } from './doubts.ts';
import { found } from './findings.ts';
import type { Finding } from './findings.ts';
import { judgeFiscal, registeredSales } from './fiscal.ts';
import { judgeMoney } from './money.ts';
import { judgePaper } from './paper.ts';
import { bookOf } from './provider-book.ts';
import { judgeSales } from './sales.ts';

/** What one run came to. */
export type Verdict = {
  findings: Finding[];
  completedSales: number;
  fiscalDocuments: number;
  journalValid: boolean;
  codesOnDisk: number;
  /** How many codes were looked for, and in how many files, those of every till that died counted anew. */
  codesSearched: number;
  filesSearched: number;
  /** How many payments ended in each state. */
  attempts: Partial<Record<AttemptState, number>>;
  charges: number;
  returns: number;
  /** Payments that only a person can settle. */
  leftToPerson: number;
};

/** Holds the till's database against the books of everybody it dealt with; the till must be dead. */
export function judge(counter: Counter, diary: Diary, notSettled: readonly string[]): Verdict {
  const { around } = counter;
  const books = readBooks(around.database);
  if (!books) throw new Error('the till made no database');
  const provider = bookOf(around);
  const search = findCodes(around, '');
  const leaks = [...counter.leaks, ...search.places];
  const findings = [
    ...judgeSales(books, diary),
    ...judgeMoney(books, provider),
    ...judgeDoubts(books, provider, around.way),
    ...judgeCheckouts(books, around),
    ...judgeFiscal(books, around.box),
    ...judgePaper(books, around.printer),
    ...(books.journal.ok ? [] : [found('journal', books.journal.fault)]),
    ...leaks.map((where) => found('code-on-disk', `a customer's code stands in ${where}`)),
    ...notSettled.map((what) => found('not-settled', what)),
    ...counter.complaints.map((what) => found('till-fault', what)),
  ];
  return {
    findings,
    completedSales: countCompleted(books),
    fiscalDocuments: new Set(registeredSales(around.box).map(({ uuid }) => uuid)).size,
    journalValid: books.journal.ok,
    codesOnDisk: leaks.length,
    codesSearched: around.codes.length,
    filesSearched: counter.filesSearched() + search.files,
    attempts: countStates(books),
    charges: provider.taken.length,
    returns: provider.returns.length,
    leftToPerson: openDoubts(books).length,
  };
}

function countCompleted({ sales }: Books): number {
  return sales.filter(({ state }) => state === 'completed').length;
}

function countStates({ attempts }: Books): Verdict['attempts'] {
  const states: Verdict['attempts'] = {};
  for (const { state } of attempts) states[state] = (states[state] ?? 0) + 1;
  return states;
}
