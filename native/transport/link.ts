/** How a stretch of listening finished: what was waited for came, time ran out, or the other side went away. */
export type Heard = 'done' | 'timeout' | 'ended' | 'reset';

/** `sent` says how much may have left for the device: after anything but 'nothing' a repeat can print twice. */
export type WriteOutcome = { ok: true } | { ok: false; code: 'timeout' | 'reset'; sent: 'nothing' | 'some' | 'all' };

/** One open line to a device, good for one job. */
export type Link = {
  /** False for lines that can only be written, such as a file. */
  answers: boolean;
  /** Hands the bytes to the operating system in pieces; never queues anything for a later connection. */
  write(bytes: Uint8Array): Promise<WriteOutcome>;
  /** Everything received on this line so far. */
  heard(): Uint8Array;
  /** Listens until `done()` holds (asked after every arrival), the line goes away, or `ms` have passed. */
  wait(done: () => boolean, ms: number): Promise<Heard>;
  /** Says that nothing more will be written (TCP half-close); a line without such a notion counts as ended. */
  end(): void;
  /** Lets go at once and throws away what has not left this machine, so that nothing comes out later. */
  drop(): void;
};

/** Opening either gives a line or proves that not a byte was sent. */
export type OpenOutcome = { ok: true; link: Link } | { ok: false; code: 'unreachable' };

/** Makes a new line for each job: a printer's line is never kept between jobs. */
export type OpenLink = () => Promise<OpenOutcome>;
