import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCodeVault } from '../../../main/till/code-vault.ts';

const keyOf = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
const vault = createCodeVault(keyOf(1));
const code = '50512345678901234567';

describe('a sealed code', () => {
  test('opens for the attempt it was sealed for, also after a restart', () => {
    const cipher = vault.lock(code, 'a1');
    expect(createCodeVault(keyOf(1)).unlock(cipher, 'a1')).toBe(code);
  });

  test('opens for no other attempt', () => expect(vault.unlock(vault.lock(code, 'a1'), 'a2')).toBeUndefined());

  test('opens with no other key', () => {
    expect(createCodeVault(keyOf(2)).unlock(vault.lock(code, 'a1'), 'a1')).toBeUndefined();
  });

  test('does not open once a single bit of it changed', () => {
    const cipher = vault.lock(code, 'a1');
    fc.assert(
      fc.property(fc.nat(cipher.length * 8 - 1), (bit) => {
        const changed = Buffer.from(cipher);
        changed[bit >> 3]! ^= 1 << (bit & 7);
        return vault.unlock(changed, 'a1') === undefined;
      }),
    );
  });

  test('cut short does not open', () => {
    const cipher = vault.lock(code, 'a1');
    const opened = Array.from({ length: cipher.length }, (_, length) => vault.unlock(cipher.subarray(0, length), 'a1'));
    expect(new Set(opened)).toEqual(new Set([undefined]));
  });

  test('does not show the code, and is never the same twice', () => {
    const [first, second] = [vault.lock(code, 'a1'), vault.lock(code, 'a1')];
    expect(Buffer.from(first).includes(code)).toBe(false);
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(false);
  });

  test('holds any text that a scanner can read', () => {
    fc.assert(fc.property(fc.string(), (text) => vault.unlock(vault.lock(text, 'a1'), 'a1') === text));
  });
});

describe('the hash of a code', () => {
  test('is the same each time on one till', () => {
    expect(createCodeVault(keyOf(1)).hash(code)).toBe(vault.hash(code));
  });

  test('is another one for another code and on another till', () => {
    const hashes = [vault.hash(code), vault.hash(`${code.slice(0, -1)}8`), createCodeVault(keyOf(2)).hash(code)];
    expect(new Set(hashes).size).toBe(3);
  });

  test('is not one that anybody can compute from the code', () => {
    expect(vault.hash(code)).toMatch(/^[0-9a-f]{64}$/);
    expect(vault.hash(code)).not.toBe(createHash('sha256').update(code).digest('hex'));
  });
});

test.each(['', 'short', Buffer.alloc(31).toString('base64'), Buffer.alloc(33).toString('base64')])(
  'a key of another length (%j) is refused before any code is sealed with it',
  (key) => {
    expect(() => createCodeVault(key)).toThrow('the code key must have 32 bytes');
  },
);
