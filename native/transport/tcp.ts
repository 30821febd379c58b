import { connect, type Socket } from 'node:net';
import { createEar } from './ear.ts';
import type { Link, OpenLink, OpenOutcome } from './link.ts';
import { systemTimers, type Timers } from './timers.ts';
import { writeInPieces, type PieceOutcome } from './write-in-pieces.ts';

/** Address of a device and its limits in ms: 3 s to connect, 10 s for it to take a piece of the job. */
export type TcpSettings = { host: string; port: number; connectMs?: number; stallMs?: number };

/** Opens one TCP connection per job; anything but a connection within the limit is 'unreachable', nothing sent. */
export function tcpOpener(settings: TcpSettings, timers: Timers = systemTimers): OpenLink {
  return () =>
    new Promise<OpenOutcome>((resolve) => {
      const socket = connect({ host: settings.host, port: settings.port, noDelay: true });
      const fail = (): void => {
        cancel();
        socket.destroy();
        resolve({ ok: false, code: 'unreachable' });
      };
      const cancel = timers.after(settings.connectMs ?? 3000, fail);
      socket.once('error', fail);
      socket.once('connect', () => {
        cancel();
        const link = tcpLink(socket, settings.stallMs ?? 10_000, timers);
        socket.off('error', fail);
        resolve({ ok: true, link });
      });
    });
}

function tcpLink(socket: Socket, stallMs: number, timers: Timers): Link {
  const ear = createEar(timers);
  socket.on('data', (chunk) => ear.hear(chunk));
  socket.on('end', () => ear.close('ended'));
  socket.on('error', () => ear.close('reset'));
  socket.on('close', () => ear.close('reset'));
  return {
    answers: true,
    write: (bytes) =>
      writeInPieces(bytes, stallMs, timers, {
        gone: () => ear.closed() !== undefined,
        give: (piece) => give(socket, piece),
      }),
    heard: ear.heard,
    wait: ear.wait,
    end: () => void socket.end(),
    drop: () => letGo(socket),
  };
}

function give(socket: Socket, piece: Uint8Array): Promise<PieceOutcome> {
  return new Promise((resolve) => {
    socket.write(piece, (error) => resolve(error ? 'reset' : 'taken'));
  });
}

/** A reset, because the job is over or given up: lingering would keep the printer's only session. */
function letGo(socket: Socket): void {
  if (!socket.destroyed) socket.resetAndDestroy();
}
