import { createServer, request } from 'node:http';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';

/**
 * The shop's public address: it stays when the till behind it is another one, as a shop's own does. Calls to `held` paths wait
 * outside until they are let in.
 */
export type Door = { url: string; leadTo(port: number | null): void; hold(path: string): void; letIn(): void };

/** Opens a door on loopback that leads nowhere yet: whoever comes meets 502. */
export async function openDoor(): Promise<Door> {
  let target: number | null = null;
  let held: string | null = null;
  let outside: (() => void)[] = [];
  const server = createServer((asked, reply) => {
    const chunks: Buffer[] = [];
    asked.on('data', (chunk: Buffer) => chunks.push(chunk));
    asked.on('end', () => {
      const enter = (): void => forward(target, asked.url ?? '', asked.headers, Buffer.concat(chunks), reply);
      if (asked.url === held) outside.push(enter);
      else enter();
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  onTestFinished(() => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => void server.close(() => resolve()));
  });
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    leadTo: (port) => void (target = port),
    hold: (path) => void (held = path),
    letIn: () => {
      held = null;
      outside.forEach((enter) => enter());
      outside = [];
    },
  };
}

function forward(
  port: number | null,
  path: string,
  headers: IncomingHttpHeaders,
  body: Buffer,
  reply: ServerResponse,
): void {
  const fail = (): void => void (reply.headersSent || reply.writeHead(502).end());
  if (port === null) return fail();
  const way = request({ host: '127.0.0.1', port, path, method: 'POST', headers }, (answer) => {
    reply.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(reply);
  });
  way.on('error', fail);
  way.end(body);
}
