import { AxeBuilder } from '@axe-core/playwright';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tiyin } from '../../main/domain/money.ts';
import { openShift, signIn, startRegister } from './register.ts';
import type { Register } from './register.ts';
import { openTenders, scanGoods, sharedShop, waitForCode } from './shop.ts';
import type { Shop } from './shop.ts';
import { bread, makeFolder, tea } from './street.ts';

const shop = sharedShop();

/** Where somebody looks while the register is walked through; `screen` names the place. */
type Look = (screen: string) => Promise<void>;

/** Walks a whole day: sign-in, goods, help, search, every panel of paying, the done screen, the shift. */
async function walk(one: Shop, look: Look): Promise<void> {
  await one.press('F8');
  await one.id('sign-in').waitFor();
  await look('sign-in');
  await signIn(one);
  await one.id('pay').waitFor();
  await look('empty');
  await walkDialogs(one, look);
  await scanGoods(one, tea);
  await scanGoods(one, bread, 3);
  await look('selling');
  await walkPayments(one, look);
}

async function walkDialogs(one: Shop, look: Look): Promise<void> {
  for (const [key, opened] of [
    ['F1', 'help'],
    ['F2', 'search'],
    ['F10', 'x-report'],
  ] as const) {
    await one.press(key);
    await one.id(opened).waitFor();
    await look(opened);
    await one.press('Escape');
    await one.id(opened).waitFor({ state: 'detached' });
  }
}

async function walkPayments(one: Shop, look: Look): Promise<void> {
  await openTenders(one);
  await look('tenders');
  await one.press('F1');
  await one.id('cash-given').waitFor();
  await look('cash');
  await one.press('Escape');
  await waitForCode(one);
  await look('waiting-code');
  await one.scanner.scan(one.box.issueCode({ balance: tiyin(100) }));
  await one.shows('payment-state', 'state', 'declined');
  await look('declined');
  await one.press('Enter');
  await one.shows('payment-state', 'state', 'waiting-code');
  await one.scanner.scan(one.box.issueCode());
  await one.shows('print-state', 'state', 'printed');
  await one.id('receipt-preview').waitFor();
  await look('done');
}

async function speak({ id, page }: Register, language: string): Promise<void> {
  await id('language').click();
  await id(`choose-${language}`).click();
  await page.locator(`html[lang="${language}"]`).waitFor();
}

/** What sticks out of the window or of its own button, by its test id or its words. */
function stickingOut({ page }: Register): Promise<string[]> {
  return page.evaluate(() => {
    const name = (one: Element): string => one.getAttribute('data-testid') ?? one.textContent?.slice(0, 40) ?? '';
    /** A row that is pushed sideways with a finger may be longer than the screen. */
    const inRow = (one: Element): boolean =>
      one.parentElement !== null &&
      (getComputedStyle(one.parentElement).overflowX === 'auto' || inRow(one.parentElement));
    const shown = [...document.querySelectorAll('button, [data-testid]')].filter(
      (one) => one.checkVisibility() && !inRow(one),
    );
    const wide = (one: Element): boolean => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0;
    const outside = (one: Element): boolean => {
      const { left, right } = one.getBoundingClientRect();
      return left < -1 || right > document.documentElement.clientWidth + 1;
    };
    const { body, documentElement } = document;
    return [
      ...[body, documentElement].filter(wide).map((one) => one.tagName),
      ...(body.scrollHeight > body.clientHeight ? ['BODY is too high'] : []),
      ...shown.filter((one) => outside(one) && one.getAttribute('data-testid') !== 'training-band').map(name),
      ...shown.filter((one) => one.tagName === 'BUTTON' && wide(one)).map((one) => `cut: ${name(one)}`),
    ];
  });
}

test.for(['uz', 'uz-Cyrl', 'ru', 'en'])('nothing sticks out of a screen of 1024 by 768 in %s', async (language) => {
  await speak(shop(), language);
  const faults: string[] = [];
  await walk(shop(), async (screen) => {
    if (process.env['KASSA_SHOTS']) await shoot(shop(), `${language}-${screen}`);
    faults.push(...(await stickingOut(shop())).map((fault) => `${screen}: ${fault}`));
  });
  expect(faults).toEqual([]);
});

test.for(['light', 'dark'])('everybody can read and reach everything in %s', async (theme) => {
  await shop().id('language').click();
  await shop().id(`choose-${theme}`).click();
  const faults: string[] = [];
  await walk(shop(), async (screen) => {
    if (process.env['KASSA_SHOTS']) await shoot(shop(), `${theme}-${screen}`);
    faults.push(...(await violations(shop())).map((fault) => `${screen}: ${fault}`));
  });
  expect(faults).toEqual([]);
});

test('everybody can read and reach everything at the first start and in training', async () => {
  const register = await startRegister({ dataDir: join(makeFolder(), 'data'), provisionFile: '' }, ['--no-kiosk']);
  await register.id('start-training').waitFor();
  expect(await violations(register)).toEqual([]);
  expect(await stickingOut(register)).toEqual([]);
  await register.id('start-training').click();
  await openShift(register);
  await register.id('training-scan-goods').click();
  await register.id('cart-line').waitFor();
  expect(await violations(register)).toEqual([]);
  expect(await stickingOut(register)).toEqual([]);
});

/** What axe holds for serious or worse. Its usual way opens a second page, which this program refuses. */
async function violations({ page }: Register): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const grave = found.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return grave.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** For people who want to see the walk: `KASSA_SHOTS=folder` keeps a picture of every stop. */
async function shoot({ page }: Register, name: string): Promise<void> {
  await page.screenshot({ path: join(process.env['KASSA_SHOTS'] ?? '', `${name}.png`) });
}
