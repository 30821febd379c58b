import type { BrowserWindow } from 'electron';
import { join } from 'node:path';
import { noticeUrl, registerUrl } from './app-url.ts';
import { noticePage } from './notice.ts';
import type { Notice } from './notice.ts';
import { serveScheme } from './scheme.ts';
import { createWindow } from './window.ts';

export type ScreenChoices = { outDir: string; kiosk: boolean; devTools: boolean; locale: string };

/** The one window and what it shows: the register, or a notice that keeps it from opening. */
export type Screen = {
  window: BrowserWindow;
  showRegister(): void;
  showNotice(notice: Notice): void;
};

/** Makes the window and serves its pages; nothing is loaded before `showRegister` or `showNotice`. */
export const openScreen = (choices: ScreenChoices): Screen => {
  let notice: Notice | null = null;
  serveScheme(join(choices.outDir, 'renderer'), (path) => noticePage(path, notice, choices.locale));
  const window = createWindow({ ...choices, preload: join(choices.outDir, 'preload', 'index.cjs') });
  // A load that another one overtakes rejects; failures that matter arrive as did-fail-load.
  const load = (url: string): void => void window.loadURL(url).catch(() => {});
  return {
    window,
    showRegister: () => load(registerUrl),
    showNotice: (next) => {
      notice = next;
      if (!window.isDestroyed()) load(noticeUrl);
    },
  };
};
