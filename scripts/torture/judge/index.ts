import { readBooks } from '../books.ts';
import type { Books } from '../books.ts';
import type { Counter } from '../counter.ts';
import type { Diary } from '../diary.ts';
import { findCodes } from './codes.ts';
import { found } from './findings.ts';
import type { Finding } from './findings.ts';
import { judgeFiscal, registeredSales } from './fiscal.ts';
import { judgeMoney } from './money.ts';
import { judgePaper } from './paper.ts';
import { bookOfBox } from './provider-book.ts';
import { judgeSales } from './sales.ts';

/** What one run came to. */
export type Verdict = {
  findings: Finding[];
  completedSales: number;
  fiscalDocuments: number;
  journalValid: boolean;
  codesOnDisk: number;
};

/** Holds the till's database against the books of everybody it dealt with; the till must be dead. */
export function judge(counter: Counter, diary: Diary, notSettled: readonly string[]): Verdict {
  const { around } = counter;
  const books = readBooks(around.database);
  if (!books) throw new Error('the till made no database');
  const leaks = [...counter.leaks, ...findCodes(around, '')];
  const findings = [
    ...judgeSales(books, diary),
    ...judgeMoney(books, bookOfBox(around.box)),
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
  };
}

function countCompleted({ sales }: Books): number {
  return sales.filter(({ state }) => state === 'completed').length;
}
