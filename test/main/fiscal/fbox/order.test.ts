import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addUp, multiply, thousandths, tiyin } from '../../../../main/domain/money.ts';
import { buildOrder, buildRefund } from '../../../../main/fiscal/fbox/order.ts';
import { bread, cashSale, honey, receipt, walletRefund, walletSale } from './sample.ts';

const tashkent = 'Asia/Tashkent';

const breadProduct = {
  name: 'Non',
  barcode: '4780000000007',
  amount: 1000,
  unit_name: 'dona',
  price: 500_000,
  product_price: 500_000,
  vat: 48_214,
  vat_percent: 12,
  discount: 50_000,
  other: 0,
  labels: [],
  class_code: '00702001001000001',
  package_code: '0152062',
  owner_type: 0,
};
const honeyProduct = {
  name: 'Асал',
  barcode: '',
  amount: 250,
  unit_name: 'kg',
  price: 1_000_000,
  product_price: 4_000_000,
  vat: 0,
  vat_percent: null,
  discount: 0,
  other: 0,
  labels: [],
  class_code: '02710001005000000',
  package_code: '1282556',
  owner_type: 0,
};
const cashOrder = {
  number: 142_632,
  receipt_type: 'order',
  products: [breadProduct, honeyProduct],
  uuid: '0198f000-0000-7000-8000-000000000001',
  time: '2026-04-15 10:40:06',
  cashier: 'Dilnoza',
  received_cash: 1_450_000,
  change: 550_000,
  received_card: 0,
  open_cashbox: false,
};

function order(sale = cashSale) {
  const built = buildOrder(sale, tashkent);
  if (!built.ok) throw new Error(built.code);
  return built.order;
}

describe('the order for FBOX', () => {
  test('of a cash sale has the change outside the cash received, and names no wallet', () => {
    expect(order()).toEqual(cashOrder);
  });

  test('of a wallet sale carries its own payment id, provider and phone, and the sum as card', () => {
    expect(order(walletSale)).toEqual({
      ...cashOrder,
      received_cash: 0,
      change: 0,
      received_card: 1_450_000,
      extra_info: {
        phone_number: '998712565009',
        qr_payment_id: '696e0246c9a128176d5934d8',
        qr_payment_provider: 141,
      },
    });
  });

  test.each([null, '', '712565009', '99871256500', 'n/a'])('leaves out a phone that is none: %s', (clientPhone) => {
    const wallet = { paymentId: '1', providerCode: 141, clientPhone };
    expect(order({ ...walletSale, wallet }).extra_info).toEqual({ qr_payment_id: '1', qr_payment_provider: 141 });
  });

  test('takes the plus off a phone', () => {
    const wallet = { paymentId: '1', providerCode: 141, clientPhone: '+998712565009' };
    expect(order({ ...walletSale, wallet }).extra_info?.phone_number).toBe('998712565009');
  });

  test('tells the time of the shop, wherever the computer is', () => {
    const built = [tashkent, 'UTC', 'America/New_York'].map((zone) => buildOrder(cashSale, zone));
    expect(built.map((each) => each.ok && each.order.time)).toEqual([
      '2026-04-15 10:40:06',
      '2026-04-15 05:40:06',
      '2026-04-15 01:40:06',
    ]);
  });

  test('tells midnight as 00, not 24', () => {
    expect(order({ ...cashSale, at: Date.UTC(2026, 0, 1, 19, 0, 0) }).time).toBe('2026-01-02 00:00:00');
  });

  test.each([
    ['4780000000007', '4780000000007'],
    ['47800007', '47800007'],
    ['14780000000004', '14780000000004'],
    ['2001', ''],
    ['ABC12345', ''],
    ['123456789', ''],
  ])('of item %s has the barcode "%s"', (code, barcode) => {
    expect(order({ ...cashSale, lines: [{ ...bread, code }, honey] }).products[0]?.barcode).toBe(barcode);
  });

  test('keeps IKPU and package code as text and takes stray spaces off', () => {
    const line = { ...bread, ikpu: ' 00702001001000001 ', packageCode: '0152062 ' };
    expect(order({ ...cashSale, lines: [line, honey] }).products[0]).toEqual(breadProduct);
  });
});

describe('the order that gives a sale back', () => {
  test('is the order of the sale, by another name and hand, with the URL of the receipt it gives back', () => {
    expect(buildRefund(walletRefund, tashkent)).toEqual({
      ok: true,
      order: {
        ...order(walletSale),
        uuid: '0198f000-0000-7000-8000-000000000002',
        time: '2026-04-15 12:40:06',
        cashier: 'Aziz',
        qr_code: receipt.url,
      },
    });
  });

  test.each(['', 'https://ofd.soliq.uz/', `${receipt.url} `])('is not made for the URL "%s"', (url) => {
    const original = { ...receipt, url };
    expect(buildRefund({ ...walletRefund, original }, tashkent)).toEqual({ ok: false, code: 'original-unknown' });
  });

  test('may hold a part of a weighed line that lies two tiyin beside its price, and a sale may not', () => {
    const part = (tiyinOff: number): typeof walletRefund => {
      const lines = [{ ...honey, total: tiyin(honey.total + tiyinOff) }];
      return { ...walletRefund, lines, cash: tiyin(0), card: tiyin(honey.total + tiyinOff) };
    };
    expect([-2, 2].map((off) => buildRefund(part(off), tashkent).ok)).toEqual([true, true]);
    const broken = { ok: false, code: 'line-does-not-add-up' };
    expect(buildRefund(part(3), tashkent)).toEqual(broken);
    expect(buildOrder(part(1), tashkent)).toEqual(broken);
  });

  test('is not made when it does not balance', () => {
    expect(buildRefund({ ...walletRefund, card: tiyin(1) }, tashkent)).toEqual({ ok: false, code: 'not-balanced' });
  });
});

describe('a sale that no fiscal module may be shown', () => {
  test.each([
    ['sale-empty', { lines: [], cash: tiyin(0) }],
    ['not-balanced', { cash: tiyin(1_449_999) }],
    ['not-balanced', { cash: tiyin(2_000_000) }],
    ['not-balanced', { card: tiyin(1) }],
    ['amount-negative', { cash: tiyin(1_450_001), card: tiyin(-1) }],
    ['amount-negative', { change: tiyin(-1) }],
    ['line-does-not-add-up', { lines: [{ ...bread, discount: tiyin(0) }, honey] }],
    ['line-does-not-add-up', { lines: [{ ...bread, quantity: thousandths(0) }, honey] }],
    ['amount-negative', { lines: [{ ...bread, total: tiyin(-50_000), discount: tiyin(550_000) }, honey] }],
  ])('is %s', (code, change) => {
    expect(buildOrder({ ...cashSale, ...change }, tashkent)).toEqual({ ok: false, code });
  });

  test('is never one whose lines add up to what was paid', () => {
    const line = fc
      .record({ price: fc.nat(100_000_000), quantity: fc.integer({ min: 1, max: 99_999 }), off: fc.nat(100) })
      .map(({ price, quantity, off }) => {
        const gross = multiply(tiyin(price), thousandths(quantity));
        const discount = tiyin(Math.floor((gross * off) / 100));
        const total = tiyin(gross - discount);
        return { ...bread, price: tiyin(price), quantity: thousandths(quantity), discount, total };
      });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), fc.nat(100), (lines, share) => {
        const total = addUp(lines.map((each) => each.total));
        const cash = tiyin(Math.floor((total * share) / 100));
        const built = order({ ...cashSale, lines, cash, card: tiyin(total - cash) });
        const net = built.products.reduce((sum, each) => sum + each.price - each.discount - each.other, 0);
        expect(built.received_cash + built.received_card).toBe(net);
      }),
    );
  });
});
