import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps a customer's code unreadable at rest, and recognises the same code twice without keeping it. */
export type CodeVault = {
  /** The code encrypted for one attempt (AES-256-GCM, the attempt's id as associated data). */
  lock(code: string, attemptId: string): Uint8Array;
  /** The code again, or undefined when the cipher was made with another key or for another attempt. */
  unlock(cipher: Uint8Array, attemptId: string): string | undefined;
  /** A keyed hash: equal codes give equal hashes on this till, and nothing about them elsewhere. */
  hash(code: string): string;
};

const nonceLength = 12;
const tagLength = 16;

/** Builds the vault from the shell's 32-byte key (base64); encryption and hashing get keys of their own. */
export function createCodeVault(codeKey: string, random: (size: number) => Buffer = randomBytes): CodeVault {
  const master = Buffer.from(codeKey, 'base64');
  if (master.length !== 32) throw new Error('the code key must have 32 bytes');
  const sealing = derive(master, 'customer-code-cipher');
  const hashing = derive(master, 'customer-code-hash');
  return {
    lock: (code, attemptId) => lock(sealing, code, attemptId, random(nonceLength)),
    unlock: (cipher, attemptId) => unlock(sealing, cipher, attemptId),
    hash: (code) => createHmac('sha256', hashing).update(code).digest('hex'),
  };
}

function derive(master: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), purpose, 32));
}

function lock(key: Buffer, code: string, attemptId: string, nonce: Buffer): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(attemptId));
  const sealed = Buffer.concat([cipher.update(code, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

function unlock(key: Buffer, bytes: Uint8Array, attemptId: string): string | undefined {
  const nonce = bytes.subarray(0, nonceLength);
  const tag = bytes.subarray(nonceLength, nonceLength + tagLength);
  try {
    const cipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(attemptId)).setAuthTag(tag);
    return Buffer.concat([cipher.update(bytes.subarray(nonceLength + tagLength)), cipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
