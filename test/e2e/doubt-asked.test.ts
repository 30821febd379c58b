import { expect, test } from 'vitest';
import { payByCode, scanGoods, sharedShop, showsDoubt, waitForCode } from './shop.ts';
import type { Shop } from './shop.ts';
import { tea } from './street.ts';

const box = sharedShop({ payme: 'fbox-and-cashbox', timeoutSeconds: 3 });
const direct = sharedShop({ payme: 'subscribe' });

async function showsSaleWithPaper({ shows }: Shop, kind: 'cash' | 'payme-go'): Promise<void> {
  await shows('done-tender', 'kind', kind);
  await shows('fiscal-state', 'state', 'registered');
  await shows('print-state', 'state', 'printed');
}

test('a lost answer is shown as money in doubt, and "check now" finds the payment and prints its receipt', async () => {
  const { payme, shows, press, page, printer } = direct();
  const [charges, papers] = [payme.ledger.charges.length, printer.jobs.length];
  await scanGoods(direct(), tea);
  payme.script([
    {
      on: 'receipts.pay',
      fault: { kind: 'states', path: [{ state: 2, afterMs: 0 }], takes: 'at-sight', told: 'lost' },
    },
  ]);
  await payByCode(direct());
  await shows('payment-state', 'state', 'in-doubt');
  await shows('message', 'code', 'payment-in-doubt');
  await showsDoubt(direct(), 1, 3_150_000);
  await page.locator('[data-testid="asks"]:not([data-tries="0"])').waitFor();
  payme.setState(payme.ledger.charges.at(-1)?.receiptId ?? '', 4);
  await press('F3');
  await showsSaleWithPaper(direct(), 'payme-go');
  await shows('confirm-state', 'state', 'done');
  await showsDoubt(direct(), 0, 0);
  expect(payme.ledger.charges).toHaveLength(charges + 1);
  expect(printer.jobs).toHaveLength(papers + 1);
});

test('a lost answer of the fiscal box is found in Payme’s book without a key', async () => {
  const { box: fbox, payme, shows, printer } = box();
  const [charges, papers] = [fbox.ledger.charges.length, printer.jobs.length];
  await scanGoods(box(), tea);
  await payme.setCable('out');
  fbox.script([{ on: 'POST /payment/payme', fault: { kind: 'drop-answer-after' } }]);
  await payByCode(box());
  await shows('payment-state', 'state', 'in-doubt');
  await shows('line-status', 'state', 'down');
  await showsDoubt(box(), 1, 3_150_000);
  await payme.setCable('in');
  await showsSaleWithPaper(box(), 'payme-go');
  await showsDoubt(box(), 0, 0);
  expect(fbox.ledger.charges).toHaveLength(charges + 1);
  expect(fbox.ledger.receipts.at(-1)).toMatchObject({ paymentId: fbox.ledger.charges.at(-1)?.paymentId });
  expect(printer.jobs).toHaveLength(papers + 1);
});

test('a code scanned while Payme is out of reach counts down, and is charged without a key when it is back', async () => {
  const { payme, shows, id, page } = direct();
  const charges = payme.ledger.charges.length;
  await scanGoods(direct(), tea);
  await waitForCode(direct());
  await payme.setCable('out');
  await direct().scanner.scan(payme.issueCode());
  await shows('payment-state', 'state', 'queued');
  await shows('line-status', 'state', 'down');
  await shows('queue-count', 'count', '1');
  const words = (await id('countdown').textContent()) ?? '';
  await page.getByTestId('countdown').filter({ hasNotText: words }).waitFor();
  await payme.setCable('in');
  await showsSaleWithPaper(direct(), 'payme-go');
  await shows('queue-count', 'count', '0');
  expect(payme.ledger.charges).toHaveLength(charges + 1);
});

test('a payment given up after 15 s is paid in cash, and money taken later goes back by itself', async () => {
  const { box: fbox, payme, shows, press, id, page } = box();
  const [charges, receipts] = [payme.ledger.charges.length, fbox.ledger.receipts.length];
  await scanGoods(box(), tea);
  const held = fbox.script([{ on: 'POST /payment/payme', fault: { kind: 'hang', held: 'request' } }]);
  await payByCode(box());
  await shows('payment-state', 'state', 'in-doubt');
  expect(await id('cancel-attempt').isDisabled()).toBe(true);
  await id('cancel-attempt').and(page.locator(':enabled')).waitFor({ timeout: 20_000 });
  await press('F4');
  await id('cancel-confirm').click();
  await shows('payment-state', 'state', 'cancelling');
  await press('F1');
  await id('finish').click();
  await showsSaleWithPaper(box(), 'cash');
  await showsDoubt(box(), 1, 3_150_000);
  expect(payme.ledger.charges).toHaveLength(charges);
  held.release();
  await expect.poll(() => payme.ledger.charges.length).toBe(charges + 1);
  await id('in-doubt-count').and(page.locator('[data-count="0"]')).waitFor({ timeout: 20_000 });
  await shows('message', 'code', 'payment-returned');
  const { receiptId } = payme.ledger.charges.at(-1) ?? {};
  expect(payme.ledger.returns.filter((one) => one.receiptId === receiptId)).toMatchObject([{ amount: 3_150_000 }]);
  expect(fbox.ledger.receipts.slice(receipts)).toMatchObject([{ cash: 3_150_000, card: 0 }]);
});
