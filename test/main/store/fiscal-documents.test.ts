import { describe, expect, test } from 'vitest';
import type { Db } from '../../../main/store/database.ts';
import {
  countRegistered,
  insertFiscal,
  setLost,
  setRegistered,
  setSending,
} from '../../../main/store/fiscal-documents.ts';
import { setParked } from '../../../main/store/sales.ts';
import { morning, openShopFile, startSale } from './shop-file.ts';

type Sent = { terminalId?: string; boxShift?: number; at?: number; lost?: true };

/** Sales whose documents were sent to a box, one after another. */
function sold(...documents: Sent[]): Db {
  const db = openShopFile();
  for (const [index, { terminalId = 'ZZ1', boxShift = 7, at = morning, lost }] of documents.entries()) {
    const [id, saleId] = [`f${index}`, `sale-1${index}`];
    setParked(db, index === 0 ? 'sale-1' : `sale-1${index - 1}`, 1);
    startSale(db, saleId);
    insertFiscal(db, { id, saleId, operation: 'sale', createdAt: at });
    setSending(db, id, at, { number: boxShift, count: index });
    if (lost) setLost(db, id, 'no-answer', at);
    else setRegistered(db, id, { terminalId, receiptSeq: String(index), dateTime: '', fiscalSign: '', url: '' }, at);
  }
  return db;
}

const known = (db: Db, operation: 'sale' | 'refund' = 'sale'): number =>
  countRegistered(db, { terminalId: 'ZZ1', boxShift: 7, operation, since: morning });

describe('what the till knows to be registered in a shift of the box', () => {
  test.each<[string, Sent, number]>([
    ['a sale of that shift counts', {}, 2],
    ['one whose answer was lost does not', { lost: true }, 1],
    ['one of the shift before does not', { boxShift: 6 }, 1],
    ['one of the box that was there before does not', { terminalId: 'ZZ0' }, 1],
    ['one of long ago does not', { at: morning - 1 }, 1],
  ])('%s', (_, second, count) => {
    expect(known(sold({}, second))).toBe(count);
  });

  test('is counted for sales and refunds apart, as the box does', () => {
    expect(known(sold({}), 'refund')).toBe(0);
  });
});
