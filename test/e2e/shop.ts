import { beforeAll, beforeEach, vi } from 'vitest';
import type { KassaBridge } from '../../preload/api.ts';
import { collect } from './later.ts';
import type { Later } from './later.ts';
import { openShift, signIn, startRegister } from './register.ts';
import type { Register } from './register.ts';
import { openStreet } from './street.ts';
import type { Street, Wishes } from './street.ts';
import { within } from './within.ts';

export type Shop = Street & Register;

/** A street with a register on it, somebody signed in and a shift open. */
export async function openShop(wishes?: Wishes, after?: Later): Promise<Shop> {
  const street = await openStreet(wishes, after);
  const register = await startRegister(street, undefined, after);
  await openShift(register);
  return { ...street, ...register };
}

/**
 * One shop for the sentences of a block that do not disturb each other: each finds an empty counter.
 * The shop is handed out by a function because it opens only when the block begins.
 */
export function sharedShop(wishes?: Wishes): () => Shop {
  const { after, undoAll } = collect();
  let shop: Shop | undefined;
  const open = (): Shop => {
    if (!shop) throw new Error('the shop did not open');
    return shop;
  };
  beforeAll(async () => {
    try {
      shop = await openShop(wishes, after);
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
  await backToCounter(register);
  if ((await id('sign-in').count()) > 0) await signIn(register);
  await page.locator('[data-screen="selling"]').waitFor();
  const cleared = page.evaluate(async () => {
    const { kassa } = globalThis as unknown as { kassa: KassaBridge };
    for (const intent of ['newSale', 'back', 'back', 'voidSale', 'park', 'dismissMessage'] as const) {
      await kassa.call(intent, undefined);
    }
  });
  await within('an empty counter', cleared);
  await id('pay').waitFor();
}

/** Leaves the list of open items; Esc takes a message away first. */
export async function backToCounter({ press, id }: Pick<Register, 'press' | 'id'>): Promise<void> {
  await vi.waitFor(async () => {
    if ((await id('open-items').count()) === 0) return;
    await press('Escape');
    throw new Error('the open items are still shown');
  }, 5000);
}

/** Scans goods one after the other and waits until the last one stands on its line as often as it should. */
export async function scanGoods(shop: Shop, code: string, pieces = 1): Promise<void> {
  await shop.scanner.scan(...Array.from({ length: pieces }, () => code));
  await shop.shows('cart-line', 'code', code);
  await shop.page.locator(`[data-code="${code}"][data-quantity="${pieces * 1000}"]`).waitFor();
}

/** The lines of the sale as the screen shows them, in their order. */
export function linesShown({ id }: Register): Promise<Record<string, string | undefined>[]> {
  return id('cart-line').evaluateAll((lines) =>
    lines.map((line) => {
      const { code, quantity, total } = (line as HTMLElement).dataset;
      return { code, quantity, total };
    }),
  );
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

/** A customer's code is scanned where it is waited for. */
export async function payByCode(shop: Shop): Promise<void> {
  await waitForCode(shop);
  await shop.scanner.scan(shop.box.issueCode());
}

/** How much money the strip shows in doubt: how many payments and their sum (tiyin). */
export async function showsDoubt({ shows }: Pick<Register, 'shows'>, count: number, amount: number): Promise<void> {
  await shows('in-doubt-count', 'count', count);
  await shows('in-doubt-count', 'amount', amount);
}
