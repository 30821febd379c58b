import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { shoot, speak, stickingOut, violations, wear } from './look.ts';
import { openShift, startRegister } from './register.ts';
import type { Register } from './register.ts';
import { backToCounter, openShop, payByCode, payExactly, scanGoods, sharedShop } from './shop.ts';
import type { Shop } from './shop.ts';
import { bread, makeFolder, tea } from './street.ts';

const shop = sharedShop({
  payme: 'fbox-and-cashbox',
  codeLifetimeSeconds: 900,
  release: { enabled: true, perSale: 30_000_000, total: 300_000_000, count: 10, maxAgeMinutes: 120 },
});

/** One open item of nearly every kind: in doubt, a code that waits, a refused receipt, one that waits, no paper. */
beforeAll(async () => {
  const one = shop();
  await one.payme.setCable('out');
  one.printer.change({ paper: 'out' });
  one.box.script([
    { on: 'POST /payment/payme', fault: { kind: 'drop-answer-after' } },
    { on: 'POST /order/create', fault: { kind: 'refuse', code: 401, message: 'IKPU' } },
  ]);
  await scanGoods(one, bread);
  await payExactly(one);
  await one.shows('fiscal-state', 'state', 'refused');
  await scanGoods(one, bread, 2);
  await payExactly(one);
  await one.shows('not-printed', 'count', 1);
  await payAndPutAside(one, tea, 'in-doubt');
  await one.box.setCable('out');
  await payAndPutAside(one, bread, 'queued');
  await scanGoods(one, bread, 3);
  await payExactly(one);
  await one.press('Enter');
});

async function payAndPutAside(one: Shop, code: string, state: string): Promise<void> {
  await scanGoods(one, code);
  await payByCode(one);
  await one.shows('payment-state', 'state', state);
  await one.press('F5');
  await one.id('cart-line').waitFor({ state: 'detached' });
}

/** Where somebody looks; `screen` names the place. */
type Look = (screen: string) => Promise<void>;

/** What is worth a look in one language and theme: every fault, with the place it was found at. */
async function lookAround(
  one: Register,
  { name, faults, axe }: { name: string; faults: string[]; axe: boolean },
  walk: (look: Look) => Promise<void>,
): Promise<void> {
  await walk(async (screen) => {
    await shoot(one, `${name}-${screen}`);
    const found = [...(await stickingOut(one)), ...(axe ? await violations(one) : [])];
    faults.push(...found.map((fault) => `${screen}: ${fault}`));
  });
}

/** The sale in doubt is taken back to the counter, looked at with its questions, and put aside again. */
async function walkDoubt({ press, id, shows, page }: Shop, look: Look): Promise<void> {
  await press('F6');
  await id('recall').first().waitFor();
  await look('parked');
  await id('recall').first().click();
  await shows('payment-state', 'state', 'in-doubt');
  await id('cancel-attempt').and(page.locator(':enabled')).waitFor({ timeout: 20_000 });
  await look('doubt');
  for (const [key, opened] of [
    ['F4', 'cancel-keep'],
    ['F6', 'release-confirm'],
  ] as const) {
    await press(key);
    await id(opened).waitFor();
    await look(opened);
    await press('Escape');
    await id(opened).waitFor({ state: 'detached' });
  }
  await press('F5');
  await id('cart-line').waitFor({ state: 'detached' });
}

/** The list, the manager's question about one item, and the PIN it asks for. */
async function walkOpenItems({ press, id, page }: Shop, look: Look): Promise<void> {
  await press('F11');
  await id('open-item').first().waitFor();
  await look('open-items');
  await id('open-filter-doubt').click();
  await id('open-item-close').first().click();
  await id('verdict-taken').click();
  await look('close-attempt');
  await id('close-payment-id').fill('64f1c2d3e4f5a6b7c8d9e0f1');
  await id('close-evidence').fill('Payme Business 21.11 14:05');
  await id('close-confirm').click();
  await id('approval-pin').waitFor();
  await look('approval');
  await press('Escape', 'Escape');
  await page.locator('[role=dialog]').waitFor({ state: 'detached' });
  await backToCounter({ press, id });
}

async function walkHelp({ press, id, page }: Shop, look: Look): Promise<void> {
  await press('F1');
  await id('help').first().waitFor();
  for (const tab of ['codes', 'program']) {
    await id(`help-${tab}`).click();
    await id(tab === 'codes' ? 'help-code' : 'may-update')
      .first()
      .waitFor();
    await look(`help-${tab}`);
  }
  await press('Escape');
  await page.locator('[role=dialog]').waitFor({ state: 'detached' });
}

test('a payment that only a manager can settle is read and reached by everybody', async () => {
  const own = await openShop();
  await scanGoods(own, tea);
  own.box.script([{ on: 'POST /payment/payme', fault: { kind: 'drop-answer-after' } }]);
  await payByCode(own);
  await own.shows('payment-state', 'state', 'in-doubt');
  await lookInTwo(own, 'manager');
});

test('the lesson of training is read and reached by everybody', async () => {
  const dataDir = join(makeFolder(), 'data');
  const training = await startRegister({ dataDir, provisionFile: '' }, ['--no-kiosk', '--training']);
  await openShift(training);
  await lookInTwo(training, 'lesson', async () => {
    await training.press('Shift+F11');
    await training.id('training-faults').waitFor();
  });
});

/** Looks once in Uzbek by day and once in Russian by night. */
async function lookInTwo(one: Register, screen: string, open = async (): Promise<void> => {}): Promise<void> {
  for (const [language, theme] of [
    ['uz', 'light'],
    ['ru', 'dark'],
  ] as const) {
    await speak(one, language);
    await wear(one, theme);
    await open();
    const look = { name: `${language}-${theme}`, faults: [], axe: true };
    await lookAround(one, look, (stop) => stop(screen));
    expect(look.faults).toEqual([]);
    await one.press('Escape');
  }
}

test.for([
  ['uz', 'light', true],
  ['ru', 'dark', true],
  ['uz-Cyrl', 'dark', false],
  ['en', 'light', false],
] as const)('what is not settled is read and reached by everybody in %s and %s', async ([language, theme, axe]) => {
  await speak(shop(), language);
  await wear(shop(), theme);
  const look = { name: `${language}-${theme}`, faults: [], axe };
  await lookAround(shop(), look, (stop) => walkOpenItems(shop(), stop));
  await lookAround(shop(), look, (stop) => walkDoubt(shop(), stop));
  await lookAround(shop(), look, (stop) => walkHelp(shop(), stop));
  expect(look.faults).toEqual([]);
});
