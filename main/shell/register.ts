import { MessageChannelMain } from 'electron';
import type { MessagePortMain } from 'electron';
import { join } from 'node:path';
import type { TillStart } from '../../preload/till-port.ts';
import type { ShellAction } from './app-url.ts';
import type { CustomerWindow } from './customer-window.ts';
import { exitCodes } from './exit-codes.ts';
import type { Log } from './log.ts';
import type { NoticeFault } from './notice-words.ts';
import { say } from './say.ts';
import type { Screen } from './screen.ts';
import { openVault } from './secrets.ts';
import type { SafeStorage, Vault, VaultOpened } from './secrets.ts';
import type { Switches } from './switches.ts';
import { forkTill } from './till-child.ts';
import { createTillProcess } from './till-process.ts';
import type { TillProcess } from './till-process.ts';
import type { TillWorld } from './till-world.ts';
import { machineTimers } from './timers.ts';
import { secretsFor, secretsFrom } from './training-secrets.ts';
import { showsRegister } from './window.ts';

export type RegisterParts = {
  screen: Screen;
  customer: CustomerWindow;
  tillFile: string;
  dataDir: string;
  switches: Switches;
  storage: SafeStorage;
  randomBytes(count: number): Buffer;
  log: Log;
  tillLog: Log;
  /** The till closed the register by itself. */
  finished(): void;
};

/** Windows, till and vault put together. */
export type Register = {
  start(): void;
  /** A link of a notice was pressed; heard only while a person has to act. */
  obey(action: ShellAction): void;
  showNotice(fault: NoticeFault, details: readonly string[]): void;
  stop(): Promise<void>;
  exitCode(): number;
};

/** Puts windows, till and vault together. The vault is opened at the start, and again when a person tries again. */
export const openRegister = (parts: RegisterParts): Register => {
  let exitCode: number = exitCodes.fine;
  let vault: Vault | null = null;

  const showNotice = (fault: NoticeFault, details: readonly string[]): void => {
    exitCode = exitCodes.didNotOpen;
    for (const line of [fault, ...details]) say(line);
    parts.log('notice:', fault, ...details);
    parts.screen.showNotice({ fault, details });
  };

  const keep: TillWorld<MessagePortMain>['keepSecrets'] = (secrets, training) => {
    if (vault?.keep(secretsFrom(training, secrets)) === true) return;
    void till.stop();
    showNotice('secrets-not-kept', []);
  };

  const till = tillOf(parts, () => vault, keep, showNotice);

  const start = (): void => {
    exitCode = exitCodes.fine;
    const file = join(parts.dataDir, 'secrets.bin');
    const opened = vault === null ? open(parts, file) : rewritten(vault);
    if (!opened.ok) {
      return showNotice(opened.fault === 'unreadable' ? 'secrets-unreadable' : 'secrets-not-kept', [file]);
    }
    vault = opened.vault;
    parts.screen.showRegister();
    till.start();
  };

  return {
    start,
    obey: (action) => {
      if (showsRegister(parts.screen.window) && !till.needsPerson()) return;
      if (action === 'again') start();
      else parts.finished();
    },
    showNotice,
    stop: till.stop,
    exitCode: () => exitCode,
  };
};

const open = ({ storage, randomBytes }: RegisterParts, file: string): VaultOpened =>
  openVault({ file, storage, randomBytes, linux: process.platform === 'linux' });

/** What could not be written the last time is tried again before the till gets to see it. */
const rewritten = (vault: Vault): VaultOpened =>
  vault.keep({}) ? { ok: true, vault } : { ok: false, fault: 'not-written' };

const tillOf = (
  parts: RegisterParts,
  vault: () => Vault | null,
  keepSecrets: TillWorld<MessagePortMain>['keepSecrets'],
  refused: (fault: NoticeFault, details: readonly string[]) => void,
): TillProcess => {
  const { screen, switches, log, tillLog } = parts;
  const contents = screen.window.webContents;
  const bootId = parts.randomBytes(16).toString('hex');
  const startMessage = (training: boolean): TillStart => ({
    type: 'start',
    bootId,
    dataDir: parts.dataDir,
    training,
    provisionFile: switches.provisionFile,
    secrets: secretsFor(training, vault()?.secrets() ?? {}),
    secretsProtected: vault()?.isProtected ?? false,
  });
  const till = createTillProcess<MessagePortMain>(
    {
      timers: machineTimers,
      fork: (events) => forkTill(parts.tillFile, tillLog, events),
      channel: () => {
        const { port1, port2 } = new MessageChannelMain();
        return { till: port1, window: port2 };
      },
      window: {
        life: (life) => void (contents.isDestroyed() || contents.send('till-life', life)),
        port: (port) => void (contents.isDestroyed() || contents.postMessage('till-port', null, [port])),
      },
      customer: parts.customer,
      startMessage,
      keepSecrets,
      refused,
      finished: parts.finished,
      log,
    },
    switches.training,
  );
  contents.on('dom-ready', () => {
    if (showsRegister(screen.window)) till.windowReady();
  });
  parts.customer.follow({ ready: till.customerReady, gone: till.customerGone });
  return till;
};
