import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeWholeFile } from './write-whole-file.ts';

/** The part of Electron's safeStorage that the vault needs. */
export type SafeStorage = {
  isEncryptionAvailable(): boolean;
  /** Only on Linux. */
  getSelectedStorageBackend?(): string;
  setUsePlainTextEncryption(on: boolean): void;
  encryptString(text: string): Buffer;
  decryptString(bytes: Buffer): string;
};

export type VaultWorld = {
  file: string;
  storage: SafeStorage;
  linux: boolean;
  randomBytes(count: number): Buffer;
};

export type Vault = {
  /** Everything kept, the till's `codeKey` among it: 32 random bytes in base64, made at the first start. */
  secrets(): Record<string, string>;
  /** False when the system has no key store and the file is only obscured (Linux `basic_text`, Electron: safe-storage). */
  isProtected: boolean;
  /** Adds to what is kept, same names replaced. False when the disk refused; it is then kept in memory only. */
  keep(more: Record<string, string>): boolean;
};

/** `unreadable`: the file is there but this user or this key store cannot open it; it is left as it is. */
export type VaultOpened = { ok: true; vault: Vault } | { ok: false; fault: 'unreadable' | 'not-written' };

/** Opens the vault, or makes a new one with a fresh code key when there is no file yet. */
export const openVault = (world: VaultWorld): VaultOpened => {
  const isProtected = prepareStorage(world);
  const stored = existsSync(world.file) ? readSecrets(world) : {};
  if (stored === null) return { ok: false, fault: 'unreadable' };
  let kept = stored;
  const keep = (more: Record<string, string>): boolean => {
    kept = { ...kept, ...more };
    return writeSecrets(world, kept);
  };
  const complete = kept['codeKey'] !== undefined || keep({ codeKey: world.randomBytes(32).toString('base64') });
  if (!complete) return { ok: false, fault: 'not-written' };
  return { ok: true, vault: { secrets: () => ({ ...kept }), isProtected, keep } };
};

/** Without a key store the till must still work, so Linux is told to use its built-in password, and that is reported. */
const prepareStorage = ({ storage, linux }: VaultWorld): boolean => {
  const backend = linux ? storage.getSelectedStorageBackend?.() : undefined;
  const isProtected = storage.isEncryptionAvailable() && backend !== 'basic_text' && backend !== 'unknown';
  if (!isProtected) storage.setUsePlainTextEncryption(true);
  return isProtected;
};

const secretsSchema = z.record(z.string(), z.string());

const readSecrets = ({ file, storage }: VaultWorld): Record<string, string> | null => {
  try {
    return secretsSchema.parse(JSON.parse(storage.decryptString(readFileSync(file))));
  } catch {
    return null;
  }
};

const writeSecrets = ({ file, storage }: VaultWorld, secrets: Record<string, string>): boolean => {
  try {
    writeWholeFile(file, storage.encryptString(JSON.stringify(secrets)));
    return true;
  } catch {
    return false;
  }
};
