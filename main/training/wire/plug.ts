import type { FastifyInstance } from 'fastify';

/** A simulator's address on this machine, with a cable that can be pulled out: then nobody answers there. */
export type Plug = { url: string; setCable: (cable: 'in' | 'out') => Promise<void> };

/** Listens on 127.0.0.1 at a free port, which it keeps; `listener` makes a fresh server every time the cable goes in. */
export async function openPlug(listener: () => FastifyInstance): Promise<Plug> {
  let server: FastifyInstance | undefined = listener();
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const unplug = async () => {
    await server?.close();
    server = undefined;
  };
  const plugIn = async () => {
    if (server) return;
    server = listener();
    await server.listen({ host: '127.0.0.1', port: Number(new URL(url).port) });
  };
  return { url, setCable: (cable) => (cable === 'in' ? plugIn() : unplug()) };
}
