import { setTimeout } from 'node:timers/promises';
import type { Register } from './register.ts';

/** The pace of a keyboard scanner: ms between one key and the next. */
const paceMs = 7;

/**
 * Sends codes as a scanner that plays a keyboard: a key every few ms, Enter at the end of each code. When each key was pressed
 * is said with it, as a keyboard's driver does: a busy machine that hands keys on late does not change the scanner's pace.
 */
export async function wedge({ page }: Register, ...codes: string[]): Promise<void> {
  const keyboard = await page.context().newCDPSession(page);
  const sent: Promise<unknown>[] = [];
  for (const code of codes) {
    const keys = [...code, 'Enter'];
    const begun = Date.now();
    for (const [index, key] of keys.entries()) {
      const timestamp = (begun + index * paceMs) / 1000;
      for (const type of ['keyDown', 'keyUp'] as const)
        sent.push(keyboard.send('Input.dispatchKeyEvent', { type, timestamp, ...describe(key, type === 'keyDown') }));
    }
    await setTimeout(keys.length * paceMs);
  }
  await Promise.all(sent);
  await keyboard.detach();
}

function describe(key: string, down: boolean): object {
  if (key === 'Enter')
    return { key, code: 'Enter', windowsVirtualKeyCode: 13, ...(down ? { text: '\r', unmodifiedText: '\r' } : {}) };
  return {
    key,
    code: `Digit${key}`,
    windowsVirtualKeyCode: key.charCodeAt(0),
    ...(down ? { text: key, unmodifiedText: key } : {}),
  };
}
