import { closeSync, constants, openSync, writeSync } from 'node:fs';
import { createEar } from './ear.ts';
import type { Link, OpenLink } from './link.ts';
import { systemTimers, type Timers } from './timers.ts';
import { writeInPieces, type PieceOutcome } from './write-in-pieces.ts';

/** A file that collects jobs, or a device node such as /dev/usb/lp0. `stallMs`: how long the device may take nothing. */
export type FileSettings = { path: string; stallMs?: number };

/** Appends to a file or device; one that cannot be opened (unplugged, in use, no right) is 'unreachable'. */
export function fileOpener(settings: FileSettings, timers: Timers = systemTimers): OpenLink {
  return () => {
    try {
      const fd = openSync(settings.path, flags(settings.path));
      return Promise.resolve({ ok: true, link: fileLink(fd, settings.stallMs ?? 10_000, timers) });
    } catch {
      return Promise.resolve({ ok: false, code: 'unreachable' });
    }
  };
}

/**
 * O_NONBLOCK, because five stuck writes to /dev/usb/lp* stop every other file access of the process (measured).
 * No O_CREAT under /dev: it would put a plain file where an unplugged printer used to be.
 */
function flags(path: string): number {
  const create = path.startsWith('/dev/') ? 0 : constants.O_CREAT;
  return constants.O_WRONLY | constants.O_APPEND | constants.O_NONBLOCK | create;
}

function fileLink(fd: number, stallMs: number, timers: Timers): Link {
  const ear = createEar(timers);
  let open = true;
  return {
    answers: false,
    write: (bytes) =>
      writeInPieces(bytes, stallMs, timers, {
        gone: () => !open,
        give: (piece) => give(fd, () => open, piece, timers),
      }),
    heard: ear.heard,
    wait: ear.wait,
    end: () => ear.close('ended'),
    drop: () => {
      if (open) closeSync(fd);
      open = false;
    },
  };
}

/** Writes as much as the device takes and tries again in 20 ms while it is full, unless the line was dropped meanwhile. */
async function give(fd: number, open: () => boolean, piece: Uint8Array, timers: Timers): Promise<PieceOutcome> {
  let done = 0;
  while (done < piece.length) {
    if (!open()) return 'reset';
    const taken = tryWrite(fd, piece.subarray(done));
    if (taken === 'broken') return 'reset';
    done += taken;
    if (taken === 0) await new Promise<void>((resolve) => void timers.after(20, resolve));
  }
  return 'taken';
}

function tryWrite(fd: number, bytes: Uint8Array): number | 'broken' {
  try {
    return writeSync(fd, bytes);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EAGAIN' ? 0 : 'broken';
  }
}
