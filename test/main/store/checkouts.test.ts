import { describe, expect, test } from 'vitest';
import type { AttemptState } from '../../../main/domain/attempt.ts';
import { insertAttempt, moveAttempt, noteAttempt } from '../../../main/store/attempt-moves.ts';
import { findAttempt } from '../../../main/store/attempts.ts';
import { findCheckout, insertCheckout, setDelivered, setShown } from '../../../main/store/checkouts.ts';
import type { Db } from '../../../main/store/database.ts';
import { insertFiscal, setRegistered } from '../../../main/store/fiscal-documents.ts';
import { tiyin } from '../../../main/domain/money.ts';
import { setParked } from '../../../main/store/sales.ts';
import { atomically } from '../../../main/store/statement.ts';
import { morning, openShopFile, paidWith, startSale, walk } from './shop-file.ts';

const phone = '998901234567';

/** An invoice for a sale, to be sent to a phone. */
const bill = (db: Db, id: string, saleId = 'sale-1'): void => {
  const money = { amount: tiyin(3_150_000), currency: 'UZS' };
  const code = { codeCipher: null, codeHash: null, codeExpiresAt: null };
  insertAttempt(db, {
    id,
    saleId,
    kind: 'payme-invoice',
    provider: 'payme-invoice',
    ...money,
    ...code,
    createdAt: morning,
  });
  insertCheckout(db, id, phone);
};

describe('the phone an invoice goes to', () => {
  test.each<[AttemptState[]]>([[[]], [['sending']], [['sending', 'in-doubt']], [['sending', 'cancelling']]])(
    'is kept while the attempt goes %j, for it is not over',
    (states) => {
      const db = openShopFile();
      bill(db, 'a1');
      walk(db, 'a1', states);
      expect(findCheckout(db, 'a1')?.phone).toBe(phone);
    },
  );

  test.each<[AttemptState[]]>([
    [['declined']],
    [['expired']],
    [['abandoned']],
    [['sending', 'paid']],
    [['sending', 'declined']],
    [['sending', 'returned']],
    [['sending', 'in-doubt', 'paid']],
    [['sending', 'in-doubt', 'declined']],
    [['sending', 'cancelling', 'returned']],
    [['sending', 'cancelling', 'abandoned']],
  ])('is erased when the attempt ended by %j, and nothing else of the checkout', (states) => {
    const db = openShopFile();
    bill(db, 'a1');
    setShown(db, 'a1', { qr: null, expiresAt: morning + 60_000, shownAt: morning });
    setDelivered(db, 'a1', morning + 1);
    const before = findCheckout(db, 'a1');
    walk(db, 'a1', states);
    expect(findCheckout(db, 'a1')).toEqual({ ...before, phone: null });
  });

  test('is erased when a manager closed it', () => {
    const db = openShopFile();
    bill(db, 'a1');
    walk(db, 'a1', ['sending', 'in-doubt']);
    const closing = { verdict: 'not-taken', evidence: 'seen in the cabinet', by: 'dilnoza' } as const;
    moveAttempt(db, 'a1', 'closed-by-manager', { at: morning + 9000, closing });
    expect(findCheckout(db, 'a1')?.phone).toBeNull();
  });

  test('is still there when the commit that would end the attempt fails', () => {
    const db = openShopFile();
    bill(db, 'a1');
    const fail = (): void => {
      moveAttempt(db, 'a1', 'declined', { at: morning });
      throw new Error('disk full');
    };
    expect(() => atomically(db, fail)).toThrow('disk full');
    expect([findAttempt(db, 'a1')?.state, findCheckout(db, 'a1')?.phone]).toEqual(['queued', phone]);
  });

  test("of another customer's invoice stays", () => {
    const db = openShopFile();
    bill(db, 'a1');
    setParked(db, 'sale-1', 1);
    startSale(db, 'sale-2');
    bill(db, 'a2', 'sale-2');
    walk(db, 'a1', ['sending', 'paid']);
    expect([findCheckout(db, 'a1')?.phone, findCheckout(db, 'a2')?.phone]).toEqual([null, phone]);
  });
});

describe('the phone a provider tells of the payer', () => {
  const payer = { ...paidWith('p1'), clientPhone: phone };
  const word = { terminalId: 'ZZ1', receiptSeq: '1', dateTime: '2', fiscalSign: '3', url: 'u' };

  /** A paid sale whose fiscal document waits. */
  const paidSale = (): Db => {
    const db = openShopFile();
    bill(db, 'a1');
    walk(db, 'a1', ['sending', 'paid'], payer);
    insertFiscal(db, { id: 'f1', saleId: 'sale-1', operation: 'sale', createdAt: morning });
    return db;
  };

  test('is kept for the fiscal document of the sale', () => {
    expect(findAttempt(paidSale(), 'a1')?.clientPhone).toBe(phone);
  });

  test('is erased in the commit that has the document registered', () => {
    const db = paidSale();
    setRegistered(db, 'f1', word, morning);
    expect(findAttempt(db, 'a1')).toMatchObject({ state: 'paid', providerPaymentId: 'p1', clientPhone: null });
  });

  test('is erased when the money went back', () => {
    const db = openShopFile();
    bill(db, 'a1');
    walk(db, 'a1', ['sending', 'cancelling']);
    noteAttempt(db, 'a1', { at: morning + 5000, reason: 'paid-after-cancel', message: null, facts: payer });
    expect(findAttempt(db, 'a1')?.clientPhone).toBe(phone);
    walk(db, 'a1', ['returned'], payer);
    expect(findAttempt(db, 'a1')?.clientPhone).toBeNull();
  });

  test('is kept with a payment a manager found to be taken, which still owes its document', () => {
    const db = openShopFile();
    bill(db, 'a1');
    walk(db, 'a1', ['sending', 'in-doubt'], payer);
    const closing = { verdict: 'taken', evidence: 'seen in the cabinet', by: 'dilnoza' } as const;
    moveAttempt(db, 'a1', 'closed-by-manager', { at: morning + 9000, closing });
    expect(findAttempt(db, 'a1')?.clientPhone).toBe(phone);
  });
});
