import { setTimeout } from 'node:timers/promises';
import type { Register } from './register.ts';

/** The pace of a keyboard scanner: ms between one key and the next. */
const paceMs = 7;

/** Sends codes as a scanner that plays a keyboard: a key every few ms, Enter at the end of each code. */
export async function wedge({ page }: Register, ...codes: string[]): Promise<void> {
  const keyboard = await page.context().newCDPSession(page);
  const sent: Promise<unknown>[] = [];
  for (const key of codes.flatMap((code) => [...code, 'Enter'])) {
    for (const type of ['keyDown', 'keyUp'] as const) {
      sent.push(keyboard.send('Input.dispatchKeyEvent', { type, ...describe(key, type === 'keyDown') }));
    }
    await setTimeout(paceMs);
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
