import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openVault } from '../../../main/shell/secrets.ts';
import type { SafeStorage, Vault, VaultWorld } from '../../../main/shell/secrets.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kassa-vault-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A key store that turns bytes around, knows its own files by their first byte, and can be without protection. */
const keyStore = (mark: string, backend?: string): SafeStorage => {
  let plain = false;
  const available = (): boolean => backend !== 'basic_text' || plain;
  return {
    isEncryptionAvailable: available,
    ...(backend === undefined ? {} : { getSelectedStorageBackend: () => backend }),
    setUsePlainTextEncryption: (on) => {
      plain = on;
    },
    encryptString: (text) => {
      if (!available()) throw new Error('Error while encrypting the text: no encryption');
      return Buffer.concat([Buffer.from(mark), Buffer.from(text).toReversed()] as Buffer[]);
    },
    decryptString: (bytes) => {
      if (bytes.subarray(0, 1).toString() !== mark) throw new Error('Error while decrypting the ciphertext');
      return Buffer.from(bytes.subarray(1).toReversed()).toString();
    },
  };
};

const world = (storage: SafeStorage, linux = true): VaultWorld => ({
  file: join(folder, 'secrets.bin'),
  storage,
  linux,
  randomBytes: (count) => Buffer.alloc(count, 7),
});

const opened = (from: VaultWorld): Vault => {
  const result = openVault(from);
  if (!result.ok) throw new Error(result.fault);
  return result.vault;
};

const codeKey = Buffer.alloc(32, 7).toString('base64');

describe('the vault of the till', () => {
  test('makes a code key of 32 random bytes at the first start', () => {
    const vault = opened(world(keyStore('k', 'gnome_libsecret')));
    expect({ secrets: vault.secrets(), isProtected: vault.isProtected }).toEqual({
      secrets: { codeKey },
      isProtected: true,
    });
  });

  test('has the same code key and the provider’s keys at the next start', () => {
    opened(world(keyStore('k', 'kwallet6'))).keep({ 'paymeGo.key': 'geheim' });
    const later = opened({ ...world(keyStore('k', 'kwallet6')), randomBytes: () => Buffer.alloc(32, 1) });
    expect(later.secrets()).toEqual({ codeKey, 'paymeGo.key': 'geheim' });
  });

  test('keeps what it has when more is added, and takes the newer of two', () => {
    const vault = opened(world(keyStore('k', 'kwallet6')));
    vault.keep({ a: '1', b: '2' });
    vault.keep({ b: '3' });
    expect(vault.secrets()).toEqual({ codeKey, a: '1', b: '3' });
  });

  test('never writes a secret in the clear', () => {
    opened(world(keyStore('k', 'kwallet6'))).keep({ key: 'geheim' });
    expect(readFileSync(join(folder, 'secrets.bin'), 'utf8')).not.toContain('geheim');
  });

  test('works without a key store and says that nothing is protected', () => {
    const vault = opened(world(keyStore('k', 'basic_text')));
    expect({ kept: vault.keep({ a: '1' }), isProtected: vault.isProtected }).toEqual({
      kept: true,
      isProtected: false,
    });
  });

  test('is protected on Windows, where there is no choice of key stores', () => {
    expect(opened(world(keyStore('k'), false)).isProtected).toBe(true);
  });

  test('written under another user is refused and left as it was', () => {
    opened(world(keyStore('k', 'kwallet6'))).keep({ a: '1' });
    const before = readFileSync(join(folder, 'secrets.bin'));
    expect(openVault(world(keyStore('x', 'kwallet6')))).toEqual({ ok: false, fault: 'unreadable' });
    expect(readFileSync(join(folder, 'secrets.bin'))).toEqual(before);
  });

  test('half of a file is refused, not taken for an empty one', () => {
    writeFileSync(join(folder, 'secrets.bin'), '');
    expect(openVault(world(keyStore('k', 'kwallet6')))).toEqual({ ok: false, fault: 'unreadable' });
  });

  test('that cannot be written is refused before the till could lose a key', () => {
    writeFileSync(join(folder, 'file'), '');
    const nowhere = { ...world(keyStore('k', 'kwallet6')), file: join(folder, 'file', 'secrets.bin') };
    expect(openVault(nowhere)).toEqual({ ok: false, fault: 'not-written' });
  });

  test('keeps in memory what the disk refused, so that it can be tried again', () => {
    const vault = opened(world(keyStore('k', 'kwallet6')));
    rmSync(join(folder, 'secrets.bin'));
    mkdirSync(join(folder, 'secrets.bin', 'x'), { recursive: true });
    expect(vault.keep({ a: '1' })).toBe(false);
    rmSync(join(folder, 'secrets.bin'), { recursive: true });
    expect(vault.keep({})).toBe(true);
    expect(opened(world(keyStore('k', 'kwallet6'))).secrets()).toEqual({ codeKey, a: '1' });
  });
});
