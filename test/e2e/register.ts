import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { _electron } from 'playwright-core';
import type { ElectronApplication, Locator, Page } from 'playwright-core';
import { inject } from 'vitest';
import { later } from './later.ts';
import type { Later } from './later.ts';
import type { Street } from './street.ts';
import { within } from './within.ts';

/** A running register on real Electron, driven by test ids only. */
export type Register = {
  app: ElectronApplication;
  page: Page;
  id(name: string): Locator;
  /** Waits until a test id carries `data-<name>="value"`. */
  shows(id: string, name: string, value: string | number): Promise<void>;
  /** Presses keys one after the other, each when the picture has come that the key before it led to. */
  press(...keys: string[]): Promise<void>;
  /** The exit code, once the program is gone. */
  ended: Promise<number | null>;
  close(): Promise<void>;
};

/**
 * Playwright's own first module in Electron: it holds `ready` back until Playwright is attached. Without it Playwright may
 * come in the middle of the window's first navigation, miss its end, and wait for it for three minutes.
 */
const playwrightsHold = join(
  dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
  'lib/server/electron/loader.js',
);

/** Starts the register on a street and waits for its window; `args` are its own switches. */
export async function startRegister(
  street: Pick<Street, 'dataDir' | 'provisionFile'>,
  args: readonly string[] = [`--provision=${street.provisionFile}`, '--no-kiosk'],
  after: Later = later,
): Promise<Register> {
  const { executable, args: own, env, program } = inject('electron');
  const app = await _electron.launch({
    executablePath: executable,
    args: [...own, '-r', playwrightsHold, program, `--user-data-dir=${street.dataDir}`, ...args],
    env,
    timeout: 30_000,
  });
  const child = app.process();
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const close = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const impatience = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await within(
      'the farewell of the register',
      app.close().then(() => ended),
      20_000,
    );
    clearTimeout(impatience);
    if (child.signalCode === 'SIGKILL') throw new Error('the register did not close by itself');
  };
  after(close);
  const page = await app.firstWindow({ timeout: 20_000 });
  page.setDefaultTimeout(10_000);
  await within('the size of the window', page.setViewportSize({ width: 1024, height: 768 }));
  return {
    app,
    page,
    id: (name) => page.getByTestId(name),
    shows: (id, name, value) => page.locator(`[data-testid="${id}"][data-${name}="${value}"]`).first().waitFor(),
    press: async (...keys) => {
      for (const key of keys) {
        await within(`a picture before ${key}`, page.evaluate(pictureSeen));
        await within(`the key ${key}`, page.keyboard.press(key));
      }
    },
    ended,
    close,
  };
}

/**
 * In the page: a picture was painted and everything that follows a picture is done. A person presses what they see;
 * a window that paints nothing is pressed all the same.
 */
function pictureSeen(): Promise<void> {
  return new Promise((seen) => {
    setTimeout(seen, 500);
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(seen)));
  });
}

/** Signs a person in by touch: the tile, then the PIN on the keyboard. */
export async function signIn(register: Register, name = 'Dilnoza', pin = '1111'): Promise<void> {
  await register.id('staff').filter({ hasText: name }).click();
  await enterPin(register, pin);
}

/** A person's pace (ms): quicker keys are taken for a scanner's. */
export const keyPause = 80;

/** Keys digits or letters in as a person does. */
export async function type({ page }: Pick<Register, 'page'>, text: string): Promise<void> {
  await within('keying in', page.keyboard.type(text, { delay: keyPause }), 15_000 + text.length * keyPause);
}

/** Types a PIN and Enter into the field of the person chosen. */
export async function enterPin(register: Register, pin: string): Promise<void> {
  await type(register, pin);
  await register.press('Enter');
}

/** Signs in and opens a shift with an empty drawer. */
export async function openShift(register: Register): Promise<void> {
  await signIn(register);
  await register.id('open-shift').click();
  await register.id('pay').waitFor();
}

/** Presses the notice's "close" and gives the exit code; the program may be gone before the press is reported. */
export async function closeNotice({ id, ended }: Register): Promise<number | null> {
  await id('close-kassa').waitFor();
  const pressed = id('close-kassa')
    .click()
    .catch(() => undefined);
  const [code] = await within('the end of the register', Promise.all([ended, pressed]));
  return code;
}

/** Ends the program as a power cut would, windows, till and all at once: they are one group of processes. */
export async function powerCut({ app, ended }: Register): Promise<void> {
  const { pid } = app.process();
  if (pid === undefined) throw new Error('the register has no process');
  process.kill(-pid, 'SIGKILL');
  await within('the end of the register', ended);
}

/** Ends the till's own process, as a crash would, and leaves shell and window standing. */
export async function crashTill({ app }: Register): Promise<void> {
  const crash = app.evaluate(({ app: electron }) => {
    const till = electron.getAppMetrics().find(({ name }) => name === 'kassa-till');
    return till !== undefined && process.kill(till.pid, 'SIGKILL');
  });
  const killed = await within('the crash of the till', crash);
  if (!killed) throw new Error('the register has no till process');
}
