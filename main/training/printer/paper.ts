import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { create } from 'qrcode';
import { drawCells, type Cell } from './cells.ts';
import type { Op } from './ops.ts';

/** The paper that has come out so far: rows of dots, 1 is black. */
export type Paper = {
  take(op: Op): void;
  rows(): readonly Uint8Array[];
  /** Black on white, one pixel a dot. */
  png(): Buffer;
};

const aligned = { left: 0, center: 0.5, right: 1 };

/** Paper `dots` wide. Text appears at its line feed, as on a real printer; pictures and native QR codes at once. */
export function createPaper(dots: number): Paper {
  const rows: Uint8Array[] = [];
  let line: Cell[] = [];
  let style = { bold: false, width: 1, height: 1 };
  let spacing = 30;
  let align: 'left' | 'center' | 'right' = 'left';
  let qr = { module: 3, level: 'L' as 'L' | 'M' | 'Q' | 'H', data: '' };

  const feed = (count: number): void => {
    for (let row = 0; row < count; row++) rows.push(new Uint8Array(dots));
  };
  /** Puts a picture down in rows of its own, where the alignment says. */
  const place = (width: number, height: number, black: (x: number, y: number) => boolean): void => {
    const left = Math.max(0, Math.floor((dots - width) * aligned[align]));
    const top = rows.length;
    feed(height);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < Math.min(width, dots - left); x++)
        if (black(x, y)) rows[top + y]?.fill(1, left + x, left + x + 1);
    }
  };
  const endLine = (): void => {
    const drawn = drawCells(line);
    if (drawn) place(drawn.width, drawn.height, drawn.black);
    feed(Math.max(0, spacing - (drawn?.height ?? 0)));
    line = [];
  };
  const printQr = (): void => {
    const { modules } = create(qr.data, { errorCorrectionLevel: qr.level });
    const side = modules.size * qr.module;
    place(side, side, (x, y) => modules.get(Math.floor(y / qr.module), Math.floor(x / qr.module)) === 1);
  };

  return {
    take(op) {
      if (op.kind === 'init') [line, style, spacing, align] = [[], { bold: false, width: 1, height: 1 }, 30, 'left'];
      else if (op.kind === 'text') line.push(...Array.from(op.text, (letter) => ({ letter, ...style })));
      else if (op.kind === 'bold') style = { ...style, bold: op.on };
      else if (op.kind === 'size') style = { ...style, width: op.width, height: op.height };
      else if (op.kind === 'align') align = op.to;
      else if (op.kind === 'line-spacing') spacing = op.dots;
      else if (op.kind === 'feed') for (let count = 0; count < op.lines; count++) endLine();
      else if (op.kind === 'feed-dots') feed(op.dots);
      else if (op.kind === 'raster') place(op.width, op.height, (x, y) => bit(op, x, y));
      else if (op.kind === 'qr-module') qr = { ...qr, module: op.dots };
      else if (op.kind === 'qr-level') qr = { ...qr, level: op.level };
      else if (op.kind === 'qr-store') qr = { ...qr, data: op.data };
      else if (op.kind === 'qr-print') printQr();
    },
    rows: () => rows,
    png: () => toPng(rows, dots),
  };
}

function bit(raster: Extract<Op, { kind: 'raster' }>, x: number, y: number): boolean {
  return ((raster.bits[y * (raster.width / 8) + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
}

function toPng(rows: readonly Uint8Array[], dots: number): Buffer {
  const canvas = createCanvas(dots, Math.max(1, rows.length));
  const context: SKRSContext2D = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  const image = context.getImageData(0, 0, canvas.width, canvas.height);
  rows.forEach((row, y) => {
    row.forEach((black, x) => {
      if (black) image.data.fill(0, (y * dots + x) * 4, (y * dots + x) * 4 + 3);
    });
  });
  context.putImageData(image, 0, 0);
  return canvas.toBuffer('image/png');
}
