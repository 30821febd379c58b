import { receiptWords } from '../../../main/domain/receipt-words.ts';
import type { VirtualPrinter } from '../../../main/training/printer/server.ts';
import type { Books } from '../books.ts';
import { found } from './findings.ts';
import type { Finding } from './findings.ts';

/** Paper is a part of the database: every receipt that came out is of a completed sale, and each original came out once. */
export function judgePaper(books: Books, printer: VirtualPrinter): Finding[] {
  const texts = printer.jobs.map(({ text }) => text);
  const originals = texts.filter((text) => !text.includes(receiptWords.uz.copy)).flatMap(saleNumber);
  const numbers = [...new Set([...originals, ...texts.flatMap(saleNumber)])];
  const completed = books.sales.filter(({ state }) => state === 'completed').map(({ number }) => number);
  return [
    ...numbers
      .filter((number) => !completed.includes(number))
      .map((number) => found('paper', `receipt ${number} was printed for no completed sale`)),
    ...numbers
      .filter((number) => count(originals, number) > 1)
      .map((number) => found('paper', `receipt ${number} was printed ${count(originals, number)} times`)),
  ];
}

function saleNumber(text: string): number[] {
  const number = new RegExp(`${receiptWords.uz.receipt} № (\\d+)`).exec(text)?.[1];
  return number === undefined ? [] : [Number(number)];
}

function count(numbers: readonly number[], wanted: number): number {
  return numbers.filter((number) => number === wanted).length;
}
