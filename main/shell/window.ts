import { BrowserWindow, nativeTheme } from 'electron';
import { registerUrl } from './app-url.ts';

export type WindowChoices = { preload: string; kiosk: boolean; devTools: boolean };

/** The one window of the register: sandboxed, without menu, shown when its first picture is ready. */
export const createWindow = (choices: WindowChoices): BrowserWindow => {
  const window = new BrowserWindow({
    title: 'Kassa',
    show: false,
    kiosk: choices.kiosk,
    width: 1280,
    height: 800,
    minWidth: 1024,
    minHeight: 768,
    useContentSize: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#101416' : '#F3F4F1',
    webPreferences: {
      preload: choices.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: choices.devTools,
      // A scan is no gesture to Chromium, yet it must be heard.
      autoplayPolicy: 'no-user-gesture-required',
      // A countdown or a sound must not slow down while something covers the window.
      backgroundThrottling: false,
    },
  });
  window.setMenu(null);
  window.once('ready-to-show', () => window.show());
  lockView(window);
  return window;
};

/** Keeps zoom at 100 % and the history empty, so that no gesture or mouse button leads away from the register. */
export const lockView = (window: BrowserWindow): void => {
  const contents = window.webContents;
  contents.on('did-finish-load', () => {
    contents.setZoomLevel(0);
    void contents.setVisualZoomLevelLimits(1, 1);
    contents.navigationHistory.clear();
  });
  contents.on('zoom-changed', () => contents.setZoomLevel(0));
};

/** Whether the window shows the register and not one of the shell's notices. */
export const showsRegister = (window: BrowserWindow): boolean => window.webContents.getURL() === registerUrl;
