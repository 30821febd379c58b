import { expect, test } from 'vitest';
import { enterPin, powerCut, signIn, startRegister } from './register.ts';
import type { Register } from './register.ts';
import { scanGoods, sharedShop } from './shop.ts';
import { bread, openStreet, tea } from './street.ts';

/** Five wrong PINs of one person, the last of which locks them out. */
async function guessFiveTimes(register: Register): Promise<void> {
  await register.id('staff').filter({ hasText: 'Dilnoza' }).click();
  for (let guess = 0; guess < 4; guess++) {
    await enterPin(register, `900${guess}`);
    await register.id('pin').and(register.page.locator('[value=""]')).waitFor();
    await register.shows('message', 'code', 'pin-wrong');
    await register.id('dismiss').click();
    await register.id('message').waitFor({ state: 'detached' });
  }
  await enterPin(register, '9004');
  await register.id('locked').waitFor();
}

test('a wrong PIN opens nothing and the right one does', async () => {
  const register = await startRegister(await openStreet());
  await signIn(register, 'Dilnoza', '9999');
  await register.shows('message', 'code', 'pin-wrong');
  expect(await register.id('open-shift').count()).toBe(0);
  await signIn(register);
  await register.id('open-shift').waitFor();
});

test('five wrong PINs lock a person out, a new start does not help, and others still sign in', async () => {
  const street = await openStreet();
  const register = await startRegister(street);
  await guessFiveTimes(register);
  await register.shows('message', 'code', 'pin-locked');
  expect(await register.id('pin').isDisabled()).toBe(true);
  await powerCut(register);
  const again = await startRegister(street);
  await again.id('staff').filter({ hasText: 'Dilnoza' }).click();
  await again.id('locked').waitFor();
  await signIn(again, 'Aziz', '2222');
  await again.id('open-shift').waitFor();
});

const shop = sharedShop();

test('a language is chosen at once and the sale stays as it was', async () => {
  const { page, id, shows } = shop();
  await scanGoods(shop(), tea);
  await scanGoods(shop(), bread, 2);
  for (const language of ['ru', 'en', 'uz-Cyrl', 'uz']) {
    await id('language').click();
    await id(`choose-${language}`).click();
    await page.locator(`html[lang="${language}"]`).waitFor();
    await shows('total', 'amount', 3_150_000 + 2 * 400_000);
    expect(await id('cart-line').count()).toBe(2);
  }
});

test('a person finds the language they chose when they sign in again', async () => {
  const { page, id, press } = shop();
  await id('language').click();
  await id('choose-en').click();
  await page.locator('html[lang="en"]').waitFor();
  await press('F8');
  await signIn(shop(), 'Aziz', '2222');
  await page.locator('html[lang="ru"]').waitFor();
  await press('F8');
  await signIn(shop());
  await page.locator('html[lang="en"]').waitFor();
});

test('a sale waits on the counter while the cashier is away', async () => {
  const { id, shows, press } = shop();
  await scanGoods(shop(), tea);
  await press('F8');
  await id('sign-in').waitFor();
  expect(await id('cart-line').count()).toBe(0);
  await signIn(shop());
  await shows('cart-line', 'code', tea);
});

test('a PIN is entered by touch alone', async () => {
  const { page, id } = shop();
  await page.getByTestId('key-lock').click();
  await id('staff').filter({ hasText: 'Aziz' }).click();
  for (const digit of ['2', '2', '2', '2']) await page.getByRole('button', { name: digit, exact: true }).click();
  await id('pin-enter').click();
  await id('pay').waitFor();
  await page.locator('html[lang="ru"]').waitFor();
});

test('a scan while nobody is signed in sells nothing and ends in no field', async () => {
  const { id, press, scanner, shows } = shop();
  await press('F8');
  await id('sign-in').waitFor();
  await scanner.scan(bread);
  await shows('message', 'code', 'not-signed-in');
  expect(await id('pin').inputValue()).toBe('');
  await signIn(shop());
  await id('pay').waitFor();
  expect(await id('cart-line').count()).toBe(0);
});

test('a shift can be opened and sold in with the keyboard alone', async () => {
  const register = await startRegister(await openStreet());
  await register.id('staff').first().waitFor();
  await register.press('ArrowDown');
  await enterPin(register, '1111');
  await register.id('open-shift').waitFor();
  await register.press('Enter');
  await register.id('pay').waitFor();
  await openSearchAndSell(register);
});

async function openSearchAndSell(register: Register): Promise<void> {
  await register.page.keyboard.type(bread, { delay: 100 });
  await register.press('Enter');
  await register.shows('cart-line', 'code', bread);
}
