/** What a test or a trainee can do to the printer. */
export type Condition = {
  paper: 'ok' | 'near-end' | 'out';
  cover: 'closed' | 'open';
  offline: boolean;
  drawer: 'closed' | 'open';
};

/** True while the printer takes data but prints nothing. */
export function isStopped(condition: Condition): boolean {
  return condition.offline || condition.cover === 'open' || condition.paper === 'out';
}

/** Answer to DLE EOT n: bits 1 and 4 always set, 0 and 7 always clear (Epson TM-U220 manual). */
export function statusByte(which: number, condition: Condition): number {
  return 0x12 | (statusBits[which]?.(condition) ?? 0);
}

const statusBits: Record<number, (condition: Condition) => number> = {
  1: (now) => flag(now.drawer === 'open', 0x04) | flag(isStopped(now), 0x08),
  2: (now) => flag(now.cover === 'open', 0x04) | flag(now.paper === 'out', 0x20),
  4: (now) => paperBits(now, 0x0c, 0x60),
};

/** The four bytes of automatic status back: bit 4 of the first set, bits 4 and 7 of the others clear. */
export function asbBytes(condition: Condition): Uint8Array {
  const first =
    0x10 |
    flag(condition.drawer === 'open', 0x04) |
    flag(isStopped(condition), 0x08) |
    flag(condition.cover === 'open', 0x20);
  return Uint8Array.of(first, 0, paperBits(condition, 0x03, 0x0c), 0);
}

/** Answer to GS r n: 1 asks for paper, 2 for the drawer. */
export function bufferedByte(which: number, condition: Condition): number {
  return which === 2 ? flag(condition.drawer === 'open', 0x01) : paperBits(condition, 0x03, 0x0c);
}

function paperBits(condition: Condition, nearEnd: number, end: number): number {
  return flag(condition.paper !== 'ok', nearEnd) | flag(condition.paper === 'out', end);
}

function flag(on: boolean, bit: number): number {
  return on ? bit : 0;
}
