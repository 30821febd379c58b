import type { WireOptions } from './http.ts';
import { longestConnectMs, oneConnection } from './one-connection.ts';
import { isAllowed } from './origin.ts';

/**
 * Whether the line to `url` stands: the connection (on https the handshake too) comes up within `timeoutMs` and is closed
 * again, and nothing is asked of the other side. Never throws.
 */
export async function knock(url: string, { timeoutMs, onlyOrigin }: WireOptions): Promise<boolean> {
  if (!URL.canParse(url) || !/^https?:/i.test(url) || !isAllowed(url, onlyOrigin)) return false;
  const line = oneConnection(Math.min(timeoutMs, longestConnectMs));
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((done) => void (timer = setTimeout(() => done(false), timeoutMs)));
  const opened = await Promise.race([open(line, new URL(url)), late]);
  line.close();
  clearTimeout(timer);
  return opened;
}

function open(line: ReturnType<typeof oneConnection>, { protocol, hostname, host, port }: URL): Promise<boolean> {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return new Promise((done) => {
    line.connect({ protocol, hostname: bare, host, port }, (error, socket) => {
      socket?.destroy();
      done(error === null);
    });
  });
}
