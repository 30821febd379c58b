/** One scanned code. `aim`: the three characters of the AIM symbology identifier. `gs1`: the code follows GS1 rules. */
export type Frame = { text: string; aim?: string; gs1: boolean };

const stx = '\u0002';
const gs = '\u001d';

/** AIM identifiers that mean GS1 content (AIM table in the Datalogic QD2300 guide): GS1-128, DataBar, DataMatrix, QR. */
const gs1Aims = new Set([']C1', ']e0', ']d2', ']d5', ']Q3']);

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads one frame without its suffix: `[STX or programmed prefix] [AIM id] data`. Control characters inside the data stay,
 * GS separates the parts of a marking code. Undefined when nothing but decoration is left.
 */
export function decodeFrame(bytes: Uint8Array, prefix = ''): Frame | undefined {
  const bare = stripStart(stripStart(stripStart(decode(bytes), stx), prefix), stx);
  const aim = /^\][A-Za-z][0-9]/.exec(bare)?.[0];
  const data = bare.slice(aim?.length ?? 0);
  const text = stripStart(data, gs);
  if (text === '') return undefined;
  const gs1 = text !== data || (aim !== undefined && gs1Aims.has(aim));
  return aim === undefined ? { text, gs1 } : { text, aim, gs1 };
}

function stripStart(text: string, start: string): string {
  return start !== '' && text.startsWith(start) ? text.slice(start.length) : text;
}

/** Scanners send UTF-8 or, by their code page setting, cp1251; valid UTF-8 is never cp1251 prose. */
function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}
