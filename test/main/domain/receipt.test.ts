import { expect, test } from 'vitest';
import { onePiece, thousandths, tiyin, zero } from '../../../main/domain/money.ts';
import { makeReceipt } from '../../../main/domain/receipt.ts';
import type { ReceiptFrame } from '../../../main/domain/receipt.ts';
import { receiptWords } from '../../../main/domain/receipt-words.ts';
import type { Line } from '../../../main/domain/sale.ts';

const frame: ReceiptFrame = {
  kind: 'sale',
  language: 'uz',
  training: false,
  shop: { name: 'Baraka', tin: '123456789', address: 'Toshkent', phone: null },
  register: 'Kassa 1',
  cashier: 'Dilnoza',
  saleNumber: 7,
  shiftNumber: 3,
  at: 1_795_233_600_000,
  timeZone: 'Asia/Tashkent',
  fiscal: null,
};

const tea: Line = {
  id: 'line-1',
  code: '4780000000021',
  name: 'Choy',
  unit: 'dona',
  unitCode: '1500002',
  ikpu: '00902001001000000',
  packageCode: '1500002',
  vatPercent: 12,
  price: tiyin(3_150_000),
  weighed: false,
  minAge: null,
  cashlessOnly: false,
  quantity: onePiece,
  discount: zero,
};

test('a receipt says what was sold and paid, and nothing of how the till keeps it', () => {
  const tomato: Line = {
    ...tea,
    id: 'line-2',
    code: '00123',
    name: 'Pomidor',
    unit: 'kg',
    ikpu: null,
    vatPercent: null,
    price: tiyin(1_200_000),
    quantity: thousandths(500),
    discount: tiyin(100_000),
  };
  const tender = {
    kind: 'cash',
    amount: tiyin(3_650_000),
    given: tiyin(4_000_000),
    change: tiyin(350_000),
    attemptId: 'a1',
  } as const;
  expect(makeReceipt(frame, [tea, tomato], [tender])).toEqual({
    ...frame,
    lines: [
      {
        name: 'Choy',
        code: '4780000000021',
        ikpu: '00902001001000000',
        unit: 'dona',
        price: 3_150_000,
        quantity: 1000,
        discount: 0,
        total: 3_150_000,
        vat: 337_500,
        vatPercent: 12,
      },
      {
        name: 'Pomidor',
        code: '00123',
        ikpu: null,
        unit: 'kg',
        price: 1_200_000,
        quantity: 500,
        discount: 100_000,
        total: 500_000,
        vat: 0,
        vatPercent: null,
      },
    ],
    total: 3_650_000,
    discount: 100_000,
    vat: 337_500,
    tenders: [{ kind: 'cash', amount: 3_650_000, given: 4_000_000, change: 350_000 }],
  });
});

test('no word of paper is missing in any language', () => {
  const empty = Object.entries(receiptWords).flatMap(([language, { tenders, ...words }]) =>
    Object.entries({ ...words, ...tenders }).flatMap(([word, text]) => (text.trim() === '' ? [[language, word]] : [])),
  );
  expect(empty).toEqual([]);
});
