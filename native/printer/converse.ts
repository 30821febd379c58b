import type { Link } from '../transport/link.ts';
import { readAnswers } from './answers.ts';
import { greet, part } from './life.ts';
import { askCondition, type Trouble } from './status.ts';

/**
 * What became of a job. `confirmed`: the printer itself said that it worked through the job; otherwise the bytes were only
 * taken. `printed: 'maybe'` must never be repeated without a person looking at the paper.
 */
export type PrintOutcome =
  | { ok: true; confirmed: boolean }
  | { ok: false; code: 'printer-unreachable' | Trouble | 'printer-uncertain'; printed: 'nothing' | 'maybe' };

/**
 * Patience in ms: for each status answer, for a busy printer to close the connection again, for the confirmation on top of the
 * time the paper needs, and for the other side to hang up.
 */
export type PrinterTiming = { statusMs: number; refusalMs: number; confirmMs: number; endMs: number };

/** What is known of a printer from its earlier jobs; it lives as long as the till. */
export type PrinterMemory = { status: 'unknown' | 'supported' | 'unsupported'; jobs: number };

/** Talks one job through: ask, refuse or send, then wait for the proof that it was printed. */
export async function converse(
  link: Link,
  bytes: Uint8Array,
  memory: PrinterMemory,
  timing: PrinterTiming,
): Promise<PrintOutcome> {
  const refused = await refusal(link, memory, timing);
  if (refused) return refused;
  const id = nextId(memory);
  const before = link.heard().length;
  const written = await link.write(Buffer.concat([bytes, link.answers ? proofRequest(id, memory) : new Uint8Array()]));
  if (!written.ok) return written.sent === 'nothing' ? nothing('printer-unreachable') : maybe('printer-uncertain');
  const proven = (): boolean => isProof(link.heard().subarray(before), id);
  const patience = { ...timing, confirmMs: timing.confirmMs + printingMs(bytes) };
  return memory.status === 'supported' ? awaitProof(link, proven, patience) : awaitEnd(link, proven, memory, patience);
}

async function refusal(link: Link, memory: PrinterMemory, timing: PrinterTiming): Promise<PrintOutcome | undefined> {
  const condition = await greet(link, memory, timing);
  if (condition === 'gone') return nothing('printer-unreachable');
  if (condition === 'silent') return memory.status === 'supported' ? nothing('printer-offline') : undefined;
  memory.status = 'supported';
  if (condition === 'ready') return undefined;
  await part(link, timing.endMs);
  return nothing(condition);
}

/** `GS r 1`, and for printers that know status also `GS ( H`, which others might print as text. */
function proofRequest(id: string, memory: PrinterMemory): Uint8Array {
  const processId = Buffer.concat([Buffer.from([0x1d, 0x28, 0x48, 6, 0, 0x30, 0x30]), Buffer.from(id, 'latin1')]);
  return Buffer.concat([Buffer.from([0x1d, 0x72, 1]), memory.status === 'supported' ? processId : Buffer.alloc(0)]);
}

function isProof(heard: Uint8Array, id: string): boolean {
  return readAnswers(heard).some(
    (answer) => answer.kind === 'paper' || (answer.kind === 'process' && answer.id === id),
  );
}

async function awaitProof(link: Link, proven: () => boolean, timing: PrinterTiming): Promise<PrintOutcome> {
  const heard = await link.wait(proven, timing.confirmMs);
  if (heard === 'done') return confirmed(link, timing);
  if (heard !== 'timeout') return maybe('printer-uncertain');
  const condition = await askCondition(link, timing.statusMs);
  return maybe(
    condition === 'ready' || condition === 'silent' || condition === 'gone' ? 'printer-uncertain' : condition,
  );
}

/** A printer without status shows that it took everything by ending the connection after our half-close. */
async function awaitEnd(
  link: Link,
  proven: () => boolean,
  memory: PrinterMemory,
  timing: PrinterTiming,
): Promise<PrintOutcome> {
  link.end();
  const heard = await link.wait(proven, timing.confirmMs);
  if (heard === 'timeout' || heard === 'reset') return maybe('printer-uncertain');
  memory.status = heard === 'done' ? 'unknown' : 'unsupported';
  return heard === 'done' ? confirmed(link, timing) : { ok: true, confirmed: false };
}

async function confirmed(link: Link, timing: PrinterTiming): Promise<PrintOutcome> {
  await part(link, timing.endMs);
  return { ok: true, confirmed: true };
}

function nextId(memory: PrinterMemory): string {
  memory.jobs = (memory.jobs % 9999) + 1;
  return String(memory.jobs).padStart(4, '0');
}

/** Slow printers manage about 20 KB of dots a second. */
function printingMs(bytes: Uint8Array): number {
  return bytes.length / 20;
}

function nothing(code: 'printer-unreachable' | Trouble): PrintOutcome {
  return { ok: false, code, printed: 'nothing' };
}

function maybe(code: 'printer-uncertain' | Trouble): PrintOutcome {
  return { ok: false, code, printed: 'maybe' };
}
