import { describe, expect, test } from 'vitest';
import type { BoxLimitView } from '../../../preload/api.ts';
import { openCounterWithOwnClock } from './own-clock.ts';
import { bread, openPayment } from './rig.ts';
import type { Shop } from './rig.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

const limits = (shop: Shop): BoxLimitView[] => shop.view().strip.box;
const levels = (shop: Shop): string[] => limits(shop).map(({ kind, level }) => `${kind} ${level}`);
const said = (shop: Shop): unknown => shop.view().message;

/** The box tells whole seconds, so that half a second more or less is nothing. */
const minutesOff = (shop: Shop): number => Math.round(Number(shop.view().message?.facts['value']) / minute);

/** The box is looked at every fifteen seconds. */
const nextLook = (shop: Shop, fits: () => boolean): Promise<unknown> => shop.pass(5 * second, fits);

/** A loaf that the box has and the tax office has not. */
async function unsentReceipt(shop: Shop): Promise<void> {
  shop.box.setTaxOffice('unreachable');
  await shop.call('scan', { text: bread });
  await shop.call('startPayment');
  await shop.call('takeCash', { given: 400_000 });
  await shop.pass(500, ({ done }) => done?.print.state === 'printed');
}

describe('the clock of the till', () => {
  test('is said to be wrong once two minutes off, and once more at five', async () => {
    const shop = await openCounterWithOwnClock();
    shop.clock.turnBack(3 * minute);
    await nextLook(shop, () => levels(shop)[0] === 'clock near');
    expect(said(shop)).toMatchObject({
      code: 'box-clock',
      tone: 'info',
      facts: { kind: 'clock', level: 'near', limit: 5 * minute },
    });
    expect(minutesOff(shop)).toBe(3);
    await shop.call('dismissMessage');
    shop.clock.turnBack(3 * minute);
    await nextLook(shop, () => levels(shop)[0] === 'clock reached');
    expect(said(shop)).toMatchObject({ code: 'box-clock', tone: 'refused' });
    expect(minutesOff(shop)).toBe(6);
  });

  test('is said to be wrong once only, and no more when it is right again', async () => {
    const shop = await openCounterWithOwnClock();
    shop.clock.turnBack(-3 * minute);
    await nextLook(shop, () => levels(shop)[0] === 'clock near');
    await shop.call('dismissMessage');
    const looks = shop.box.ledger.requests.filter(({ path }) => path.startsWith('/info')).length;
    await nextLook(
      shop,
      () => shop.box.ledger.requests.filter(({ path }) => path.startsWith('/info')).length > looks + 2,
    );
    expect(said(shop)).toBe(null);
    shop.clock.turnBack(3 * minute);
    await nextLook(shop, () => limits(shop).length === 0);
  });

  test('leaves the screen by itself when it was set right', async () => {
    const shop = await openCounterWithOwnClock();
    shop.clock.turnBack(10 * minute);
    await nextLook(shop, () => shop.view().message?.code === 'box-clock');
    shop.clock.turnBack(-10 * minute);
    await nextLook(shop, () => shop.view().message === null);
    expect(limits(shop)).toEqual([]);
  });

  test('does not take money in doubt off the screen', async () => {
    const shop = await openPayment();
    shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'drop-answer-after' } }]);
    await shop.call('scan', { text: shop.box.issueCode() });
    await shop.until(({ message }) => message?.tone === 'doubt');
    shop.box.script([{ on: 'GET /info', times: 2, fault: { kind: 'previous-answer' } }]);
    shop.clock.advance(14 * second);
    shop.clock.advance(10 * minute);
    await nextLook(shop, () => levels(shop)[0]?.startsWith('clock') === true);
    expect(shop.view().message?.tone).toBe('doubt');
  });
});

describe('receipts that the tax office does not get', () => {
  test('are told after a day, and again when the box stops after two', async () => {
    const shop = await openCounterWithOwnClock();
    await unsentReceipt(shop);
    shop.clock.advance(23 * hour);
    await nextLook(shop, () => shop.view().strip.line === 'up');
    expect(limits(shop)).toEqual([]);
    shop.clock.advance(hour);
    await nextLook(shop, () => levels(shop)[0] === 'unsent-age near');
    expect(said(shop)).toMatchObject({
      code: 'box-limit',
      tone: 'info',
      facts: { kind: 'unsent-age', limit: 48 * hour },
    });
    shop.clock.advance(24 * hour);
    await nextLook(shop, () => levels(shop)[0] === 'unsent-age reached');
    expect(said(shop)).toMatchObject({ code: 'box-limit', tone: 'refused' });
    shop.box.setTaxOffice('reachable');
    await nextLook(shop, () => shop.view().message === null);
    expect(limits(shop)).toEqual([]);
  });
});
