import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tiyin } from '../../main/domain/money.ts';
import { shoot, speak, stickingOut, violations, wear } from './look.ts';
import { openShift, signIn, startRegister } from './register.ts';
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

test.for(['uz', 'uz-Cyrl', 'ru', 'en'])('nothing sticks out of a screen of 1024 by 768 in %s', async (language) => {
  await speak(shop(), language);
  const faults: string[] = [];
  await walk(shop(), async (screen) => {
    await shoot(shop(), `${language}-${screen}`);
    faults.push(...(await stickingOut(shop())).map((fault) => `${screen}: ${fault}`));
  });
  expect(faults).toEqual([]);
});

test.for(['light', 'dark'])('everybody can read and reach everything in %s', async (theme) => {
  await wear(shop(), theme);
  const faults: string[] = [];
  await walk(shop(), async (screen) => {
    await shoot(shop(), `${theme}-${screen}`);
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
