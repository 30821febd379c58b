import { BrowserWindow, nativeTheme } from 'electron';
import { customerUrl } from './app-url.ts';
import type { Place } from './customer-place.ts';
import { guardContents } from './guards.ts';
import { lockView } from './window.ts';

/** `place` null makes an ordinary window, to try the screen out beside the register. */
export type CustomerPageChoices = { preload: string; devTools: boolean; place: Place | null };

/**
 * The window of the customer's screen. It never takes the focus: what a wedge scanner types belongs to the register. On a display
 * of its own it is made at that display's bounds and then fills it, for full screen can name no display (electron#30249).
 */
export const createCustomerPage = ({ preload, devTools, place }: CustomerPageChoices): BrowserWindow => {
  const window = new BrowserWindow({
    title: 'Kassa',
    show: false,
    ...(place === null ? ordinary : { ...place.bounds, ...filling }),
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#101416' : '#F3F4F1',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools,
      // It is never in front, and still has to follow every scan.
      backgroundThrottling: false,
    },
  });
  window.setMenu(null);
  guardContents(window.webContents, () => {});
  lockView(window);
  window.once('ready-to-show', () => {
    window.showInactive();
    if (place !== null) window.setFullScreen(true);
  });
  // A load that another one overtakes rejects; failures that matter arrive as did-fail-load.
  void window.loadURL(customerUrl).catch(() => {});
  return window;
};

const ordinary = { width: 1024, height: 768, useContentSize: true };

const filling = {
  frame: false,
  focusable: false,
  skipTaskbar: true,
  enableLargerThanScreen: true,
  resizable: true,
  minimizable: false,
} as const;
