import { app, Menu, powerSaveBlocker, safeStorage, session } from 'electron';
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { serveChooseFile } from './choose-file.ts';
import { openCustomerWindow } from './customer-window.ts';
import { exitCodes } from './exit-codes.ts';
import { guardContents, guardSession } from './guards.ts';
import { openLog } from './log.ts';
import type { Log } from './log.ts';
import { quitInOrder } from './quit.ts';
import { openRegister } from './register.ts';
import { say } from './say.ts';
import { registerScheme } from './scheme.ts';
import { openScreen } from './screen.ts';
import { showOnSecondStart, takeSingleInstance } from './single-instance.ts';
import { readSwitches } from './switches.ts';
import type { Switches } from './switches.ts';
import { careForWindow } from './window-care.ts';

/** Where the built program lies: `outDir` holds main/, preload/ and renderer/; resources lie beside it or in the package. */
export type ShellPlace = { outDir: string; argv: readonly string[]; cwd: string };

/** Starts the program. Everything before "ready" happens here at once, as Electron asks. */
export const startShell = (place: ShellPlace): void => {
  const read = readSwitches(place.argv, place.cwd);
  if (!read.ok) return leave(exitCodes.badSwitch, read.fault);
  if (!useDataFolder(read.switches.userDataDir)) return leave(exitCodes.badSwitch, 'the data folder cannot be made');
  if (!takeSingleInstance()) {
    return leave(
      exitCodes.alreadyRunning,
      'already running with this data folder; its window was brought to the front',
    );
  }
  const log = openLog(app.getPath('logs'), 'shell');
  process.on('uncaughtException', (error) => log('uncaught:', error));
  process.on('unhandledRejection', (reason) => log('unhandled:', reason));
  registerScheme();
  void app.whenReady().then(() => run(place, read.switches, log));
};

const leave = (code: number, line: string): void => {
  say(line);
  app.exit(code);
};

/** Moves everything the program keeps, logs included, into the given folder; without one, into the system's place for it. */
const useDataFolder = (given: string | null): boolean => {
  const folder = given ?? app.getPath('userData');
  try {
    mkdirSync(folder, { recursive: true });
    app.setPath('userData', folder);
    app.setPath('sessionData', folder);
    app.setAppLogsPath(join(folder, 'logs'));
    return true;
  } catch {
    return false;
  }
};

const run = (place: ShellPlace, switches: Switches, log: Log): void => {
  log('started', app.getVersion(), 'data in', app.getPath('userData'));
  Menu.setApplicationMenu(null);
  powerSaveBlocker.start('prevent-display-sleep');
  guardSession(session.defaultSession);
  const screen = openScreen({
    outDir: place.outDir,
    kiosk: switches.kiosk && !switches.training && app.isPackaged,
    devTools: !app.isPackaged,
    locale: app.getPreferredSystemLanguages()[0] ?? app.getLocale(),
  });
  const customer = openCustomerWindow({
    mode: switches.customerDisplay,
    register: screen.window,
    preload: join(place.outDir, 'preload', 'customer-window.cjs'),
    devTools: !app.isPackaged,
    file: join(app.getPath('userData'), 'customer-display.json'),
    log,
  });
  const register = openRegister({
    screen,
    customer,
    tillFile: join(place.outDir, 'main', 'till.js'),
    dataDir: app.getPath('userData'),
    switches,
    storage: safeStorage,
    randomBytes,
    log,
    tillLog: openLog(app.getPath('logs'), 'till'),
    finished: () => app.quit(),
  });
  guardContents(screen.window.webContents, (action) => register.obey(action));
  showOnSecondStart(screen.window);
  careForWindow(screen.window, log, () => register.showNotice('window-stopped', []));
  serveChooseFile(screen.window);
  quitInOrder(screen.window, register, log);
  register.start();
};
