import { expect, test } from 'vitest';
import type { KassaBridge } from '../../preload/api.ts';
import { startRegister } from './register.ts';
import { sharedShop } from './shop.ts';
import { openStreet } from './street.ts';

const shop = sharedShop();

type Page = { kassa: KassaBridge; inlineRan?: boolean };

test('the page has no Node and no Electron', async () => {
  const found = await shop().page.evaluate(() => {
    const names = ['require', 'process', 'module', 'global', 'Buffer', 'electron', 'ipcRenderer', 'chrome'];
    return names.filter((name) => Reflect.has(globalThis, name));
  });
  expect(found.filter((name) => name !== 'chrome')).toEqual([]);
});

test('the page can say to the till only what the bridge knows', async () => {
  const bridge = await shop().page.evaluate(() => Object.keys((globalThis as unknown as Page).kassa));
  expect(bridge.toSorted()).toEqual(['call', 'chooseFile', 'onLife', 'onView']);
});

test('a script that somebody smuggled into the page does not run', async () => {
  const { page } = shop();
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.inlineRan = true';
    document.body.append(script);
    document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.inlineRan = true">');
    return (globalThis as unknown as Page).inlineRan === true;
  });
  expect(ran).toBe(false);
  const evaluated = await page.evaluate(() => {
    try {
      const script = document.createElement('script');
      script.src = 'data:text/javascript,window.inlineRan = true';
      document.body.append(script);
      return new Promise((resolve) => {
        script.addEventListener('load', () => resolve('ran'));
        script.addEventListener('error', () => resolve('refused'));
      });
    } catch {
      return 'refused';
    }
  });
  expect(evaluated).toBe('refused');
});

test('the page cannot speak to the network', async () => {
  const { page, box } = shop();
  const answer = await page.evaluate(
    (url) =>
      fetch(`${url}/order/last/`).then(
        () => 'answered',
        () => 'refused',
      ),
    box.url,
  );
  expect(answer).toBe('refused');
  expect(box.ledger.requests.filter(({ path }) => path.startsWith('/order/last'))).toEqual([]);
});

test.for([
  ['takeCash', { given: -1 }],
  ['takeCash', { given: 0.5 }],
  ['setQuantity', { lineId: '', quantity: 1000 }],
  ['setLanguage', { language: 'xx' }],
  ['scan', null],
] as const)('the till refuses %s with %o', async ([intent, args]) => {
  const answer = await shop().page.evaluate(([name, arg]) => (globalThis as unknown as Page).kassa.call(name, arg), [
    intent,
    args,
  ] as const);
  expect(answer).toMatchObject({ ok: false, error: { code: 'bad-intent' } });
});

test('an intent that does not exist is refused', async () => {
  const answer = await shop().page.evaluate(() =>
    (globalThis as unknown as Page).kassa.call('dropEverything' as 'view', undefined).catch(() => 'refused'),
  );
  expect(answer === 'refused' || (typeof answer === 'object' && !answer.ok)).toBe(true);
});

test('somebody who is not signed in can sell nothing, whatever the page says', async () => {
  const { page, press, id } = shop();
  await press('F8');
  await id('sign-in').waitFor();
  const answers = await page.evaluate(() => {
    const { kassa } = globalThis as unknown as Page;
    return Promise.all(
      (['startPayment', 'voidSale', 'openDrawer', 'xReport'] as const).map((intent) => kassa.call(intent, undefined)),
    );
  });
  for (const answer of answers) expect(answer).toEqual({ ok: false, error: { code: 'not-signed-in', facts: {} } });
});

test('the window opens no other page, neither in itself nor beside itself', async () => {
  const street = await openStreet();
  const { app, page, id } = await startRegister(street);
  await id('staff').first().waitFor();
  const elsewhere = `${street.box.url}/print/open_cash_drawer`;
  const opened = await page.evaluate((url) => window.open(url) !== null, elsewhere);
  for (const url of [elsewhere, 'file:///etc/passwd', 'app://kassa/-/notice']) {
    await page.evaluate((there) => location.assign(there), url);
  }
  const shown = await app.evaluate(({ webContents }) => webContents.getAllWebContents().map((one) => one.getURL()));
  expect(opened).toBe(false);
  expect(shown).toEqual(['app://kassa/index.html']);
  expect(await page.evaluate(() => document.querySelectorAll('[data-testid="staff"]').length)).toBe(2);
  expect(street.box.ledger.drawerOpenings).toEqual([]);
});
