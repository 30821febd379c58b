import type { Op } from './ops.ts';

/** One command read from the front of a stream; undefined while its bytes have not all come. */
export type Read = { op: Op; length: number } | undefined;

type Fixed = { args: number; read(args: number[]): Op };

const aligns = ['left', 'center', 'right'] as const;

/** Commands of fixed length by their two opening bytes. */
const fixed: ReadonlyMap<number, Fixed> = new Map<number, Fixed>([
  [0x1004, { args: 1, read: ([which = 0]) => ({ kind: 'ask-status', which }) }],
  [0x1005, { args: 1, read: (args) => ({ kind: 'ignored', bytes: [0x10, 0x05, ...args] }) }],
  [0x1014, { args: 3, read: ([, pin = 0, time = 0]) => pulse(pin, time * 100, time * 100) }],
  [0x1b32, { args: 0, read: () => ({ kind: 'line-spacing', dots: 30 }) }],
  [0x1b33, { args: 1, read: ([dots = 0]) => ({ kind: 'line-spacing', dots }) }],
  [0x1b40, { args: 0, read: () => ({ kind: 'init' }) }],
  [0x1b45, { args: 1, read: ([on = 0]) => ({ kind: 'bold', on: (on & 1) === 1 }) }],
  [0x1b4a, { args: 1, read: ([dots = 0]) => ({ kind: 'feed-dots', dots }) }],
  [0x1b4d, { args: 1, read: ([font = 0]) => ({ kind: 'font', font }) }],
  [0x1b61, { args: 1, read: ([to = 0]) => ({ kind: 'align', to: aligns[to % 48] ?? 'left' }) }],
  [0x1b64, { args: 1, read: ([lines = 0]) => ({ kind: 'feed', lines }) }],
  [0x1b70, { args: 3, read: ([pin = 0, on = 0, off = 0]) => pulse(pin, on * 2, off * 2) }],
  [0x1b74, { args: 1, read: ([page = 0]) => ({ kind: 'codepage', page }) }],
  [0x1c26, { args: 0, read: () => ({ kind: 'kanji', on: true }) }],
  [0x1c2e, { args: 0, read: () => ({ kind: 'kanji', on: false }) }],
  [0x1d21, { args: 1, read: ([n = 0]) => ({ kind: 'size', width: (n >> 4) + 1, height: (n & 7) + 1 }) }],
  [0x1d49, { args: 1, read: ([which = 0]) => ({ kind: 'ask-identity', which }) }],
  [0x1d61, { args: 1, read: ([mask = 0]) => ({ kind: 'asb', on: mask !== 0 }) }],
  [0x1d72, { args: 1, read: ([which = 0]) => ({ kind: 'ask-buffered', which: which % 48 }) }],
]);

/** Reads the command at the front of `bytes`, which starts with DLE, ESC, FS or GS. */
export function readCommand(bytes: Uint8Array): Read {
  const [first = 0, second] = bytes;
  if (second === undefined) return undefined;
  const command = fixed.get((first << 8) | second);
  if (command) return readFixed(bytes, command);
  if (first === 0x1d && second === 0x28) return readGroup(bytes);
  if (first === 0x1d && second === 0x56) return readCut(bytes);
  if (first === 0x1d && second === 0x76) return readRaster(bytes);
  return { op: { kind: 'ignored', bytes: [first, second] }, length: 2 };
}

function readFixed(bytes: Uint8Array, command: Fixed): Read {
  const length = 2 + command.args;
  return bytes.length < length ? undefined : { op: command.read([...bytes.subarray(2, length)]), length };
}

function pulse(connector: number, onMs: number, offMs: number): Op {
  return { kind: 'pulse', pin: connector % 48 === 0 ? 2 : 5, onMs, offMs };
}

/** `GS V m`, and with a feed `GS V m n` for m from 65. */
function readCut(bytes: Uint8Array): Read {
  const mode = bytes[2];
  if (mode === undefined) return undefined;
  const length = mode >= 65 ? 4 : 3;
  return bytes.length < length ? undefined : { op: { kind: 'cut', full: mode === 65 || mode % 48 === 0 }, length };
}

/** `GS v 0 m xL xH yL yH` and the dots. */
function readRaster(bytes: Uint8Array): Read {
  if (bytes.length < 8) return undefined;
  const [, , , , xLow = 0, xHigh = 0, yLow = 0, yHigh = 0] = bytes;
  const row = xLow + 256 * xHigh;
  const height = yLow + 256 * yHigh;
  const length = 8 + row * height;
  if (bytes.length < length) return undefined;
  return { op: { kind: 'raster', width: row * 8, height, bits: Uint8Array.from(bytes.subarray(8, length)) }, length };
}

/** `GS ( x pL pH` and as many bytes as p says: QR codes are group k, the process id is group H. */
function readGroup(bytes: Uint8Array): Read {
  const [, , group = 0, low = 0, high = 0] = bytes;
  const length = 5 + low + 256 * high;
  if (bytes.length < 5 || bytes.length < length) return undefined;
  const body = bytes.subarray(5, length);
  return { op: groupOp(group, body) ?? { kind: 'ignored', bytes: [...bytes.subarray(0, length)] }, length };
}

function groupOp(group: number, body: Uint8Array): Op | undefined {
  const [kind, call, value = 0] = body;
  if (group === 0x48 && kind === 0x30) return { kind: 'process', id: latin1(body.subarray(2, 6)) };
  if (group !== 0x6b || kind !== 0x31) return undefined;
  if (call === 0x43) return { kind: 'qr-module', dots: value };
  if (call === 0x45) return { kind: 'qr-level', level: (['L', 'M', 'Q', 'H'] as const)[value - 0x30] ?? 'L' };
  if (call === 0x50) return { kind: 'qr-store', data: latin1(body.subarray(3)) };
  return call === 0x51 ? { kind: 'qr-print' } : undefined;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
