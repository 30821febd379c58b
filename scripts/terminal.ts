/** Where scripts tell a person what they are doing; always stderr, so that stdout stays clean for results. */
export interface Terminal {
  /** One finished line. */
  say: (text: string) => void;
  /** A line that is drawn again while work goes on; on a log (no TTY) at most one line every five seconds. */
  progress: (text: string) => void;
}

interface Screen {
  readonly isTTY?: boolean;
  write: (text: string) => unknown;
}

const QUIET_MS = 5_000;

/** A terminal over any writable screen. `now` in ms decides how often a log without cursor gets a progress line. */
export function terminalOn(screen: Screen, now: () => number): Terminal {
  let drawn = false;
  let last = -Infinity;
  return {
    say: (text) => {
      screen.write(`${drawn ? '\r\u001B[K' : ''}${text}\n`);
      drawn = false;
    },
    progress: (text) => {
      if (screen.isTTY === true) {
        screen.write(`\r\u001B[K${text}`);
        drawn = true;
      } else if (now() - last >= QUIET_MS) {
        last = now();
        screen.write(`${text}\n`);
      }
    },
  };
}

/** The terminal of this process. */
export const terminal: Terminal = terminalOn(process.stderr, Date.now);

/** Calls `draw(seconds)` every second while `work` runs, so that a long wait never looks like a hang. */
export async function whileWaiting<T>(work: Promise<T>, draw: (seconds: number) => void): Promise<T> {
  let seconds = 0;
  const timer = setInterval(() => draw((seconds += 1)), 1_000);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
