/** Something a printer said. `asb` messages come unasked when a printer is set up so. */
export type Answer =
  | { kind: 'status'; value: number }
  | { kind: 'asb'; values: number[] }
  | { kind: 'process'; id: string }
  | { kind: 'paper'; value: number };

/**
 * Sorts what a printer said by its fixed bits, never by order, because answers interleave (masks: Epson TM-T88III
 * specification). Bytes that fit nothing are noise; an answer that has not arrived whole is left out.
 */
export function readAnswers(bytes: Uint8Array): Answer[] {
  const answers: Answer[] = [];
  let at = 0;
  while (at < bytes.length) {
    const { answer, length } = readOne(bytes.subarray(at));
    if (answer) answers.push(answer);
    at += length;
  }
  return answers;
}

function readOne(bytes: Uint8Array): { answer?: Answer; length: number } {
  const [value = 0, second] = bytes;
  if (value === 0x37 && second === 0x22) {
    if (bytes.length < 7) return { length: bytes.length };
    return { answer: { kind: 'process', id: Buffer.from(bytes.subarray(2, 6)).toString('latin1') }, length: 7 };
  }
  if ((value & 0x93) === 0x12) return { answer: { kind: 'status', value }, length: 1 };
  if ((value & 0x93) === 0x10) {
    if (bytes.length < 4) return { length: bytes.length };
    return { answer: { kind: 'asb', values: [...bytes.subarray(0, 4)] }, length: 4 };
  }
  if ((value & 0x90) === 0) return { answer: { kind: 'paper', value }, length: 1 };
  return { length: 1 };
}
