import { createEar } from './ear.ts';
import type { Link, OpenLink } from './link.ts';
import { openSerialPort, type OpenPort, type PortOpener } from './serial-port.ts';
import { systemTimers, type Timers } from './timers.ts';
import { writeInPieces } from './write-in-pieces.ts';

/** `stallMs`: pause a printer may make by flow control on top of the pure sending time of a piece. */
export type SerialSettings = { path: string; baudRate: number; stallMs?: number };

/** Opens the port anew for each job; a port that does not open is 'unreachable', nothing sent. */
export function serialOpener(
  settings: SerialSettings,
  timers: Timers = systemTimers,
  openPort: PortOpener = openSerialPort,
): OpenLink {
  return async () => {
    const ear = createEar(timers);
    const listener = { onData: ear.hear, onClose: () => ear.close('reset') };
    const opened = await openPort(settings.path, settings.baudRate, listener, timers);
    if (!opened.ok) return { ok: false, code: 'unreachable' };
    return { ok: true, link: serialLink(opened.port, ear, pieceMs(settings), timers) };
  };
}

/** 4 KiB at ten bits a byte, plus the pause flow control may cause. */
function pieceMs(settings: SerialSettings): number {
  return (4096 * 10 * 1000) / settings.baudRate + (settings.stallMs ?? 10_000);
}

function serialLink(port: OpenPort, ear: ReturnType<typeof createEar>, stallMs: number, timers: Timers): Link {
  return {
    answers: true,
    write: (bytes) =>
      writeInPieces(bytes, stallMs, timers, {
        gone: () => ear.closed() !== undefined,
        give: async (piece) => ((await port.write(piece)) ? 'taken' : 'reset'),
      }),
    heard: ear.heard,
    wait: ear.wait,
    end: () => ear.close('ended'),
    // After a finished job the last bytes may still be on their way through a USB adapter.
    drop: () => port.close(ear.closed() !== 'ended'),
  };
}
