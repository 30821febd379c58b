import { expect, test } from 'vitest';
import { createCodeVault } from '../../main/till/code-vault.ts';
import type { AttemptBook, Books } from '../../scripts/torture/books.ts';
import { newDiary } from '../../scripts/torture/diary.ts';
import { judgeDoubts } from '../../scripts/torture/judge/doubts.ts';
import { judgeMoney } from '../../scripts/torture/judge/money.ts';
import type { ProviderBook } from '../../scripts/torture/judge/provider-book.ts';
import { judgeSales } from '../../scripts/torture/judge/sales.ts';
import { codeKey } from '../../scripts/torture/till-process.ts';

const vault = createCodeVault(codeKey);
const code = '50512345678901234567';
const attempt: AttemptBook = {
  id: 'a1',
  kind: 'payme-go',
  charged: 400_000,
  transactionId: null,
  saleId: 's1',
  state: 'paid',
  amount: 400_000,
  codeHash: vault.hash(code),
  sentAt: 1,
  providerPaymentId: 'p1',
  managerSince: null,
  reason: null,
};
const paidSale: Books = {
  sales: [{ id: 's1', number: 1, state: 'completed', parked: 0, total: 400_000 }],
  lines: [],
  tenders: [{ saleId: 's1', kind: 'payme-go', amount: 400_000, attemptId: 'a1' }],
  attempts: [attempt],
  fiscal: [],
  owed: [],
  journal: { ok: true },
};
const taken = { code, amount: 400_000, paymentId: 'p1', returned: false, at: 1 };
const once: ProviderBook = { taken: [taken], asked: [code], returns: [] };

const cash = { saleId: 's1', kind: 'cash', amount: 400_000, attemptId: null };
const withState = (state: AttemptBook['state']): Books => ({ ...paidSale, attempts: [{ ...attempt, state }] });
const kinds = (books: Books, provider: ProviderBook): string[] => judgeMoney(books, provider).map(({ kind }) => kind);

test('money that was taken once for a completed sale is in order', () => {
  expect(judgeMoney(paidSale, once)).toEqual([]);
});

test('money in doubt is not lost, and neither is money that is being given back', () => {
  const openSale: Books = {
    ...withState('in-doubt'),
    sales: [{ ...paidSale.sales[0]!, state: 'tendering' }],
    tenders: [],
  };
  expect(judgeMoney(openSale, once)).toEqual([]);
  expect(judgeMoney({ ...withState('cancelling'), tenders: [cash] }, once)).toEqual([]);
});

test.each(['declined', 'expired', 'abandoned', 'queued'] as const)(
  'money taken for an attempt that is %s is lost',
  (state) => {
    expect(kinds(withState(state), once)).toContain('lost-money');
  },
);

test('money nobody knows of is lost', () => {
  expect(kinds({ ...paidSale, attempts: [], tenders: [cash] }, once)).toEqual(['lost-money']);
});

test('money said to be returned that the provider still has is lost', () => {
  expect(kinds({ ...withState('returned'), tenders: [cash] }, once)).toContain('lost-money');
  expect(
    kinds({ ...withState('returned'), tenders: [cash] }, { ...once, taken: [{ ...taken, returned: true }] }),
  ).toEqual([]);
});

test('a sale paid in cash whose charge is kept too was paid twice', () => {
  expect(kinds({ ...paidSale, tenders: [cash] }, once)).toContain('double-charge');
});

test('a sale paid in cash whose charge stays in doubt without being taken back is a double charge to be', () => {
  expect(kinds({ ...withState('in-doubt'), tenders: [cash] }, once)).toEqual(['double-charge']);
});

test('an attempt that is paid with another attempt’s money is found', () => {
  const other = { ...taken, code: '50500000000000000000' };
  expect(kinds(paidSale, { taken: [other], asked: [other.code], returns: [] })).toContain('lost-money');
});

test('an attempt that is paid without any money is found', () => {
  expect(kinds(paidSale, { taken: [], asked: [code], returns: [] })).toEqual(['lost-money']);
});

test('a code the provider was asked about twice was sent twice', () => {
  expect(kinds(paidSale, { taken: [taken], asked: [code, code], returns: [] })).toEqual(['sent-twice']);
});

test('a sale the cashier saw done must be there, completed, for its sum', () => {
  const diary = { ...newDiary(), finished: [{ saleId: 's1', total: 400_000 }] };
  expect(judgeSales(paidSale, diary)).toEqual([]);
  expect(judgeSales({ ...paidSale, sales: [] }, diary)).toHaveLength(1);
  expect(judgeSales({ ...paidSale, sales: [{ ...paidSale.sales[0]!, state: 'tendering' }] }, diary)).toHaveLength(1);
  expect(judgeSales({ ...paidSale, sales: [{ ...paidSale.sales[0]!, total: 1 }] }, diary).length).toBeGreaterThan(0);
});

test('what Payme gives back twice is found', () => {
  const back = { paymentId: 'p1', amount: 400_000 };
  const book = { ...once, taken: [{ ...taken, returned: true }] };
  const books = { ...withState('returned'), tenders: [cash] };
  expect(kinds(books, { ...book, returns: [back] })).toEqual([]);
  expect(kinds(books, { ...book, returns: [back, back] })).toEqual(['returned-twice']);
});

const doubt = (changes: Partial<AttemptBook>): Books => ({
  ...paidSale,
  attempts: [{ ...attempt, state: 'in-doubt', providerPaymentId: null, ...changes }],
});
const open = (books: Books, way: Parameters<typeof judgeDoubts>[2], book = once): number =>
  judgeDoubts(books, book, way).length;

test('where nobody can be asked a doubt is in order when it is left to a manager', () => {
  expect(open(doubt({ managerSince: 5 }), 'fbox')).toBe(0);
  expect(open(doubt({}), 'fbox')).toBe(1);
});

test('through Payme’s own API no doubt may stay open', () => {
  expect(open(doubt({ managerSince: 5 }), 'subscribe')).toBe(1);
  expect(open(doubt({ state: 'cancelling' }), 'subscribe')).toBe(1);
});

test('a cashbox must find what is in its book, and may miss what is not', () => {
  expect(open(doubt({ reason: 'not-found' }), 'fbox-and-cashbox')).toBe(1);
  expect(open(doubt({ reason: 'not-found' }), 'fbox-and-cashbox', { ...once, taken: [] })).toBe(0);
  expect(open(doubt({ reason: 'timeout' }), 'fbox-and-cashbox', { ...once, taken: [] })).toBe(1);
});

test('a cashbox may leave to a manager what could be somebody else’s payment, and nothing else', () => {
  const stranger = { ...taken, code: '50500000000000000000', paymentId: 'p2' };
  const reason = { reason: 'ambiguous' };
  expect(open(doubt(reason), 'fbox-and-cashbox')).toBe(1);
  expect(open(doubt(reason), 'fbox-and-cashbox', { ...once, taken: [taken, stranger] })).toBe(0);
});
