import { describe, expect, test } from 'vitest';
import type { Op } from '../../../main/training/printer/ops.ts';
import { createPaper, type Paper } from '../../../main/training/printer/paper.ts';
import { parse } from '../../../main/training/printer/parse.ts';
import { encodeJob } from '../../../native/printer/encode.ts';
import type { Block, PrinterModel } from '../../../native/printer/job.ts';
import { jobToPng } from '../../../native/printer/paint.ts';
import { narrow, receipt, url, wide } from './models.ts';
import { readQr } from './read-code.ts';

/** The job as an independent printer understands it. */
function printed(blocks: Block[], model: PrinterModel): Op[] {
  return parse(encodeJob({ blocks, cut: true }, model));
}

function paperOf(ops: Op[], dots: number): Paper {
  const paper = createPaper(dots);
  ops.forEach((op) => paper.take(op));
  return paper;
}

const textOf = (ops: Op[]): string =>
  ops.map((op) => (op.kind === 'text' ? op.text : op.kind === 'feed' ? '\n' : '')).join('');
const rasters = (ops: Op[]) => ops.filter((op) => op.kind === 'raster');

describe('text mode', () => {
  test('Russian in cp866 is read back letter by letter', () => {
    const ops = printed([{ kind: 'text', text: 'Съешь ещё этих мягких французских булок №7, Ўзбекистон' }], wide);
    expect(textOf(ops)).toBe('Съешь ещё этих мягких французских булок №7,\nЎзбекистон\n\n\n\n\n');
  });

  test('Uzbek Latin is read back with plain apostrophes', () => {
    const ops = printed([{ kind: 'text', text: 'Oʻzbekiston gʻalla qoʻshimcha maʼno' }], wide);
    expect(textOf(ops)).toBe("O'zbekiston g'alla qo'shimcha ma'no\n\n\n\n\n");
  });

  test('cp1251 is read back, also under a number of the maker', () => {
    const ops = printed([{ kind: 'text', text: '«Молоко» — 5' }], { ...wide, codepage: 'cp1251', codepageNumber: 23 });
    expect([textOf(ops), ops.find(({ kind }) => kind === 'codepage')]).toEqual([
      '«Молоко» — 5\n\n\n\n\n',
      { kind: 'codepage', page: 23 },
    ]);
  });

  test('Chinese is switched off before the first letter, bold and size around theirs only', () => {
    const ops = printed(
      [
        { kind: 'text', text: 'JAMI', bold: true, size: 'large' },
        { kind: 'text', text: 'ok' },
      ],
      wide,
    );
    expect(ops).toEqual([
      { kind: 'init' },
      { kind: 'kanji', on: false },
      { kind: 'font', font: 0 },
      { kind: 'bold', on: true },
      { kind: 'size', width: 2, height: 2 },
      { kind: 'codepage', page: 17 },
      { kind: 'text', text: 'JAMI' },
      { kind: 'bold', on: false },
      { kind: 'size', width: 1, height: 1 },
      { kind: 'feed', lines: 1 },
      { kind: 'text', text: 'ok' },
      { kind: 'feed', lines: 1 },
      ...Array.from({ length: 4 }, () => ({ kind: 'feed', lines: 1 })),
      { kind: 'cut', full: false },
    ]);
  });

  test('slow printers may write Uzbek Cyrillic with Russian letters', () => {
    const ops = printed([{ kind: 'text', text: 'Қатиқ' }], { ...wide, missing: 'transliterate' });
    expect([textOf(ops), rasters(ops)]).toEqual(['Катик\n\n\n\n\n', []]);
  });

  test('paper in 42 columns keeps prices at its edge', () => {
    const ops = printed([{ kind: 'pair', left: 'Non', right: '4000' }], { ...wide, columns: 42, dots: 512 });
    expect(textOf(ops)).toBe(`Non${' '.repeat(35)}4000\n\n\n\n\n`);
  });
});

describe('the fiscal QR', () => {
  const models: [string, PrinterModel][] = [
    ['80 mm in text mode', wide],
    ['58 mm in text mode', narrow],
    ['80 mm painted', { ...wide, mode: 'raster' }],
    ['58 mm painted', { ...narrow, mode: 'raster' }],
  ];

  test.each(models)('is read back from the paper: %s', async (_name, model) => {
    expect(await readQr(paperOf(printed(receipt, model), model.dots).png())).toEqual([url]);
  });

  test.each([wide, narrow])('is read back from the preview', async (model) => {
    expect(await readQr(jobToPng({ blocks: receipt, cut: true }, model))).toEqual([url]);
  });

  test('a long address is read back from narrow paper', async () => {
    const long = `https://ofd.soliq.uz/check?${'t=UZ210317000001&'.repeat(24)}`;
    expect(await readQr(paperOf(printed([{ kind: 'qr', data: long }], narrow), 384).png())).toEqual([long]);
  });

  test('an address too long for any QR is printed as text', () => {
    const ops = printed([{ kind: 'qr', data: 'x'.repeat(5000) }], wide);
    expect([textOf(ops).replaceAll('\n', ''), rasters(ops)]).toEqual(['x'.repeat(5000), []]);
  });
});

describe('painted receipts', () => {
  const cyrillic: Block[] = [{ kind: 'text', text: 'Қатиқ, Ғўза ёғи, Ҳолва' }];

  test('Uzbek Cyrillic is painted although the printer is set to text', () => {
    const ops = printed(cyrillic, wide);
    expect([textOf(ops).trim(), rasters(ops).length]).toEqual(['', 1]);
  });

  test('each of its letters has a picture of its own', () => {
    const letters = Array.from('ҚқҒғҲҳЎўʻʼЁёКкГгХхУу');
    const pictures = letters.map((text) =>
      Buffer.from(rasters(printed([{ kind: 'text', text }], { ...wide, mode: 'raster' }))[0]!.bits).toString('hex'),
    );
    const blank = Buffer.from(
      rasters(printed([{ kind: 'text', text: ' ' }], { ...wide, mode: 'raster' }))[0]!.bits,
    ).toString('hex');
    expect({ different: new Set(pictures).size, blank: pictures.includes(blank) }).toEqual({
      different: letters.length,
      blank: false,
    });
  });

  test.each([wide, narrow])('the preview is dot for dot what comes out of the printer', (model) => {
    const painted: PrinterModel = { ...model, mode: 'raster' };
    const ops = printed(receipt, painted).filter(({ kind }) => kind !== 'feed');
    expect(
      paperOf(ops, model.dots)
        .png()
        .equals(jobToPng({ blocks: receipt, cut: true }, painted)),
    ).toBe(true);
  });

  test.each([wide, { ...wide, mode: 'raster' as const }, narrow])('no picture is higher than 128 rows', (model) => {
    const heights = rasters(printed([...receipt, ...receipt], model)).map(({ height }) => height);
    expect([heights.length > 1, Math.max(...heights) <= 128]).toEqual([true, true]);
  });

  test('no picture is wider than the paper', () => {
    const widths = rasters(printed(receipt, narrow)).map(({ width }) => width);
    expect(Math.max(...widths)).toBeLessThanOrEqual(384);
  });
});

describe('drawer and knife', () => {
  const bytes = (pulse: 2 | 5): Buffer => Buffer.from(encodeJob({ blocks: [], cut: false, pulse }, wide));

  test('the pulse comes first, 50 ms on and 500 ms off, on the pin that was asked for', () => {
    expect([bytes(2).subarray(0, 5), bytes(5).subarray(0, 5)]).toEqual([
      Buffer.from([0x1b, 0x70, 0, 25, 250]),
      Buffer.from([0x1b, 0x70, 1, 25, 250]),
    ]);
  });

  test('without a cut the paper is not cut, and nothing follows a cut', () => {
    const kinds = (cut: boolean) =>
      parse(encodeJob({ blocks: [{ kind: 'text', text: 'a' }], cut }, wide)).map(({ kind }) => kind);
    expect([kinds(false).includes('cut'), kinds(true).at(-1)]).toEqual([false, 'cut']);
  });
});
