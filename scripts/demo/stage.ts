import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { _electron } from 'playwright-core';
import type { Locator, Page } from 'playwright-core';
import type { KassaBridge, TillView } from '../../preload/api.ts';
import { projectFolder } from '../electron/build.ts';
import type { Electron } from '../electron/run.ts';

/** The register on stage: driven by its test ids, as a person would by its keys. */
export type Stage = {
  page: Page;
  dataDir: string;
  id(name: string): Locator;
  /** The till's own view, for what a picture cannot prove. */
  view(): Promise<TillView>;
  /** Waits until the view fits, looking each time something on the screen changes. */
  until(what: string, fits: (view: TillView) => boolean): Promise<TillView>;
  picture(name: string): Promise<void>;
  keep(name: string, content: string | Uint8Array): Promise<void>;
  close(): Promise<void>;
};

const patience = 30_000;

/**
 * Playwright's own first module in Electron: it holds `ready` back until Playwright is attached. Without it Playwright may
 * come in the middle of the window's first navigation, miss its end, and wait for it for three minutes.
 */
const playwrightsHold = join(
  dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
  'lib/server/electron/loader.js',
);

/** Starts the register in training on an empty data folder; pictures go to `output`, numbered in order. */
export async function openStage(electron: Electron, dataDir: string, output: string): Promise<Stage> {
  const app = await _electron.launch({
    executablePath: electron.executable,
    args: [
      ...electron.args,
      '-r',
      playwrightsHold,
      projectFolder,
      `--user-data-dir=${dataDir}`,
      '--training',
      '--no-kiosk',
    ],
    env: electron.env,
    timeout: patience,
  });
  const page = await app.firstWindow();
  page.setDefaultTimeout(patience);
  await page.setViewportSize({ width: 1366, height: 768 });
  let pictures = 0;
  const view = async (): Promise<TillView> => {
    const result = await page.evaluate(() => (Reflect.get(globalThis, 'kassa') as KassaBridge).call('view', undefined));
    if (!result.ok) throw new Error(`the till does not answer: ${result.error.code}`);
    return result.value as TillView;
  };
  return {
    page,
    dataDir,
    view,
    id: (name) => page.getByTestId(name),
    until: async (what, fits) => {
      const end = Date.now() + patience;
      for (let seen = await view(); ; seen = await view()) {
        if (fits(seen)) return seen;
        if (Date.now() > end) throw new Error(`${what}: it never came to that`);
        await page.evaluate(() => new Promise((resolve) => Reflect.get(globalThis, 'requestAnimationFrame')(resolve)));
      }
    },
    picture: async (name) => {
      pictures += 1;
      await page.screenshot({
        animations: 'disabled',
        path: join(output, `${String(pictures).padStart(2, '0')}-${name}.png`),
      });
    },
    keep: (name, content) => writeFile(join(output, name), content),
    close: () => app.close(),
  };
}
