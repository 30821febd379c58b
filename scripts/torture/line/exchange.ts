import { connect } from 'node:net';
import type { Socket } from 'node:net';

/** A request as it came over the wire: its bytes, its name ("POST /order/create", "receipts.pay") and its body. */
export type Asked = { bytes: Buffer; call: string; body: string };

/** Reads one HTTP request with a known length; undefined when the till went away before it was complete. */
export function readRequest(near: Socket): Promise<Asked | undefined> {
  return new Promise((resolve) => {
    let bytes = Buffer.alloc(0);
    const take = (piece: Buffer): void => {
      bytes = Buffer.concat([bytes, piece]);
      const asked = complete(bytes);
      if (asked) end(asked);
    };
    const gone = (): void => end(undefined);
    const end = (asked: Asked | undefined): void => {
      near.off('data', take);
      resolve(asked);
    };
    near.on('data', take);
    near.once('close', gone);
    near.once('end', gone);
  });
}

function complete(bytes: Buffer): Asked | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const head = bytes.subarray(0, headEnd).toString('latin1');
  const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
  if (bytes.length < headEnd + 4 + length) return undefined;
  const body = bytes.subarray(headEnd + 4, headEnd + 4 + length).toString('utf8');
  return { bytes, body, call: nameOf(head, body) };
}

/** A JSON-RPC method, else the method and path without query and closing slash. */
function nameOf(head: string, body: string): string {
  const rpc = /"method"\s*:\s*"([\w.]+)"/.exec(body)?.[1];
  const [method = '', target = ''] = head.split(' ');
  return rpc?.startsWith('receipts.') ? rpc : `${method} ${target.replace(/\?.*$/, '').replace(/\/+$/, '')}`;
}

/** Sends bytes to the provider and gives its whole answer; empty when it said nothing, undefined when nobody is there. */
export function ask(port: number, bytes: Buffer): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const far = connect({ host: '127.0.0.1', port });
    const pieces: Buffer[] = [];
    let stands = false;
    far.on('connect', () => {
      stands = true;
      far.write(bytes);
    });
    far.on('data', (piece) => pieces.push(piece));
    far.on('error', () => {});
    far.on('close', () => resolve(stands ? Buffer.concat(pieces) : undefined));
  });
}

/** Sends the first bytes of a request to the provider and breaks the connection there, with the request half read. */
export function askHalf(port: number, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const far = connect({ host: '127.0.0.1', port });
    far.on('connect', () => far.write(bytes, () => far.destroy()));
    far.on('error', () => {});
    far.on('close', () => resolve());
  });
}
