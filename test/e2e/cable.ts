import { connect, createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { later } from './later.ts';
import type { Later } from './later.ts';

/** A network cable to a device on this machine: cut, its far end refuses every connection; the port stays. */
export type Cable = { port: number; to: number; cut(): Promise<void>; mend(): Promise<void> };

/** Lays a cable that leads nowhere until `to` says which port it ends at. */
export async function layCable(after: Later = later): Promise<Cable> {
  const sockets = new Set<Socket>();
  const serve = (near: Socket): void => {
    const far = connect({ host: '127.0.0.1', port: cable.to, allowHalfOpen: true });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('close', () => sockets.delete(one));
      one.on('error', () => other.destroy());
      one.pipe(other);
    }
  };
  let server: Server | undefined;
  const listen = async (port: number): Promise<number> => {
    const made = createServer({ allowHalfOpen: true }, serve);
    await new Promise<void>((resolve) => made.listen(port, '127.0.0.1', resolve));
    server = made;
    const address = made.address();
    return typeof address === 'object' && address ? address.port : 0;
  };
  const cut = async (): Promise<void> => {
    const old = server;
    server = undefined;
    if (!old) return;
    const closed = new Promise((resolve) => old.close(resolve));
    sockets.forEach((socket) => socket.destroy());
    await closed;
  };
  const cable: Cable = { port: 0, to: 0, cut, mend: async () => void (server ?? (await listen(cable.port))) };
  cable.port = await listen(0);
  after(cut);
  return cable;
}
