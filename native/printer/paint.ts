import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { assertNever } from '../assert-never.ts';
import { blacken, blackenArea, blankBitmap, isBlack, paste, type Bitmap } from './bitmap.ts';
import { receiptFont } from './fonts.ts';
import type { PrinterModel, PrintJob } from './job.ts';
import { layout, type Line } from './layout.ts';
import { qrBitmap } from './qr.ts';

type TextLine = Extract<Line, { kind: 'text' }>;

/** A line with its height in dots; a QR that cannot be drawn has become text by now. */
type Painted = { height: number; draw(bitmap: Bitmap, top: number): void };

/** DejaVu Sans Mono is 0.602 em wide; a receipt line is a little over twice as high as a cell is wide. */
const emPerCell = 1 / 0.602;

/** Paints a whole job: every dot raster mode prints, and nothing else. Cut and pulse leave no dots. */
export function paintJob(job: PrintJob, model: PrinterModel): Bitmap {
  const painted = layout(job.blocks, model.columns).flatMap((line) => prepare(line, model));
  const bitmap = blankBitmap(
    model.dots,
    Math.max(
      1,
      painted.reduce((sum, { height }) => sum + height, 0),
    ),
  );
  let top = 0;
  for (const line of painted) {
    line.draw(bitmap, top);
    top += line.height;
  }
  return bitmap;
}

/** What the customer will hold, as a PNG of one pixel a dot. */
export function jobToPng(job: PrintJob, model: PrinterModel): Buffer {
  return bitmapToPng(paintJob(job, model));
}

/** Black on white, one pixel a dot. */
function bitmapToPng(bitmap: Bitmap): Buffer {
  const canvas = createCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  const image = context.createImageData(bitmap.width, bitmap.height);
  for (let y = 0; y < bitmap.height; y++) {
    for (let x = 0; x < bitmap.width; x++) {
      const shade = isBlack(bitmap, x, y) ? 0 : 255;
      image.data.set([shade, shade, shade, 255], (y * bitmap.width + x) * 4);
    }
  }
  context.putImageData(image, 0, 0);
  return canvas.toBuffer('image/png');
}

function prepare(line: Line, model: PrinterModel): Painted[] {
  const cell = Math.floor(model.dots / model.columns);
  const lineHeight = Math.round(cell * 2.3);
  switch (line.kind) {
    case 'text':
      return [
        { height: lineHeight * zoom(line), draw: (bitmap, top) => drawText(bitmap, line, top, cell, lineHeight) },
      ];
    case 'rule':
      return [
        {
          height: lineHeight,
          draw: (bitmap, top) => blackenArea(bitmap, 0, top + (lineHeight >> 1), cell * model.columns, 2),
        },
      ];
    case 'feed':
      return [{ height: lineHeight * line.lines, draw: () => {} }];
    case 'qr': {
      const qr = qrBitmap(line.data, model.dots);
      if (qr) return [{ height: qr.height, draw: (bitmap, top) => paste(bitmap, qr, top) }];
      return layout([{ kind: 'text', text: line.data }], model.columns).flatMap((text) => prepare(text, model));
    }
    default:
      return assertNever(line);
  }
}

function zoom(line: TextLine): number {
  return line.size === 'large' ? 2 : 1;
}

/** Each character stands in its own cell of whole dots, so columns stay true and stems stay sharp. */
function drawText(bitmap: Bitmap, line: TextLine, top: number, cell: number, lineHeight: number): void {
  const letters = Array.from(line.text);
  if (letters.length === 0) return;
  const step = cell * zoom(line);
  const height = lineHeight * zoom(line);
  const canvas = createCanvas(step * letters.length, height);
  const context = canvas.getContext('2d');
  context.font = `${line.bold ? 'bold ' : ''}${step * emPerCell}px "${receiptFont()}"`;
  context.textBaseline = 'alphabetic';
  letters.forEach((letter, at) => context.fillText(letter, at * step, Math.round(height * 0.75)));
  darken(context, canvas.width, height, (x, y) => blacken(bitmap, x, top + y));
}

/** A dot is black when ink covers almost half of it; dithering would print text as dust. */
function darken(context: SKRSContext2D, width: number, height: number, dot: (x: number, y: number) => void): void {
  const { data } = context.getImageData(0, 0, width, height);
  for (let at = 0; at < width * height; at++) {
    if ((data[at * 4 + 3] ?? 0) > 110) dot(at % width, Math.floor(at / width));
  }
}
