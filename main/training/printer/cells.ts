import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A character in the printer's line buffer with the style it was sent in; `width` and `height` are magnifications. */
export type Cell = { letter: string; bold: boolean; width: number; height: number };

/** A printed line: its size in dots and which of them are black. */
export type Drawn = { width: number; height: number; black(x: number, y: number): boolean };

/** Font A of most printers: 12 by 24 dots. */
const cellWidth = 12;
const cellHeight = 24;

let family: string | undefined;

/** Draws a line in the printer's own letters; undefined for an empty line. */
export function drawCells(line: readonly Cell[]): Drawn | undefined {
  if (line.length === 0) return undefined;
  const width = line.reduce((sum, cell) => sum + cell.width * cellWidth, 0);
  const height = Math.max(...line.map((cell) => cell.height * cellHeight));
  const context = createCanvas(width, height).getContext('2d');
  let x = 0;
  for (const cell of line) {
    context.setTransform(cell.width, 0, 0, cell.height, x, height - cell.height * cellHeight);
    context.font = `${cell.bold ? 'bold ' : ''}20px "${printerFont()}"`;
    context.fillText(cell.letter, 0, 18);
    x += cell.width * cellWidth;
  }
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, black: (left, top) => (data[(top * width + left) * 4 + 3] ?? 0) > 110 };
}

/** Read as bytes, because the files may lie in an archive that only Node can look into. */
function printerFont(): string {
  if (family) return family;
  family = 'Virtual Printer';
  const folder = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf');
  for (const file of ['DejaVuSansMono.ttf', 'DejaVuSansMono-Bold.ttf']) {
    GlobalFonts.register(readFileSync(join(folder, file)), family);
  }
  return family;
}
