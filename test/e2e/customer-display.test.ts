import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CustomerBridge } from '../../preload/api.ts';
import { readCodes } from '../../scripts/read-code.ts';
import { customerSees, openShopWithScreen, stampTotals, totalStamps } from './customer-page.ts';
import type { ShopWithScreen } from './customer-page.ts';
import { collect } from './later.ts';
import { shoot, violations } from './look.ts';
import { crashTill, openShift, startRegister } from './register.ts';
import type { Register } from './register.ts';
import { clearCounter, openTenders, payExactly, scanGoods } from './shop.ts';
import { bread, openStreet, tea } from './street.ts';
import type { Change } from './street.ts';

const { after, undoAll } = collect();
let shop: ShopWithScreen;

/** UzQR comes with the fiscal box. */
const withUzqr: Change = (file) => {
  file['checkout'] = { uzqr: { kind: 'fbox', baseUrl: (file['fiscal'] as { baseUrl: string }).baseUrl } };
};

beforeAll(async () => {
  shop = await openShopWithScreen({ change: withUzqr }, after).catch(async (error: unknown) => {
    await undoAll();
    throw error;
  });
  return undoAll;
});

beforeEach(() => clearCounter(shop));

describe('the customer’s screen', () => {
  test('follows every scan within 100 ms of the register', async () => {
    await Promise.all([stampTotals(shop.page), stampTotals(shop.customer)]);
    for (let pieces = 1; pieces <= 10; pieces++) {
      await shop.scanner.scan(tea);
      await shop.shows('total', 'amount', pieces * 3_150_000);
    }
    await shop.customer.locator('[data-testid="total"][data-amount="31500000"]').waitFor();
    const [register, customer] = await Promise.all([totalStamps(shop.page), totalStamps(shop.customer)]);
    const lags = Object.entries(register).map(([total, at]) => (customer[total] ?? Number.POSITIVE_INFINITY) - at);
    const late = lags.filter((lag) => lag > 100);
    expect(lags.length).toBeGreaterThanOrEqual(10);
    // A machine that runs other programs may hold one of them up; a till that is slow holds up all.
    expect(late.length, `ms behind the register: ${lags.map(Math.round).join(', ')}`).toBeLessThanOrEqual(1);
  });

  test('shows the line, its total and the change, and then nothing of it', async () => {
    await scanGoods(shop, bread, 2);
    await shop.customer.locator('[data-testid="cart-line"][data-quantity="2000"][data-total="800000"]').waitFor();
    await openTenders(shop);
    await customerSees(shop, 'choose');
    await shop.press('F1');
    await customerSees(shop, 'cash');
    await shop.id('cash-given').waitFor();
    await shop.page.keyboard.type('10000', { delay: 100 });
    await shop.press('Enter');
    await customerSees(shop, 'paid');
    expect(await shop.customer.getByTestId('change').getAttribute('data-amount')).toBe('200000');
    expect(await shop.customer.getByTestId('cart-line').count()).toBe(0);
    await customerSees(shop, 'idle');
  });

  test('shows a QR that a phone reads at 1024 by 768, and takes it away when it is paid', async () => {
    await scanGoods(shop, tea);
    await openTenders(shop);
    await shop.id('tender-uzqr').click();
    await customerSees(shop, 'checkout');
    const qr = shop.customer.getByTestId('checkout-qr');
    await qr.waitFor();
    const [text = ''] = await readCodes(await shop.customer.screenshot());
    const { width } = (await qr.boundingBox()) ?? { width: 0 };
    expect({ enough: Number(await qr.getAttribute('data-module')) >= 5, wide: width >= 350 }).toEqual({
      enough: true,
      wide: true,
    });
    expect(await shop.customer.getByTestId('total').getAttribute('data-amount')).toBe('3150000');
    expect(await shop.customer.getByTestId('countdown').innerText()).toMatch(/^\d+:\d\d$/);
    expect(shop.box.oneQr.pay(text)).toEqual({ ok: true });
    await customerSees(shop, 'paid');
    expect(await qr.count()).toBe(0);
  });

  test('comes back by itself when the till or its own page dies', async () => {
    await scanGoods(shop, tea);
    await crashTill(shop);
    await shop.customer.getByTestId('customer-idle').waitFor();
    await customerSees(shop, 'selling');
    const another = shop.app.waitForEvent('window');
    await shop.app.evaluate(({ webContents }) => {
      const page = webContents.getAllWebContents().find((one) => one.getURL().endsWith('/customer.html'));
      page?.forcefullyCrashRenderer();
    });
    shop.customer = await another;
    await shop.customer.setViewportSize({ width: 1024, height: 768 });
    await customerSees(shop, 'selling');
  });

  test('leaves the keyboard to the register, where the scanner types', async () => {
    const focused = await shop.app.evaluate(({ BrowserWindow }) => {
      const windows = BrowserWindow.getAllWindows();
      return windows.filter((one) => one.isFocused()).map((one) => one.webContents.getURL());
    });
    expect(focused).not.toContain('app://kassa/customer.html');
  });

  test('can be read by everybody', async () => {
    await scanGoods(shop, tea);
    await customerSees(shop, 'selling');
    await shoot({ ...shop, page: shop.customer }, 'customer-selling');
    expect(await violations({ ...shop, page: shop.customer })).toEqual([]);
  });

  test('can say nothing to the till, goes nowhere, and knows neither Node nor the register’s words', async () => {
    const found = await shop.customer.evaluate(() => {
      const { kassaCustomer } = globalThis as unknown as { kassaCustomer: CustomerBridge };
      const words = ['kassa', 'require', 'process', 'ipcRenderer'].filter((name) => Reflect.has(globalThis, name));
      return { words, bridge: Object.keys(kassaCustomer), opened: window.open('https://payme.uz') !== null };
    });
    await shop.customer.evaluate(() => location.assign('app://kassa/index.html'));
    expect({ ...found, at: shop.customer.url() }).toEqual({
      words: [],
      bridge: ['onView'],
      opened: false,
      at: 'app://kassa/customer.html',
    });
  });
});

test('a shop with one display has no second window, and loses nothing by it', async () => {
  const street = await openStreet();
  const register = await startRegister(street);
  await openShift(register);
  await scanGoods({ ...street, ...register }, tea);
  await payExactly({ ...street, ...register });
  const shown = await register.app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
  expect(shown).toBe(1);
});

type Bounds = { x: number; y: number; width: number; height: number };

/** Tells the program of a display beside the one there is, on a part of what the X server really has; gone again with null. */
function pretendDisplay({ app }: Register, bounds: Bounds | null): Promise<void> {
  return app.evaluate(({ screen }, second) => {
    const primary = { ...screen.getPrimaryDisplay(), bounds: { x: 0, y: 0, width: 1024, height: 768 } };
    const all = second === null ? [primary] : [primary, { ...primary, id: 4711, bounds: second }];
    Object.assign(screen, { getAllDisplays: () => all, getDisplayMatching: () => primary });
    screen.emit(second === null ? 'display-removed' : 'display-added');
  }, bounds);
}

type Where = { madeAt: Bounds; full: boolean; focused: boolean };

/** Where the customer's window was made before it filled its display, and whether it has the keyboard. */
function customerWindow({ app }: Register): Promise<Where | null> {
  return app.evaluate(({ BrowserWindow }) => {
    const found = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().endsWith('/customer.html'));
    if (found === undefined) return null;
    return { madeAt: found.getNormalBounds(), full: found.isFullScreen(), focused: found.isFocused() };
  });
}

test('a second display that is plugged in shows the customer the sale that stands, and its cable may be pulled', async () => {
  const street = await openStreet();
  const register = { ...street, ...(await startRegister(street)) };
  await openShift(register);
  await scanGoods(register, tea);
  const bounds = { x: 1024, y: 0, width: 800, height: 600 };
  const opened = register.app.waitForEvent('window');
  await pretendDisplay(register, bounds);
  const customer = await opened;
  await customerSees({ customer }, 'selling');
  expect(await customerWindow(register)).toEqual({ madeAt: bounds, full: true, focused: false });
  const closed = customer.waitForEvent('close');
  await pretendDisplay(register, null);
  await closed;
  await payExactly(register);
  expect(await customerWindow(register)).toBeNull();
  const again = register.app.waitForEvent('window');
  await pretendDisplay(register, bounds);
  await customerSees({ customer: await again }, 'paid');
});
