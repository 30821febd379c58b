import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, inject, test } from 'vitest';
import { projectFolder } from '../../scripts/electron/build.ts';
import { explain } from '../../scripts/electron/explain.ts';
import { pack } from '../../scripts/electron/packed.ts';
import { prepareElectron } from '../../scripts/electron/run.ts';
import { machineTools } from '../../scripts/electron/tools.ts';
import { collect, later } from './later.ts';
import { readCodes } from '../../scripts/read-code.ts';
import { type } from './register.ts';
import { makeFolder } from './street.ts';
import { within } from './within.ts';

let program = '';

beforeAll(async () => {
  const { after, undoAll } = collect();
  const output = makeFolder(after);
  const electron = await prepareElectron({ purpose: 'pack', display: false });
  if (!electron.ok) throw new Error(explain(electron));
  const options = ['--linux', 'dir', `-c.directories.output=${output}`];
  const packed = await pack(electron.value, options, projectFolder, machineTools());
  if (!packed.ok) throw new Error(explain(packed));
  program = join(output, 'linux-unpacked/kassa');
  return undoAll;
});

/** The packed program with its window, reached as a browser is: it listens to no debugger of Node. */
async function startPacked(): Promise<{ child: ChildProcess; page: Page }> {
  const { args, env } = inject('electron');
  const own = [`--user-data-dir=${join(makeFolder(), 'data')}`, '--training', '--remote-debugging-port=0'];
  const child = spawn(program, [...args, ...own], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  later(() => child.exitCode ?? child.signalCode ?? child.kill('SIGKILL'));
  const address = await within('the window of the packed program', debuggerOf(child), 30_000);
  const browser = await connect(address);
  later(() => browser.close());
  const [context] = browser.contexts();
  const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
  if (!page) throw new Error('the packed program shows no window');
  page.setDefaultTimeout(10_000);
  return { child, page };
}

/** Playwright that comes in the middle of the window's first navigation misses its end; it finds all in order the next time. */
function connect(address: string): Promise<Browser> {
  const attach = () => chromium.connectOverCDP(address, { timeout: 10_000 });
  return attach().catch(attach);
}

function debuggerOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let stderr = '';
    child.stderr?.on('data', (text) => {
      stderr += String(text);
      const url = /DevTools listening on (ws:\S+)/.exec(stderr)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', (code) => reject(new Error(`the packed program ended with ${code}: ${stderr}`)));
  });
}

test('the packed program sells in training, shows the receipt, and ends in order', async () => {
  const { child, page } = await startPacked();
  await page.getByTestId('staff').filter({ hasText: 'Dilnoza' }).click();
  await type({ page }, '1111');
  await within('Enter', page.keyboard.press('Enter'));
  await page.getByTestId('open-shift').click();
  await page.getByTestId('training-scan-goods').click();
  await page.getByTestId('cart-line').first().waitFor();
  await page.getByTestId('pay').click();
  await page.getByTestId('tender-payme-go').click();
  await page.locator('[data-testid="payment-state"][data-state="waiting-code"]').waitFor();
  await page.getByTestId('training-scan-wallet').click();
  await page.locator('[data-testid="print-state"][data-state="printed"]').waitFor();
  const preview = page.getByTestId('receipt-preview').and(page.locator('[data-url^="https:"]'));
  const url = await preview.getAttribute('data-url');
  const picture = await preview.getAttribute('src');
  const paper = await page.getByTestId('training-paper-image').getAttribute('src');
  for (const image of [picture, paper]) {
    expect(await readCodes(Buffer.from(image?.split(',')[1] ?? '', 'base64'))).toEqual([url]);
  }
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await within('the end of the packed program', ended)).toEqual([0, null]);
});

test('the package carries no sources, no tests and no tools', () => {
  const resources = join(dirname(program), 'resources');
  expect(existsSync(join(resources, 'app.asar'))).toBe(true);
  expect(existsSync(join(resources, 'app'))).toBe(false);
});
