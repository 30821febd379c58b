import { app } from 'electron';
import type { BrowserWindow } from 'electron';

/**
 * Takes the data folder for this process; false means another Kassa has it and was asked to show its window.
 * Electron keeps this lock inside the user data folder, so two folders may run side by side.
 */
export const takeSingleInstance = (): boolean => app.requestSingleInstanceLock();

/** Brings the window to the front whenever somebody starts Kassa a second time. */
export const showOnSecondStart = (window: BrowserWindow): void => {
  app.on('second-instance', () => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
};
