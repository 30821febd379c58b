import type { WriteOutcome } from './link.ts';
import type { Timers } from './timers.ts';

/** One piece's fate: taken by the operating system, or the line broke under it. */
export type PieceOutcome = 'taken' | 'reset';

/**
 * Writes in pieces of 4 KiB and gives up when one of them is not taken within `stallMs`: a 20 MB write to a printer
 * that reads nothing never completes (measured). `sent` is 'nothing' only if the line was already gone before the first piece.
 */
export async function writeInPieces(
  bytes: Uint8Array,
  stallMs: number,
  timers: Timers,
  line: { gone(): boolean; give(piece: Uint8Array): Promise<PieceOutcome> },
): Promise<WriteOutcome> {
  for (let at = 0; at < bytes.length; at += 4096) {
    if (line.gone()) return { ok: false, code: 'reset', sent: at === 0 ? 'nothing' : 'some' };
    const fate = await within(line.give(bytes.subarray(at, at + 4096)), stallMs, timers);
    if (fate !== 'taken') return { ok: false, code: fate, sent: 'some' };
  }
  return { ok: true };
}

function within(given: Promise<PieceOutcome>, ms: number, timers: Timers): Promise<PieceOutcome | 'timeout'> {
  return new Promise((resolve) => {
    const cancel = timers.after(ms, () => resolve('timeout'));
    void given.then((fate) => {
      cancel();
      resolve(fate);
    });
  });
}
