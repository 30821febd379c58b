/** Black dots on paper, one bit each, most significant bit leftmost, rows of whole bytes: the form ESC/POS raster wants. */
export type Bitmap = { width: number; height: number; bytes: Uint8Array };

/** White paper; `width` in dots must be a multiple of 8. */
export function blankBitmap(width: number, height: number): Bitmap {
  return { width, height, bytes: new Uint8Array((width / 8) * height) };
}

/** Makes one dot black; a dot beside the paper is ignored. */
export function blacken(bitmap: Bitmap, x: number, y: number): void {
  if (x < 0 || x >= bitmap.width || y < 0 || y >= bitmap.height) return;
  const at = y * (bitmap.width / 8) + (x >> 3);
  bitmap.bytes[at] = (bitmap.bytes[at] ?? 0) | (0x80 >> (x & 7));
}

/** Blackens a rectangle of dots. */
export function blackenArea(bitmap: Bitmap, left: number, top: number, width: number, height: number): void {
  for (let y = top; y < top + height; y++) for (let x = left; x < left + width; x++) blacken(bitmap, x, y);
}

/** Whether a dot is black. */
export function isBlack(bitmap: Bitmap, x: number, y: number): boolean {
  return ((bitmap.bytes[y * (bitmap.width / 8) + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
}

/** Puts a bitmap onto another at row `top`, flush with the left edge. */
export function paste(onto: Bitmap, piece: Bitmap, top: number): void {
  const row = piece.width / 8;
  for (let y = 0; y < piece.height; y++) {
    onto.bytes.set(piece.bytes.subarray(y * row, (y + 1) * row), (top + y) * (onto.width / 8));
  }
}
