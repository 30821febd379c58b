import { assertNever } from '../assert-never.ts';
import type { Block, Size } from './job.ts';
import { cells, wrap } from './wrap.ts';

/** A line of the receipt as both modes print it; `text` is padded on its left, so alignment needs no printer command. */
export type Line =
  | { kind: 'text'; text: string; bold: boolean; size: Size }
  | { kind: 'rule' }
  | { kind: 'qr'; data: string }
  | { kind: 'feed'; lines: number };

/** Lays blocks out for `columns` characters; no line is wider, no printable character is lost. Pure. */
export function layout(blocks: readonly Block[], columns: number): Line[] {
  return blocks.flatMap((block) => layoutBlock(block, columns));
}

function layoutBlock(block: Block, columns: number): Line[] {
  switch (block.kind) {
    case 'text':
      return textLines(block, columns);
    case 'pair':
      return pairLines(block, columns);
    case 'rule':
    case 'qr':
    case 'feed':
      return [block];
    default:
      return assertNever(block);
  }
}

function textLines(block: Extract<Block, { kind: 'text' }>, columns: number): Line[] {
  const { bold = false, size = 'normal', align = 'left' } = block;
  const width = widthOf(size, columns);
  return wrap(block.text, width).map((text) => ({ kind: 'text', text: aligned(text, align, width), bold, size }));
}

function pairLines(block: Extract<Block, { kind: 'pair' }>, columns: number): Line[] {
  const { bold = false, size = 'normal' } = block;
  const width = widthOf(size, columns);
  const left = wrap(block.left, width);
  const right = wrap(block.right, width);
  const joined = join(left.at(-1) ?? '', right, width);
  const texts =
    joined === undefined
      ? [...left, ...right.map((text) => aligned(text, 'right', width))]
      : [...left.slice(0, -1), joined];
  return texts.map((text) => ({ kind: 'text', text, bold, size }));
}

/** The last line of the left with the right at the other edge; undefined when they do not fit with a space between. */
function join(left: string, right: string[], width: number): string | undefined {
  const [only = '', ...more] = right;
  const gap = width - cells(left) - cells(only);
  return more.length > 0 || gap < 1 ? undefined : left + ' '.repeat(gap) + only;
}

function widthOf(size: Size, columns: number): number {
  return size === 'large' ? Math.floor(columns / 2) : columns;
}

function aligned(text: string, align: 'left' | 'center' | 'right', width: number): string {
  if (align === 'left') return text;
  const bare = text.trim();
  const room = width - cells(bare);
  return ' '.repeat(align === 'right' ? room : Math.floor(room / 2)) + bare;
}
