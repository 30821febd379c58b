import { expect, test } from 'vitest';
import { type } from './register.ts';
import { payByCode, payExactly, scanGoods, sharedShop } from './shop.ts';
import type { Shop } from './shop.ts';
import { inLetters, tea } from './street.ts';

const shop = sharedShop({ payme: 'fbox-and-cashbox', change: inLetters });

/** The customer is back with the goods; the manager consents on the spot while the cashier stays signed in. */
async function giveBack({ press, id, ...rest }: Shop): Promise<void> {
  await press('F7');
  await id('give-back-confirm').click();
  await id('approval-pin').waitFor();
  await type(rest, '2222');
  await press('Enter');
}

test('a cash sale is given back from the done screen: document, slip, and cash out of the drawer', async () => {
  const { shows, box, printer, id } = shop();
  await scanGoods(shop(), tea);
  await payExactly(shop());
  await shows('print-state', 'state', 'printed');
  const [papers, pulses] = [printer.jobs.length, printer.pulses.length];
  const original = box.ledger.receipts.at(-1);
  await giveBack(shop());
  await shows('refund-state', 'state', 'registered');
  await shows('refund-money', 'state', 'returned');
  expect(box.ledger.receipts.at(-1)).toMatchObject({
    operation: 'refund',
    cash: 3_150_000,
    card: 0,
    originalSeq: original?.seq,
  });
  await expect.poll(() => printer.jobs.length).toBe(papers + 1);
  expect(printer.jobs.at(-1)?.text).toContain('31 500');
  expect(printer.pulses.slice(pulses)).toEqual([2]);
  expect(await id('give-back').count()).toBe(0);
  await shop().press('F10');
  await shows('x-report', 'expected', 0);
});

test('a Payme sale is given back without a key more: its document at once, its money on the way', async () => {
  const { shows, box } = shop();
  await scanGoods(shop(), tea);
  await payByCode(shop());
  await shows('confirm-state', 'state', 'done');
  await shows('fiscal-state', 'state', 'registered');
  await giveBack(shop());
  await shows('refund-money', 'state', 'going-back');
  await shows('refund-state', 'state', 'registered');
  await shows('in-doubt-count', 'amount', 3_150_000);
  expect(box.ledger.receipts.at(-1)).toMatchObject({ operation: 'refund', cash: 0, card: 3_150_000 });
});
