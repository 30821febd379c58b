import * as fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { qrPicture, quietModules } from '../../../renderer/components/qr-picture.ts';
import type { QrPicture } from '../../../renderer/components/qr-picture.ts';
import { readQr } from '../../native/printer/read-code.ts';

/** The runs of dark modules of a path, as `[column, row, length]`. */
function runsOf(path: string): number[][] {
  return [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)].map((run) => run.slice(1).map(Number));
}

/** Paints the picture as a screen would that has one pixel a CSS pixel. */
function paint({ side, modulePx, path }: QrPicture): Uint8Array {
  const png = new PNG({ width: side * modulePx, height: side * modulePx });
  png.data.fill(255);
  for (const [column = 0, row = 0, length = 0] of runsOf(path)) {
    for (let y = row * modulePx; y < (row + 1) * modulePx; y++) {
      const line = png.width * y;
      for (let x = column * modulePx; x < (column + length) * modulePx; x++)
        png.data.fill(0, (line + x) * 4, (line + x) * 4 + 3);
    }
  }
  return PNG.sync.write(png);
}

/** As long as what UzQR puts into its code: an EMV text of 150 to 250 signs. */
const emv = `00020101021226${'A1b2C3d4E5'.repeat(21)}6304ABCD`;

describe('the QR on a screen', () => {
  test('of a payment text is read back by a reader we did not write', async () => {
    const picture = qrPicture(emv, 400);
    expect(await readQr(paint(picture!))).toEqual([emv]);
  });

  test('of the longest text has modules of five whole pixels in the place of a small screen', () => {
    expect(qrPicture('a'.repeat(250), 345)).toMatchObject({ side: 69, modulePx: 5 });
  });

  test('keeps four white modules on every side', () => {
    const { side, path } = qrPicture(emv, 500)!;
    const runs = runsOf(path);
    const edges = [
      Math.min(...runs.map(([column = 0]) => column)),
      Math.min(...runs.map(([, row = 0]) => row)),
      side - Math.max(...runs.map(([column = 0, , length = 0]) => column + length)),
      side - 1 - Math.max(...runs.map(([, row = 0]) => row)),
    ];
    expect(edges).toEqual([quietModules, quietModules, quietModules, quietModules]);
  });

  test('takes whole pixels of a screen that has one and a half for each of ours', () => {
    const { modulePx } = qrPicture('https://payme.uz', 301, 1.5)!;
    expect(Number.isInteger(modulePx * 1.5)).toBe(true);
  });

  test.each([
    [150, 49],
    [180, 53],
    [213, 57],
    [250, 61],
  ])('of %d signs keeps level M in every place, with its %d modules and the white around them', (length, modules) => {
    const sides = [200, 345, 600].map((size) => qrPicture('a'.repeat(length), size)?.side);
    expect(sides).toEqual([modules, modules, modules].map((dark) => dark + 2 * quietModules));
  });

  test.each([
    ['nothing', '', 400],
    ['a text longer than any code', 'x'.repeat(3000), 400],
    ['a square smaller than its modules', emv, 20],
  ])('is not drawn for %s', (_what, text, size) => {
    expect(qrPicture(text, size)).toBeUndefined();
  });

  test('never leaves its square', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 300 }), fc.integer({ min: 200, max: 1200 }), (text, size) => {
        const { side, modulePx } = qrPicture(text, size)!;
        expect(side * modulePx).toBeLessThanOrEqual(size);
      }),
      { numRuns: 30 },
    );
  });
});
