import { screen } from 'electron';
import type { BrowserWindow, MessagePortMain } from 'electron';
import { createCustomerPage } from './customer-page.ts';
import { customerPlace, keptPlace, samePlace } from './customer-place.ts';
import type { Place } from './customer-place.ts';
import { readKeptPlace, writeKeptPlace } from './kept-place.ts';
import type { Log } from './log.ts';
import { decideRestart } from './restart-policy.ts';
import type { CustomerDisplay } from './switches.ts';
import type { WindowEnd } from './till-world.ts';
import { machineTimers } from './timers.ts';

export type CustomerWindowParts = {
  mode: CustomerDisplay;
  /** The register's window: the customer's comes after it, never where it stands, and goes with it. */
  register: BrowserWindow;
  preload: string;
  devTools: boolean;
  /** Where the display is remembered. */
  file: string;
  log: Log;
};

/** Who wants to know that the customer's page is there (again), or went away. */
export type CustomerEars = { ready(): void; gone(): void };

/** The customer's screen as the till's life and ports reach it; nothing is shown before `follow`. */
export type CustomerWindow = WindowEnd<MessagePortMain> & { follow(ears: CustomerEars): void };

/** Keeps the customer's screen on the second display as displays come and go, and makes it anew when its page dies. */
export const openCustomerWindow = (parts: CustomerWindowParts): CustomerWindow => {
  let window: BrowserWindow | null = null;
  let place: Place | null = null;
  let kept = readKeptPlace(parts.file);
  let crashes: readonly number[] = [];
  let ears: CustomerEars = { ready: () => {}, gone: () => {} };

  const open = (): void => {
    const opened = createCustomerPage({ ...parts, place });
    window = opened;
    opened.webContents.on('dom-ready', () => ears.ready());
    opened.webContents.on('render-process-gone', (_event, { reason }) => {
      if (window === opened) afterCrash(reason);
    });
    opened.on('unresponsive', () => opened.webContents.forcefullyCrashRenderer());
    opened.on('closed', () => {
      if (window === opened) forget();
    });
  };

  const forget = (): void => {
    window = null;
    ears.gone();
  };

  const close = (): void => {
    const old = window;
    if (old === null) return;
    forget();
    old.destroy();
  };

  const afterCrash = (reason: string): void => {
    parts.log('the customer’s screen is gone:', reason);
    close();
    const decision = decideRestart(crashes, machineTimers.now());
    crashes = decision.crashes;
    if (decision.pauseMs === null) return parts.log('the customer’s screen is given up until the displays change');
    machineTimers.after(decision.pauseMs, () => {
      const wanted = parts.mode === 'window' || place !== null;
      if (window === null && wanted && !parts.register.isDestroyed()) open();
    });
  };

  const followDisplays = (): void => {
    if (parts.register.isDestroyed()) return;
    const next = customerPlace(displays(parts.register), kept);
    if (samePlace(next, place) && (next === null || window !== null)) return;
    close();
    place = next;
    const keeping = keptPlace(next, kept);
    if (keeping !== null && !samePlace(keeping, kept)) writeKeptPlace(parts.file, keeping, parts.log);
    kept = keeping;
    parts.log('the customer’s screen:', next === null ? 'no display for it' : JSON.stringify(next));
    if (next !== null) open();
  };

  const start = (): void => {
    if (parts.mode === 'window') return open();
    followDisplays();
    screen.on('display-added', followDisplays);
    screen.on('display-removed', followDisplays);
    screen.on('display-metrics-changed', followDisplays);
  };

  return {
    follow: (next) => {
      ears = next;
      if (parts.mode === 'off') return;
      parts.register.once('closed', close);
      if (parts.register.isVisible()) start();
      else parts.register.once('show', start);
    },
    life: (life) => window?.webContents.send('till-life', life),
    port: (port) => window?.webContents.postMessage('till-port', null, [port]),
  };
};

const displays = (register: BrowserWindow) => ({
  all: screen.getAllDisplays().map(({ id, bounds }) => ({ id, bounds })),
  primaryId: screen.getPrimaryDisplay().id,
  registerId: screen.getDisplayMatching(register.getBounds()).id,
});
