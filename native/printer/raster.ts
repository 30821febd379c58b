import type { Bitmap } from './bitmap.ts';

/** Taller pictures overrun the buffers of cheap printers. */
const rowsPerSlice = 128;

/** A bitmap as `GS v 0` blocks of at most 128 rows, one below the other without a gap. */
export function rasterBytes(bitmap: Bitmap): Uint8Array {
  const row = bitmap.width / 8;
  const slices: Uint8Array[] = [];
  for (let top = 0; top < bitmap.height; top += rowsPerSlice) {
    const rows = Math.min(rowsPerSlice, bitmap.height - top);
    slices.push(Uint8Array.of(0x1d, 0x76, 0x30, 0, row & 0xff, row >> 8, rows & 0xff, rows >> 8));
    slices.push(bitmap.bytes.subarray(top * row, (top + rows) * row));
  }
  return Buffer.concat(slices);
}
