import { app } from 'electron';
import type { BrowserWindow } from 'electron';
import type { Log } from './log.ts';
import type { Register } from './register.ts';

/** Ends in order: the till stops first (3 s at most), then the program. In kiosk no key or gesture closes the window. */
export const quitInOrder = (window: BrowserWindow, register: Register, log: Log): void => {
  let quitting = false;
  window.on('close', (event) => {
    if (window.isKiosk() && !quitting) event.preventDefault();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (quitting) return;
    quitting = true;
    log('quitting');
    void register.stop().finally(() => app.exit(register.exitCode()));
  });
};
