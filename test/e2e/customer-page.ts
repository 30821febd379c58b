import { vi } from 'vitest';
import type { Page } from 'playwright-core';
import type { CustomerStep } from '../../preload/api.ts';
import { later } from './later.ts';
import { openShift, startRegister } from './register.ts';
import type { Register } from './register.ts';
import { openStreet } from './street.ts';
import type { Street, Wishes } from './street.ts';
import { within } from './within.ts';

/** A shop whose customer has a screen of their own. */
export type ShopWithScreen = Street & Register & { customer: Page };

/** Opens the shop with the customer's screen as an ordinary window beside the register, of 1024 by 768. */
export async function openShopWithScreen(wishes?: Wishes, after = later): Promise<ShopWithScreen> {
  const street = await openStreet(wishes, after);
  const args = [`--provision=${street.provisionFile}`, '--no-kiosk', '--customer-display=window'];
  const register = await startRegister(street, args, after);
  const customer = await customerPage(register);
  await within('the size of the customer’s window', customer.setViewportSize({ width: 1024, height: 768 }));
  await openShift(register);
  return { ...street, ...register, customer };
}

/** The page of the customer's window, once it is there. */
export async function customerPage({ app }: Pick<Register, 'app'>): Promise<Page> {
  const find = (): Page | undefined => app.windows().find((page) => page.url().endsWith('/customer.html'));
  const page = await vi.waitFor(
    () => {
      const found = find();
      if (!found) throw new Error('there is no window for the customer');
      return found;
    },
    { timeout: 15_000, interval: 20 },
  );
  page.setDefaultTimeout(10_000);
  return page;
}

/** Waits until the customer is shown a step; thanks alone last 10 s. */
export function customerSees({ customer }: { customer: Page }, step: CustomerStep): Promise<void> {
  return customer.locator(`[data-testid="customer-screen"][data-step="${step}"]`).waitFor({ timeout: 15_000 });
}

type Stamped = { stamps?: Record<string, number> };

/** From now on a page remembers when each total first stood on it: ms since 1970, by a clock that nobody sets. */
export function stampTotals(page: Page): Promise<void> {
  return page.evaluate(() => {
    const stamps: Record<string, number> = ((globalThis as Stamped).stamps = {});
    const look = (): void => {
      const amount = document.querySelector<HTMLElement>('[data-testid="total"]')?.dataset['amount'];
      if (amount !== undefined) stamps[amount] ??= performance.timeOrigin + performance.now();
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
  });
}

/** When each total first stood on the page. */
export function totalStamps(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() => (globalThis as Stamped).stamps ?? {});
}
