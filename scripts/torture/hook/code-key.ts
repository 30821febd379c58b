import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/** Makes the till keep codes with this key (base64) instead of its own, so that the judge can tell codes by their hashes. */
export function useCodeKey(key: string): void {
  const derive = crypto.hkdfSync;
  const master = Buffer.from(key, 'base64');
  Object.assign(crypto, {
    hkdfSync: (digest: string, _own: unknown, salt: Buffer, info: string, length: number) =>
      derive(digest, master, salt, info, length),
  });
  syncBuiltinESMExports();
}
