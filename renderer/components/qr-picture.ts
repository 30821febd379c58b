import { create } from 'qrcode/lib/core/qrcode.js';
import type { QrModules } from 'qrcode/lib/core/qrcode.js';

/** White modules a reader needs on each side (ISO/IEC 18004; Denso Wave's margin page). */
export const quietModules = 4;

/** A code as it is drawn: `side` in modules with the quiet zone, one module in CSS px, the dark ones as an SVG path. */
export type QrPicture = { side: number; modulePx: number; path: string };

/**
 * The largest picture of `text` that fits a square of `size` CSS px with whole device pixels for every module (`ratio` device
 * pixels a CSS px), at level M. Undefined when the text fits no code or no square.
 */
export function qrPicture(text: string, size: number, ratio = 1): QrPicture | undefined {
  const modules = matrixOf(text);
  const px = modules && modulePx(modules, size, ratio);
  return modules && px ? { side: sideOf(modules), modulePx: px, path: darkPath(modules) } : undefined;
}

function matrixOf(text: string): QrModules | undefined {
  try {
    return create(text, { errorCorrectionLevel: 'M' }).modules;
  } catch {
    return undefined;
  }
}

const sideOf = ({ size }: QrModules): number => size + 2 * quietModules;

/** Parts of a pixel would be smoothed into grey, so what is left over stays white around the code. */
function modulePx(modules: QrModules, size: number, ratio: number): number {
  return Math.floor((size * ratio) / sideOf(modules)) / ratio;
}

/** One rectangle for every run of dark modules in a row, in modules from the corner of the quiet zone. */
function darkPath(modules: QrModules): string {
  let path = '';
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      const run = darkRun(modules, row, column);
      if (run > 0) path += `M${column + quietModules} ${row + quietModules}h${run}v1h-${run}z`;
      column += run;
    }
  }
  return path;
}

function darkRun(modules: QrModules, row: number, from: number): number {
  let column = from;
  while (column < modules.size && modules.get(row, column) === 1) column++;
  return column - from;
}
