import { writeSync } from 'node:fs';
import { redact } from './redact.ts';

/** One plain line on stderr, written at once so that it is out before the program exits; redacted, and a closed stderr is no fault. */
export const say = (line: string): void => {
  try {
    writeSync(2, `kassa: ${redact(line)}\n`);
  } catch {
    // Nobody listens; the log and the screen say the same.
  }
};
