import { describe, expect, test } from 'vitest';
import { onePiece, thousandths, tiyin, zero } from '../../../main/domain/money.ts';
import type { Receipt } from '../../../main/domain/receipt.ts';
import { parseReceipt } from '../../../main/till/receipt-document.ts';
import { receiptJob, receiptText } from '../../../main/till/receipt-job.ts';

const url = 'https://ofd.soliq.uz/check?t=ZZ000000000000&r=1&c=20261121090000&s=123456789012';

/** Dilnoza sells a tea and half a kilogram of tomatoes with a discount; the customer hands over 40 000 sums. */
const receipt: Receipt = {
  kind: 'sale',
  language: 'uz',
  training: false,
  shop: { name: 'Baraka', tin: '123456789', address: 'Toshkent', phone: '+998711234567' },
  register: 'Kassa 1',
  cashier: 'Dilnoza',
  saleNumber: 7,
  shiftNumber: 3,
  at: Date.UTC(2026, 10, 21, 4, 0, 0),
  timeZone: 'Asia/Tashkent',
  lines: [
    {
      name: 'Choy',
      code: '4780000000021',
      ikpu: '00902001001000000',
      unit: 'dona',
      price: tiyin(3_150_000),
      quantity: onePiece,
      discount: zero,
      total: tiyin(3_150_000),
      vat: tiyin(337_500),
      vatPercent: 12,
    },
    {
      name: 'Pomidor',
      code: '00123',
      ikpu: null,
      unit: 'kg',
      price: tiyin(1_200_000),
      quantity: thousandths(500),
      discount: tiyin(100_050),
      total: tiyin(499_950),
      vat: zero,
      vatPercent: null,
    },
  ],
  total: tiyin(3_649_950),
  discount: tiyin(100_050),
  vat: tiyin(337_500),
  tenders: [{ kind: 'cash', amount: tiyin(3_649_950), given: tiyin(4_000_000), change: tiyin(350_050) }],
  fiscal: {
    terminalId: 'ZZ000000000000',
    receiptSeq: '1',
    dateTime: '20261121090000',
    fiscalSign: '123456789012',
    url,
  },
};

const blocksOf = (part: Partial<Receipt> = {}, copy = false) =>
  receiptJob({ ...receipt, ...part }, { columns: 48, copy }).blocks;
const textsOf = (part: Partial<Receipt> = {}, copy = false): string[] =>
  blocksOf(part, copy).map((block) =>
    block.kind === 'text' ? block.text : block.kind === 'pair' ? `${block.left}|${block.right}` : block.kind,
  );

const uzBlocks = [
  { kind: 'text', text: 'Baraka', align: 'center', bold: true, size: 'large' },
  { kind: 'text', text: 'Toshkent', align: 'center' },
  { kind: 'text', text: 'STIR 123456789', align: 'center' },
  { kind: 'text', text: 'Tel. +998711234567', align: 'center' },
  { kind: 'rule' },
  { kind: 'pair', left: 'Chek № 7', right: '21.11.2026 09:00' },
  { kind: 'pair', left: 'Kassa: Kassa 1', right: 'Smena 3' },
  { kind: 'text', text: 'Kassir: Dilnoza' },
  { kind: 'rule' },
  { kind: 'text', text: 'Choy', bold: true },
  { kind: 'pair', left: '1 dona x 31 500', right: '31 500' },
  { kind: 'pair', left: 'MXIK 00902001001000000', right: 'QQS 12%: 3 375' },
  { kind: 'text', text: 'Pomidor', bold: true },
  { kind: 'pair', left: '0,5 kg x 12 000', right: '6 000' },
  { kind: 'pair', left: 'Chegirma', right: '-1 000,50' },
  { kind: 'pair', left: '', right: 'QQSsiz' },
  { kind: 'rule' },
  { kind: 'pair', left: 'JAMI', right: '36 499,50', bold: true, size: 'large' },
  { kind: 'pair', left: 'Chegirma', right: '1 000,50' },
  { kind: 'pair', left: 'QQS', right: '3 375' },
  { kind: 'pair', left: 'Naqd', right: '36 499,50' },
  { kind: 'pair', left: 'Olindi', right: '40 000' },
  { kind: 'pair', left: 'Qaytim', right: '3 500,50', bold: true },
  { kind: 'rule' },
  { kind: 'pair', left: 'FM raqami', right: 'ZZ000000000000' },
  { kind: 'pair', left: 'Fiskal chek', right: '1' },
  { kind: 'pair', left: 'Fiskal vaqt', right: '21.11.2026 09:00:00' },
  { kind: 'pair', left: 'Fiskal belgi', right: '123456789012' },
  { kind: 'qr', data: url },
  { kind: 'text', text: 'Xaridingiz uchun rahmat!', align: 'center' },
  { kind: 'feed', lines: 1 },
];

describe('a receipt', () => {
  test('in Uzbek says everything the law and the customer ask for, in this order', () => {
    expect(receiptJob(receipt, { columns: 48, copy: false })).toEqual({ blocks: uzBlocks, cut: true });
  });

  test('in Russian says the same in Russian words', () => {
    expect(textsOf({ language: 'ru' })).toEqual([
      'Baraka',
      'Toshkent',
      'ИНН 123456789',
      'Тел. +998711234567',
      'rule',
      'Чек № 7|21.11.2026 09:00',
      'Касса: Kassa 1|Смена 3',
      'Кассир: Dilnoza',
      'rule',
      'Choy',
      '1 dona x 31 500|31 500',
      'ИКПУ 00902001001000000|НДС 12%: 3 375',
      'Pomidor',
      '0,5 kg x 12 000|6 000',
      'Скидка|-1 000,50',
      '|Без НДС',
      'rule',
      'ИТОГО|36 499,50',
      'Скидка|1 000,50',
      'НДС|3 375',
      'Наличные|36 499,50',
      'Получено|40 000',
      'Сдача|3 500,50',
      'rule',
      'Номер ФМ|ZZ000000000000',
      'Фискальный чек|1',
      'Фискальное время|21.11.2026 09:00:00',
      'Фискальный признак|123456789012',
      'qr',
      'Спасибо за покупку!',
      'feed',
    ]);
  });

  test('has the same pieces in every language', () => {
    const kinds = (language: Receipt['language']): string[] => blocksOf({ language }).map(({ kind }) => kind);
    for (const language of ['uz-Cyrl', 'ru', 'en'] as const) expect(kinds(language)).toEqual(kinds('uz'));
  });

  test('printed again says first of all that it is a copy', () => {
    const copy = { kind: 'text', text: 'NUSXA', align: 'center', bold: true, size: 'large' };
    expect(blocksOf({}, true)).toEqual([copy, ...uzBlocks]);
  });

  test('of a refund says so first, thanks nobody, and says the same otherwise', () => {
    const refund = { kind: 'text', text: 'QAYTARISH', align: 'center', bold: true, size: 'large' };
    const thankless = uzBlocks.filter(({ text }) => text !== 'Xaridingiz uchun rahmat!');
    expect(blocksOf({ kind: 'refund' })).toEqual([refund, ...thankless]);
    expect((['uz-Cyrl', 'ru', 'en'] as const).map((language) => textsOf({ kind: 'refund', language })[0])).toEqual([
      'ҚАЙТАРИШ',
      'ВОЗВРАТ',
      'RETURN',
    ]);
  });

  test('of training says so at both ends', () => {
    const training = { kind: 'text', text: '*** OʻQUV REJIMI ***', align: 'center', bold: true };
    expect(blocksOf({ training: true })).toEqual([training, ...uzBlocks.slice(0, -1), training, uzBlocks.at(-1)]);
  });

  test('without the fiscal values says that it is not fiscal, and shows no code', () => {
    const texts = textsOf({ fiscal: null });
    expect(texts).toContain('Bu chek fiskal emas');
    expect(texts).not.toContain('qr');
  });

  test('paid with the exact sum says nothing of change', () => {
    const exact = { ...receipt.tenders[0]!, given: receipt.total, change: zero };
    expect(textsOf({ tenders: [exact] }).filter((text) => /^(Naqd|Olindi|Qaytim)/.test(text))).toEqual([
      'Naqd|36 499,50',
    ]);
  });

  test('paid by a wallet names it', () => {
    const wallet = { kind: 'payme-go', amount: receipt.total, given: null, change: zero } as const;
    expect(textsOf({ tenders: [wallet] })).toContain('Payme Go|36 499,50');
  });

  test('of a shop without a telephone has no empty line for it', () => {
    const shop = { ...receipt.shop, phone: null };
    expect(textsOf({ shop }).filter((text) => text.startsWith('Tel.'))).toEqual([]);
  });

  test('carries the address of the box to the letter', () => {
    const odd = 'https://ofd.soliq.uz/check?t=Ü&x=%20+ a';
    expect(blocksOf({ fiscal: { ...receipt.fiscal!, url: odd } })).toContainEqual({ kind: 'qr', data: odd });
  });

  test('prints a fiscal time it cannot read as it came', () => {
    expect(textsOf({ fiscal: { ...receipt.fiscal!, dateTime: '2026-11-21 09:00' } })).toContain(
      'Fiskal vaqt|2026-11-21 09:00',
    );
  });
});

test('the receipt as text is what the paper says', () => {
  const text = receiptText(receipt).split('\n');
  expect([text[0], text.at(-2), text.at(-1)]).toEqual(['Baraka', url, 'Xaridingiz uchun rahmat!']);
  expect(text).toContain('JAMI 36 499,50');
});

describe('a receipt kept in the database', () => {
  test('reads back whole', () => expect(parseReceipt(JSON.stringify(receipt))).toEqual(receipt));

  test('by an older program, which knew no refunds, is of a sale', () => {
    expect(parseReceipt(JSON.stringify({ ...receipt, kind: undefined }))).toEqual(receipt);
  });

  test.each([
    ['a sum in halves', { ...receipt, total: 0.5 }],
    ['an unknown tender', { ...receipt, tenders: [{ ...receipt.tenders[0], kind: 'gold' }] }],
    ['no lines', { ...receipt, lines: undefined }],
  ])('with %s is not printed', (_what, document) => {
    expect(() => parseReceipt(JSON.stringify(document))).toThrow(/invalid/i);
  });
});
