import { create, type QRCode } from 'qrcode';
import { blackenArea, blankBitmap, type Bitmap } from './bitmap.ts';

/** White modules a reader needs on each side (ISO/IEC 18004). */
const quiet = 4;

/** Widest module: a receipt's QR at 6 dots is about 3.5 cm, which any phone reads without wasting paper. */
const widest = 6;

/**
 * Paints a QR for paper of `dots` width: level M, four white modules around, whole dots per module (at least 4 = 0.5 mm while
 * the code fits), centred to a whole byte. Long data goes to level L before modules shrink. Undefined when it cannot fit at all.
 */
export function qrBitmap(data: string, dots: number): Bitmap | undefined {
  const choices = [code(data, 'M'), code(data, 'L')].flatMap((matrix) =>
    matrix ? [{ matrix, scale: scaleFor(matrix, dots) }] : [],
  );
  const chosen = choices.find(({ scale }) => scale >= 4) ?? choices.findLast(({ scale }) => scale >= 2);
  return chosen && paint(chosen.matrix, chosen.scale, dots);
}

function code(data: string, level: 'M' | 'L'): QRCode | undefined {
  try {
    return create(data, { errorCorrectionLevel: level });
  } catch {
    return undefined;
  }
}

function scaleFor(matrix: QRCode, dots: number): number {
  return Math.min(widest, Math.floor(dots / (matrix.modules.size + 2 * quiet)));
}

/** The bitmap ends with the code: white to its right would only make slow lines slower. */
function paint({ modules }: QRCode, scale: number, dots: number): Bitmap {
  const side = (modules.size + 2 * quiet) * scale;
  const left = Math.floor((dots - side) / 2 / 8) * 8;
  const bitmap = blankBitmap(Math.ceil((left + side) / 8) * 8, side);
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue;
      blackenArea(bitmap, left + (column + quiet) * scale, (row + quiet) * scale, scale, scale);
    }
  }
  return bitmap;
}
