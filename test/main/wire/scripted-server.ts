import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Heard = { method: string; path: string; body: unknown };

/** What the other side does with one request: an answer (an object becomes JSON, a text stays), or a fault. */
export type Script = { json?: unknown; text?: string; status?: number } | 'reset-after-reading' | 'silence';

/** A script for every request, or one that depends on what was asked. */
export type Play = Script | ((body: unknown) => Script);

export type ScriptedServer = {
  baseUrl: string;
  heard: Heard[];
  /** The X-Auth header of each request, in the order of `heard`. */
  credentials: (string | undefined)[];
  plays: (play: Play) => void;
  close: () => Promise<void>;
};

/** An HTTP server on 127.0.0.1 that does what the test says, and remembers what it was asked. */
export async function scriptedServer(): Promise<ScriptedServer> {
  let script: Play = 'silence';
  const heard: Heard[] = [];
  const credentials: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    void read(request).then((text) => {
      const body: unknown = text === '' ? null : JSON.parse(text);
      heard.push({ method: request.method ?? '', path: request.url ?? '', body });
      credentials.push(request.headers['x-auth']?.toString());
      play(typeof script === 'function' ? script(body) : script, request, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    credentials,
    plays: (next) => void (script = next),
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function read(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

function play(script: Script, request: IncomingMessage, response: ServerResponse): void {
  if (script === 'silence') return;
  if (script === 'reset-after-reading') return void request.socket.resetAndDestroy();
  response.writeHead(script.status ?? 200, { 'content-type': 'application/json' });
  response.end(script.text ?? JSON.stringify(script.json));
}
