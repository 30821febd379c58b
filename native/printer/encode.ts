import { hasLetter } from './code-page.ts';
import { cutBytes, encoderFor, pulseBytes } from './encoder.ts';
import { fits, foldSigns, transliterate } from './fold.ts';
import type { Block, PrinterModel, PrintJob } from './job.ts';
import { layout } from './layout.ts';
import { paintJob } from './paint.ts';
import { rasterBytes } from './raster.ts';
import { textBytes } from './text.ts';

/**
 * A job as the bytes the printer gets. The pulse goes first: the drawer opens while the receipt is still printing.
 * Text mode turns to painting the whole receipt when its code page lacks a letter (Uzbek Cyrillic fits no page).
 */
export function encodeJob(job: PrintJob, model: PrinterModel): Uint8Array {
  const pulse = job.pulse === undefined ? new Uint8Array() : pulseBytes(job.pulse);
  return Buffer.concat([pulse, documentBytes(job, model), job.cut ? cutBytes : new Uint8Array()]);
}

function documentBytes(job: PrintJob, model: PrinterModel): Uint8Array {
  const blocks = model.mode === 'text' ? printable(job.blocks, model) : undefined;
  if (blocks) return textBytes(layout(blocks, model.columns), model);
  return Buffer.concat([encoderFor(model).encode(), rasterBytes(paintJob(job, model))]);
}

/** The blocks in the page's own characters; undefined when that is impossible and painting is allowed. */
function printable(blocks: readonly Block[], model: PrinterModel): Block[] | undefined {
  const has = hasLetter(model);
  const change = model.missing === 'transliterate' ? transliterate : foldSigns;
  const changed = blocks.map((block) => mapText(block, (text) => change(text, has)));
  const all = changed.flatMap((block) =>
    block.kind === 'text' ? [block.text] : block.kind === 'pair' ? [block.left, block.right] : [],
  );
  return all.every((text) => fits(text, has)) ? changed : undefined;
}

function mapText(block: Block, change: (text: string) => string): Block {
  if (block.kind === 'text') return { ...block, text: change(block.text) };
  if (block.kind === 'pair') return { ...block, left: change(block.left), right: change(block.right) };
  return block;
}
