import type { Link, OpenLink } from './link.ts';
import { systemTimers, type Timers } from './timers.ts';

/** What became of plain bytes: `answer` is all the device said until it ended the connection. */
export type SendOutcome =
  | { ok: true; answer: Uint8Array }
  | { ok: false; code: 'unreachable' | 'timeout' | 'reset'; sent: 'nothing' | 'some' | 'all' };

/** A conversation that never began has sent nothing: no line, or the line stayed busy longer than the caller's patience. */
export type TalkOutcome<T> = { ok: true; value: T } | { ok: false; code: 'unreachable' | 'busy' };

/** A way to a device. Jobs run one after another, each on a line of its own. */
export type Transport = {
  send(bytes: Uint8Array): Promise<SendOutcome>;
  /** `patienceMs` bounds the wait for one's turn; without it a job waits as long as the jobs before it need. */
  talk<T>(conversation: (link: Link) => Promise<T>, patienceMs?: number): Promise<TalkOutcome<T>>;
};

/** Time-outs in ms. `endMs`: how long a device may take to end the connection after the last byte. */
export type TransportTiming = { endMs: number };

/**
 * Turns a way of opening lines into a transport. Jobs are serialised because a receipt printer serves one session
 * at a time and closes the second at once (measured on TCP 9100).
 */
export function createTransport(
  open: OpenLink,
  timers: Timers = systemTimers,
  timing: TransportTiming = { endMs: 10_000 },
): Transport {
  let tail: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(run: () => Promise<TalkOutcome<T>>, patienceMs?: number): Promise<TalkOutcome<T>> =>
    new Promise((resolve, reject) => {
      let waiting = true;
      const leave = (): void => {
        waiting = false;
        resolve({ ok: false, code: 'busy' });
      };
      const cancel = patienceMs === undefined ? () => {} : timers.after(patienceMs, leave);
      tail = tail.then(() => {
        cancel();
        return waiting ? run().then(resolve, reject) : undefined;
      });
    });

  const talk: Transport['talk'] = (conversation, patienceMs) =>
    inTurn(async () => {
      const opened = await open();
      if (!opened.ok) return opened;
      try {
        return { ok: true, value: await conversation(opened.link) };
      } finally {
        opened.link.drop();
      }
    }, patienceMs);

  return {
    talk,
    async send(bytes) {
      const talked = await talk((link) => sendOver(link, bytes, timing.endMs));
      return talked.ok ? talked.value : { ok: false, code: 'unreachable', sent: 'nothing' };
    },
  };
}

async function sendOver(link: Link, bytes: Uint8Array, endMs: number): Promise<SendOutcome> {
  const written = await link.write(bytes);
  if (!written.ok) return written;
  link.end();
  const end = await link.wait(() => false, endMs);
  if (end === 'timeout' || end === 'reset') return { ok: false, code: end, sent: 'all' };
  return { ok: true, answer: link.heard() };
}
