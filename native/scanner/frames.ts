import { decodeFrame, type Frame } from './frame.ts';

export type { Frame } from './frame.ts';

/** `prefix`: characters the shop programmed in front of each code. `idleMs`: gap that ends a code without a suffix. */
export type FramesSettings = { prefix?: string; idleMs?: number };

/** Cuts a scanner's byte stream into codes; times are milliseconds of one steady clock. */
export type Frames = {
  push(bytes: Uint8Array, at: number): Frame[];
  /** To be called once `idleMs` after the last bytes; earlier calls change nothing. */
  idle(at: number): Frame[];
  /** Forgets everything, also that a suffix was seen: another scanner may be plugged into the same port. */
  reset(): void;
};

/** Longest code kept; what runs past it is noise and is thrown away up to the next suffix. */
const cap = 4096;

const suffixes = new Set([0x0d, 0x0a, 0x09, 0x03]);

/**
 * A splitter for one port. CR, LF, TAB and ETX end a code; a pause ends it only while no suffix was ever seen, because a slow
 * scanner with a suffix may pause in the middle of a code. It works on bytes, since text parsers spoil bytes above 0x7F.
 */
export function createFrames({ prefix, idleMs = 80 }: FramesSettings = {}): Frames {
  let bytes: number[] = [];
  let spoiled = false;
  let suffixSeen = false;
  let last = 0;

  const finish = (): Frame[] => {
    const frame = spoiled ? undefined : decodeFrame(Uint8Array.from(bytes), prefix);
    bytes = [];
    spoiled = false;
    return frame ? [frame] : [];
  };
  const idle = (at: number): Frame[] => (!suffixSeen && at - last >= idleMs ? finish() : []);
  const take = (byte: number): Frame[] => {
    if (suffixes.has(byte)) {
      suffixSeen = true;
      return finish();
    }
    if (bytes.length < cap) bytes.push(byte);
    else spoiled = true;
    return [];
  };

  return {
    push(chunk, at) {
      const before = idle(at);
      last = at;
      return [...before, ...Array.from(chunk).flatMap(take)];
    },
    idle,
    reset() {
      bytes = [];
      spoiled = false;
      suffixSeen = false;
    },
  };
}
