import { create } from 'qrcode/lib/core/qrcode.js';
import type { QrModules } from 'qrcode/lib/core/qrcode.js';

/** White modules a reader needs on each side (ISO/IEC 18004; Denso Wave's margin page). */
export const quietModules = 4;

/** The smallest module (CSS px) a phone reads well from a screen. */
const smallestModule = 5;

/** A code as it is drawn: `side` in modules with the quiet zone, one module in CSS px, the dark ones as an SVG path. */
export type QrPicture = { side: number; modulePx: number; path: string };

/**
 * The largest picture of `text` that fits a square of `size` CSS px with whole device pixels for every module (`ratio` device
 * pixels a CSS px). Level M, or L when only that keeps the modules at 5 px. Undefined when the text fits no code or no square.
 */
export function qrPicture(text: string, size: number, ratio = 1): QrPicture | undefined {
  const choices = [matrixOf(text, 'M'), matrixOf(text, 'L')].flatMap((modules) =>
    modules === undefined ? [] : [{ modules, modulePx: modulePx(modules, size, ratio) }],
  );
  const chosen = choices.find((choice) => choice.modulePx >= smallestModule) ?? choices.at(-1);
  if (chosen === undefined || chosen.modulePx === 0) return undefined;
  return { side: sideOf(chosen.modules), modulePx: chosen.modulePx, path: darkPath(chosen.modules) };
}

function matrixOf(text: string, errorCorrectionLevel: 'L' | 'M'): QrModules | undefined {
  try {
    return create(text, { errorCorrectionLevel }).modules;
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
