import { beforeAll, beforeEach, vi } from 'vitest';
import type { KassaBridge } from '../../preload/api.ts';
import { collect } from './later.ts';
import type { Later } from './later.ts';
import { openShift, signIn, startRegister } from './register.ts';
import type { Register } from './register.ts';
import { openStreet } from './street.ts';
import type { Change, Street } from './street.ts';

export type Shop = Street & Register;

/** A street with a register on it, somebody signed in and a shift open. */
export async function openShop(change?: Change, after?: Later): Promise<Shop> {
  const street = await openStreet(change, after);
  const register = await startRegister(street, undefined, after);
  await openShift(register);
  return { ...street, ...register };
}

/**
 * One shop for the sentences of a block that do not disturb each other: each finds an empty counter.
 * The shop is handed out by a function because it opens only when the block begins.
 */
export function sharedShop(change?: Change): () => Shop {
  const { after, undoAll } = collect();
  let shop: Shop | undefined;
  const open = (): Shop => {
    if (!shop) throw new Error('the shop did not open');
    return shop;
  };
  beforeAll(async () => {
    try {
      shop = await openShop(change, after);
    } catch (error) {
      await undoAll();
      throw error;
    }
    return undoAll;
  });
  beforeEach(() => clearCounter(open()));
  return open;
}

/** Leaves nothing of an earlier sale on the counter, also where the earlier sentence failed half way. */
export async function clearCounter(register: Register): Promise<void> {
  const { page, id } = register;
  await page.keyboard.press('Escape');
  if ((await id('sign-in').count()) > 0) await signIn(register);
  await page.locator('[data-screen="selling"]').waitFor();
  await page.evaluate(async () => {
    const { kassa } = globalThis as unknown as { kassa: KassaBridge };
    for (const intent of ['newSale', 'back', 'back', 'voidSale', 'park', 'dismissMessage'] as const) {
      await kassa.call(intent, undefined);
    }
  });
  await id('pay').waitFor();
}

/** Scans goods one after the other and waits until the last one stands on its line as often as it should. */
export async function scanGoods(shop: Shop, code: string, pieces = 1): Promise<void> {
  await shop.scanner.scan(...Array.from({ length: pieces }, () => code));
  await shop.shows('cart-line', 'code', code);
  await shop.page.locator(`[data-code="${code}"][data-quantity="${pieces * 1000}"]`).waitFor();
}

/** The number a test id carries in `data-<name>`. */
export async function numberOn(register: Register, id: string, name: string): Promise<number> {
  return Number(await register.id(id).first().getAttribute(`data-${name}`));
}

/** Presses "pay" until the tenders stand there: a press within 300 ms of the last sale's is taken for a nervous finger. */
export async function openTenders({ press, id }: Register): Promise<void> {
  await vi.waitFor(
    async () => {
      await press('F12');
      await id('tender-cash').waitFor({ timeout: 150 });
    },
    { timeout: 5000, interval: 10 },
  );
}

/** Pays what is due with the exact sum in cash, and waits until the register would take the next sale's. */
export async function payExactly(shop: Register): Promise<void> {
  await openTenders(shop);
  await shop.press('Enter');
  await shop.shows('done-tender', 'kind', 'cash');
  await shop.id('new-sale').and(shop.page.locator(':enabled')).waitFor();
}

/** Stands where the customer's code is waited for. */
export async function waitForCode(shop: Register): Promise<void> {
  await openTenders(shop);
  await shop.press('F3');
  await shop.shows('payment-state', 'state', 'waiting-code');
}
