import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { KassaBridge, TillView } from '../../preload/api.ts';
import { readCodes } from '../../scripts/read-code.ts';
import { collect } from './later.ts';
import { shoot, speak, stickingOut, violations } from './look.ts';
import { openShift, startRegister } from './register.ts';
import type { Register } from './register.ts';
import { openTenders } from './shop.ts';
import { makeFolder } from './street.ts';
import { within } from './within.ts';

const { after, undoAll } = collect();
let register: Register;

/** The training room plays the other side of every provider, so one register sells by all of them. */
beforeAll(async () => {
  const switches = ['--no-kiosk', '--training'];
  register = await startRegister({ dataDir: join(makeFolder(after), 'data'), provisionFile: '' }, switches, after);
  await register.page.setViewportSize({ width: 1024, height: 768 });
  await openShift(register);
  return undoAll;
});

const view = (): Promise<TillView> =>
  within(
    'the view',
    register.page.evaluate(async () => {
      const { kassa } = globalThis as unknown as { kassa: KassaBridge };
      const answer = await kassa.call('view', undefined);
      return (answer.ok ? answer.value : null) as TillView;
    }),
  );

/** Goods on the counter and the tenders open. */
async function ringUp(): Promise<void> {
  await register.id('training-scan-goods').click();
  await register.id('cart-line').first().waitFor();
  await openTenders(register);
}

/** The QR on the screen as a phone reads it from where the customer stands. */
async function readScreen(): Promise<string[]> {
  await register.id('checkout-qr').waitFor();
  return readCodes(await register.page.screenshot());
}

const screens = [
  [1024, 768],
  [1920, 1080],
] as const;

const languages = ['uz', 'uz-Cyrl', 'ru', 'en'];

/** The longest text a provider puts into a QR (an EMV one of 250 signs) has 61 modules at level M, and four white ones on each side. */
const longestQr = 69 * 5;

/** Whether the QR, or the longest there can be, has modules of fewer than the 5 px a phone reads well. */
async function tooSmall(): Promise<string[]> {
  const { modulePx, room } = await register.id('checkout-qr').evaluate((svg) => {
    const { clientWidth = 0, clientHeight = 0 } = svg.parentElement ?? {};
    return { modulePx: Number(svg.getAttribute('data-module')), room: Math.min(clientWidth, clientHeight) };
  });
  return [...(modulePx < 5 ? [`modules of ${modulePx} px`] : []), ...(room < longestQr ? [`room of ${room} px`] : [])];
}

/** The customer opens the page behind the QR in a browser and presses the first button. */
async function payInBrowser(url: string): Promise<void> {
  const page = await (await fetch(url)).text();
  const [, action = '', button = ''] =
    /<form method="post"(?: action="([^"]*)")?>\s*(?:<button name="act" value="([^"]*)")?/.exec(page) ?? [];
  const body = button === '' ? null : new URLSearchParams({ act: button });
  await fetch(new URL(action.replaceAll('&amp;', '&'), url), { method: 'POST', body });
}

async function paidBy(kind: string): Promise<void> {
  await register.shows('done-tender', 'kind', kind);
  await register.shows('print-state', 'state', 'printed');
  // A key that follows the last one within 300 ms is taken for a nervous finger.
  await register.id('new-sale').and(register.page.locator(':enabled')).waitFor();
  await register.press('Enter');
  await register.id('pay').waitFor();
}

describe('a customer without a code', () => {
  test.each(['uzqr', 'payme-link', 'flitt'])(
    'reads the QR of %s from the screen, pays in a browser and has a receipt',
    async (kind) => {
      await ringUp();
      await register.id(`tender-${kind}`).click();
      const codes = await readScreen();
      const { payment, training } = await view();
      expect(codes).toEqual([payment?.attempt?.checkout?.qr]);
      expect(Number(await register.id('checkout-qr').getAttribute('data-module'))).toBeGreaterThanOrEqual(5);
      await payInBrowser(training?.checkoutPage ?? '');
      await paidBy(kind);
    },
  );

  test('is sent an invoice to the phone the cashier types', async () => {
    await ringUp();
    await register.id('tender-payme-invoice').click();
    await register.id('checkout-phone-entry').waitFor();
    await register.page.keyboard.type('901234567', { delay: 90 });
    await register.press('Enter');
    await register.shows('checkout-phone', 'state', 'delivered');
    await shoot(register, 'checkout-invoice');
    await register.page.evaluate(() => {
      const { kassa } = globalThis as unknown as { kassa: KassaBridge };
      return kassa.call('trainingPay', { outcome: 'pay' });
    });
    await paidBy('payme-invoice');
  });

  test('pays yen that the cashier agreed, beside the sum of the sale', async () => {
    await ringUp();
    await register.id('tender-smartpay').click();
    await register.id('checkout-charged-entry').waitFor();
    await register.page.keyboard.type('480', { delay: 90 });
    await register.press('Enter');
    expect(await register.id('checkout-charged').getAttribute('data-amount')).toBe('480');
    await payInBrowser((await readScreen())[0] ?? '');
    await paidBy('smartpay');
  });

  test('changes their mind: the QR is gone at once and the sale is paid in cash', async () => {
    await ringUp();
    await register.id('tender-uzqr').click();
    await register.id('checkout-qr').waitFor();
    await register.press('F4');
    await register.id('cancel-confirm').click();
    await vi.waitFor(async () => expect(await register.id('checkout-qr').count()).toBe(0));
    await register.id('tender-cash').click();
    await register.press('Enter');
    await paidBy('cash');
  });

  test.each(['uzqr', 'payme-link', 'flitt', 'smartpay'])(
    'has a QR of %s with modules of 5 px, and room for the longest one, in every language on a small and a large screen',
    async (kind) => {
      await ringUp();
      await register.id(`tender-${kind}`).click();
      if (kind === 'smartpay') {
        await register.id('checkout-charged-entry').waitFor();
        await register.page.keyboard.type('480', { delay: 90 });
        await register.press('Enter');
      }
      await register.id('checkout-qr').waitFor();
      const faults: string[] = [];
      for (const [width, height] of screens) {
        await register.page.setViewportSize({ width, height });
        for (const language of languages) {
          await speak(register, language);
          const screen = `checkout-${kind}-${language}-${width}`;
          await shoot(register, screen);
          faults.push(
            ...[...(await tooSmall()), ...(await stickingOut(register))].map((fault) => `${screen}: ${fault}`),
          );
        }
      }
      await register.page.setViewportSize({ width: 1024, height: 768 });
      await speak(register, 'uz');
      await register.press('F5');
      await register.id('pay').waitFor();
      expect(faults).toEqual([]);
    },
  );

  test('sees a screen everybody can read', async () => {
    await ringUp();
    await register.id('tender-flitt').click();
    await register.id('checkout-qr').waitFor();
    expect(await violations(register)).toEqual([]);
    await register.press('F5');
    await register.id('pay').waitFor();
  });
});

test('a sale by QR is given back to where it came from, and its history says so', async () => {
  await ringUp();
  await register.id('tender-uzqr').click();
  await readScreen();
  await payInBrowser((await view()).training?.checkoutPage ?? '');
  await paidBy('uzqr');
  await register.press('F7');
  await register.id('history').waitFor();
  await register.id('past-sale').first().click();
  await register.press('F7');
  await register.id('give-back-confirm').click();
  await register.id('approval').waitFor();
  await register.page.keyboard.type('2222', { delay: 90 });
  await register.press('Enter');
  await register.shows('refund-payment', 'state', 'returned');
  await shoot(register, 'history-given-back');
  expect(await stickingOut(register)).toEqual([]);
});
