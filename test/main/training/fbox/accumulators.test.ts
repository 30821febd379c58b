import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Receipt } from '../../../../main/training/fbox/ledger.ts';
import { product, startRig } from './rig.ts';

const step = fc.record({
  kind: fc.constantFrom('sale', 'refund', 'prepaid', 'close'),
  cash: fc.integer({ min: 0, max: 500_000 }),
  card: fc.integer({ min: 0, max: 500_000 }),
  vat: fc.integer({ min: 0, max: 60_000 }),
  original: fc.nat(),
});

function moneyOf(cash: number, card: number, vat: number): object {
  return { products: [product({ price: cash + card, vat })], received_cash: cash, received_card: card };
}

function summed(receipts: readonly Receipt[], operation: string): { cash: number; card: number; vat: number } {
  const counted = receipts.filter((one) => one.operation === operation && one.kind === 'order');
  const total = (part: 'cash' | 'card' | 'vat') => counted.reduce((sum, one) => sum + one[part], 0);
  return { cash: total('cash'), card: total('card'), vat: total('vat') };
}

test('whatever is sold, refunded and closed, accumulators and reports equal the sum of the receipts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const { fbox, get, openShift, pass, refund, sell } = await startRig();
      await openShift();
      // Refunds are drawn smaller than sales, so that many fit into what was sold and some do not.
      for (const { kind, cash, card, vat, original } of steps) {
        const money = moneyOf(cash, card, vat);
        const signed = fbox.ledger.receipts.filter((one) => one.url !== null);
        if (kind === 'sale') await sell(money);
        if (kind === 'prepaid') await sell({ ...money, receipt_type: 'prepaid' });
        if (kind === 'refund')
          await refund({
            ...moneyOf(cash >> 2, card >> 2, vat >> 2),
            qr_code: signed[original % Math.max(1, signed.length)]?.url ?? '',
          });
        if (kind === 'close') await get('/zreport/close/');
        pass(2000);
        if (kind === 'close') await openShift();
      }
      const { cash_accomulator, card_accomulator, vat_accomulator } = (await get('/info/')).data;
      const sold = summed(fbox.ledger.receipts, 'sale');
      const refunded = summed(fbox.ledger.receipts, 'refund');
      expect({ cash_accomulator, card_accomulator, vat_accomulator }).toEqual({
        cash_accomulator: { Sale: sold.cash, Refund: refunded.cash },
        card_accomulator: { Sale: sold.card, Refund: refunded.card },
        vat_accomulator: { Sale: sold.vat, Refund: refunded.vat },
      });
      const open = (await get('/zreport/info/')).result.data;
      const inShift = summed(
        fbox.ledger.receipts.filter((one) => one.shift === open.number),
        'sale',
      );
      expect(open).toMatchObject({
        total_sale_cash: inShift.cash,
        total_sale_card: inShift.card,
        total_sale_vat: inShift.vat,
      });
      expect(fbox.ledger.receipts.map((one) => one.seq)).toEqual(fbox.ledger.receipts.map((_one, at) => at + 1));
      expect(refunded.cash <= sold.cash && refunded.card <= sold.card && refunded.vat <= sold.vat).toBe(true);
      await fbox.close();
    }),
    { numRuns: 40 },
  );
});
