import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOurUrl, resolveAsset, shellActionOf } from '../../../main/shell/app-url.ts';

describe('an address of the window', () => {
  test('leads to the file inside the built folder', () => {
    expect(resolveAsset('/out/renderer', 'app://kassa/assets/index-1a2b.js')).toBe(
      '/out/renderer/assets/index-1a2b.js',
    );
  });

  test('without a file is the register', () => {
    expect(resolveAsset('/out/renderer', 'app://kassa/')).toBe('/out/renderer/index.html');
  });

  test('ignores query and fragment', () => {
    expect(resolveAsset('/out/renderer', 'app://kassa/index.html?a=/../x#b')).toBe('/out/renderer/index.html');
  });

  test('may hold letters of any script', () => {
    expect(resolveAsset('/out', 'app://kassa/%D1%87%D0%B5%D0%BA.png')).toBe('/out/чек.png');
  });

  test.each([
    'app://kassa/%2e%2e/secrets.bin',
    'app://kassa/..%2fsecrets.bin',
    'app://kassa/a/%2e%2e%2f%2e%2e%2fsecrets.bin',
    'app://kassa/..%5csecrets.bin',
    'app://kassa/a%00.png',
    'app://kassa/%E0%A4%A',
    'app://other/index.html',
    'app://kassa.evil.uz/index.html',
    'app://kassa:81/index.html',
    'https://kassa/index.html',
    'file:///out/renderer/index.html',
    'not an address',
  ])('%s reaches nothing outside', (url) => {
    const file = resolveAsset('/out/renderer', url);
    expect(file === null || file.startsWith('/out/renderer/')).toBe(true);
  });

  test('never leaves the folder, whatever it says', () => {
    const piece = fc.constantFrom('..', '.', '/', '%2e', '%2f', '%5c', '\\', 'a', '%00', '?', '#', '//', '%252e');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const file = resolveAsset('/out/renderer', `app://kassa/${pieces.join('')}`);
        expect(file === null || file.startsWith('/out/renderer/')).toBe(true);
      }),
    );
  });

  test('of a stranger is not ours', () => {
    expect(
      ['app://kassa/index.html', 'app://kassa.uz/', 'https://kassa/', 'app://kassa@evil/', 'about:blank'].map(isOurUrl),
    ).toEqual([true, false, false, false, false]);
  });
});

describe('a link to the shell', () => {
  test('is heard for the two actions there are', () => {
    expect(
      ['app://kassa/-/again', 'app://kassa/-/close', 'app://kassa/-/quit', 'https://kassa/-/again'].map(shellActionOf),
    ).toEqual(['again', 'close', null, null]);
  });
});
