import { dialog, ipcMain } from 'electron';
import type { BrowserWindow } from 'electron';
import { isTrustedSender } from './sender.ts';

/** Answers the window's only direct question to the shell: the path of a provision file, null when cancelled. */
export const serveChooseFile = (window: BrowserWindow): void => {
  ipcMain.handle('choose-file', async (event): Promise<string | null> => {
    if (!isTrustedSender(event.senderFrame)) return null;
    const chosen = await dialog.showOpenDialog(window, {
      properties: ['openFile'],
      filters: [{ name: 'Kassa', extensions: ['json'] }],
    });
    return chosen.filePaths[0] ?? null;
  });
};
