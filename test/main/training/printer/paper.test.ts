import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import type { Op } from '../../../../main/training/printer/ops.ts';
import { createPaper } from '../../../../main/training/printer/paper.ts';
import { readQr } from '../../../native/printer/read-code.ts';

function paperOf(ops: Op[], dots = 24) {
  const paper = createPaper(dots);
  ops.forEach((op) => paper.take(op));
  return paper;
}

const drawn = (ops: Op[], dots = 24): string[] =>
  paperOf(ops, dots)
    .rows()
    .map((row) => Array.from(row, (dot) => (dot ? '#' : '.')).join(''));

const square: Op = { kind: 'raster', width: 8, height: 2, bits: Uint8Array.of(0b11000000, 0b11000001) };

describe('paper', () => {
  test('shows a picture dot by dot', () => {
    expect(drawn([square], 8)).toEqual(['##......', '##.....#']);
  });

  test('puts a picture where the alignment says', () => {
    expect(drawn([{ kind: 'align', to: 'right' }, square], 16)).toEqual(['........##......', '........##.....#']);
  });

  test('is fed by lines of 30 dots and by dots', () => {
    const rows = (ops: Op[]): number => paperOf(ops).rows().length;
    expect([rows([{ kind: 'feed', lines: 2 }]), rows([{ kind: 'feed-dots', dots: 7 }])]).toEqual([60, 7]);
  });

  test('shows text only after its line feed, inside its cells', () => {
    const text: Op = { kind: 'text', text: 'I' };
    const ink = (ops: Op[]) => drawn(ops).map((row) => [row.slice(0, 12).includes('#'), row.slice(12).includes('#')]);
    const lines = ink([text, { kind: 'feed', lines: 1 }]);
    expect([drawn([text]), lines.some(([inside]) => inside), lines.some(([, outside]) => outside)]).toEqual([
      [],
      true,
      false,
    ]);
  });

  test('double letters are twice as wide and high', () => {
    const ops: Op[] = [
      { kind: 'size', width: 2, height: 2 },
      { kind: 'text', text: 'H' },
      { kind: 'feed', lines: 1 },
    ];
    const rows = drawn(ops);
    expect([rows.length, rows.some((row) => row.slice(12).includes('#'))]).toEqual([48, true]);
  });

  test('is a black and white picture of its own width', () => {
    const png = PNG.sync.read(paperOf([square], 8).png());
    expect({ width: png.width, height: png.height, shades: [...new Set(png.data)].toSorted((a, b) => a - b) }).toEqual({
      width: 8,
      height: 2,
      shades: [0, 255],
    });
  });

  test('shows a QR the printer makes itself, which needs white around', async () => {
    const ops: Op[] = [
      { kind: 'feed', lines: 2 },
      { kind: 'align', to: 'center' },
      { kind: 'qr-module', dots: 6 },
      { kind: 'qr-level', level: 'M' },
      { kind: 'qr-store', data: 'https://ofd.soliq.uz/check?t=1' },
      { kind: 'qr-print' },
      { kind: 'feed', lines: 2 },
    ];
    expect(await readQr(paperOf(ops, 384).png())).toEqual(['https://ofd.soliq.uz/check?t=1']);
  });
});
