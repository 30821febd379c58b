import { app } from 'electron';
import type { BrowserWindow } from 'electron';
import type { Log } from './log.ts';
import { decideRestart } from './restart-policy.ts';
import { machineTimers } from './timers.ts';

/** Loads the page again after it crashed or hung; the sale is in the till's database, so nothing is lost with the page. */
export const careForWindow = (window: BrowserWindow, log: Log, giveUp: () => void): void => {
  const contents = window.webContents;
  let crashes: readonly number[] = [];
  const reload = (): void => {
    if (!window.isDestroyed()) contents.reload();
  };
  contents.on('render-process-gone', (_event, details) => {
    log('the window is gone:', details.reason, details.exitCode);
    const decision = decideRestart(crashes, machineTimers.now());
    crashes = decision.crashes;
    if (decision.pauseMs === null) giveUp();
    else machineTimers.after(decision.pauseMs, reload);
  });
  window.on('unresponsive', () => {
    log('the window does not answer; ended and loaded again');
    contents.forcefullyCrashRenderer();
  });
  contents.on('preload-error', (_event, _path, error) => log('the preload failed:', error));
  contents.on('did-fail-load', (_event, code, reason, url) => log('a page failed to load:', code, reason, url));
  app.on('child-process-gone', (_event, details) => log('a process is gone:', details));
};
