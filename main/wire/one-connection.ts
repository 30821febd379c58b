import { buildConnector } from 'undici';

/** One line to the other side, and what is known of it. */
export type OneConnection = {
  connect: buildConnector.connector;
  /** False proves that no byte of the request left: undici writes only to a socket this connector gave it. */
  handedOver(): boolean;
  /** After this no socket is handed over any more, even when the connection comes up late. */
  close(): void;
};

/** A box on the shop's network answers in milliseconds, a cloud in one second; five tell a dead line from a slow one. */
export const longestConnectMs = 5_000;

const refused = new Error('this call has had its connection');

/**
 * A connector that hands undici at most one socket, ever. undici re-queues a request whose socket dies before it was
 * written and would dial again; a payment must not depend on when exactly that happens, so a second dial is refused.
 * `timeoutMs` bounds name look-up, TCP and TLS together.
 */
export function oneConnection(timeoutMs: number): OneConnection {
  const dial = buildConnector({ timeout: timeoutMs, allowH2: false });
  let dialled = false;
  let handedOver = false;
  let closed = false;
  return {
    handedOver: () => handedOver,
    close: () => void (closed = true),
    connect(options, callback) {
      if (dialled || closed) return callback(refused, null);
      dialled = true;
      dial(options, (error, socket) => {
        if (error) return callback(error, null);
        if (closed) {
          socket.destroy();
          return callback(refused, null);
        }
        handedOver = true;
        callback(null, socket);
      });
    },
  };
}
