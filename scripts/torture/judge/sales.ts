import type { Books, SaleBook } from '../books.ts';
import type { Diary } from '../diary.ts';
import { found } from './findings.ts';
import type { Finding } from './findings.ts';

/** Every sale the till ever said was done is in the database once, complete and for the sum that was shown. */
export function judgeSales(books: Books, diary: Diary): Finding[] {
  return [
    ...diary.complaints.map((what) => found('lost-sale', what)),
    ...diary.finished.flatMap(({ saleId, total }) => stillThere(books, saleId, total)),
    ...books.sales.filter(({ state }) => state === 'completed').flatMap((sale) => addsUp(books, sale)),
  ];
}

function stillThere({ sales }: Books, saleId: string, total: number): Finding[] {
  const rows = sales.filter(({ id }) => id === saleId);
  const [row] = rows;
  if (rows.length !== 1 || !row) return [found('lost-sale', `sale ${saleId} is in the database ${rows.length} times`)];
  if (row.state !== 'completed') return [found('lost-sale', `sale ${saleId} was done and is ${row.state}`)];
  return row.total === total
    ? []
    : [found('lost-sale', `sale ${saleId} was done for ${total} and stands for ${row.total}`)];
}

function addsUp({ tenders }: Books, { id, total }: SaleBook): Finding[] {
  const sum = tenders.filter(({ saleId }) => saleId === id).reduce((all, { amount }) => all + amount, 0);
  return sum === total ? [] : [found('lost-sale', `sale ${id} of ${total} was paid with ${sum}`)];
}
