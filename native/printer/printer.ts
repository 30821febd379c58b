import type { Transport } from '../transport/transport.ts';
import { converse, type PrinterMemory, type PrinterTiming, type PrintOutcome } from './converse.ts';
import { encodeJob } from './encode.ts';
import { pulseBytes } from './encoder.ts';
import type { DrawerPin, PrinterModel, PrintJob } from './job.ts';
import { checkUp } from './life.ts';
import type { Trouble } from './status.ts';

export type { PrintOutcome } from './converse.ts';

/** A receipt printer with the drawer on its socket. Neither method throws or repeats anything. */
export type Printer = {
  /** A job with a pulse is sent only to a printer that shows life; otherwise it is refused whole, nothing printed. */
  print(job: PrintJob): Promise<PrintOutcome>;
  /** Opens the drawer now or never: unless its turn comes within two seconds and the printer is ready, nothing is sent. */
  pulse(pin: DrawerPin): Promise<PrintOutcome>;
  /** Looks how the printer is without printing; `unknown` is a printer that answers no questions. */
  check(): Promise<PrinterState>;
};

export type PrinterState = 'ready' | 'unknown' | 'printer-unreachable' | Trouble;

/** From measurements on networks of shops' size. */
const usual: PrinterTiming = { statusMs: 1000, refusalMs: 200, confirmMs: 10_000, endMs: 1000 };

const drawerPatienceMs = 2000;

const unreachable: PrintOutcome = { ok: false, code: 'printer-unreachable', printed: 'nothing' };
const lifeless: PrintOutcome = { ok: false, code: 'printer-offline', printed: 'nothing' };

/** A printer of this model at the end of this transport. */
export function createPrinter(model: PrinterModel, transport: Transport, timing: PrinterTiming = usual): Printer {
  const memory: PrinterMemory = { status: 'unknown', jobs: 0 };

  const deliver = async (bytes: Uint8Array, patienceMs?: number): Promise<PrintOutcome> => {
    const talked = await transport.talk((link) => converse(link, bytes, memory, timing), patienceMs);
    return talked.ok ? talked.value : unreachable;
  };
  /** A printer that answers status is asked in the job's own conversation; any other must first show that it is awake. */
  const deliverPulse = async (bytes: Uint8Array, patienceMs?: number): Promise<PrintOutcome> => {
    if (memory.status === 'supported') return deliver(bytes, patienceMs);
    const alive = await transport.talk((link) => checkUp(link, memory, timing), patienceMs);
    if (!alive.ok) return unreachable;
    return alive.value.alive ? deliver(bytes, patienceMs) : lifeless;
  };

  return {
    print: (job) => (job.pulse === undefined ? deliver : deliverPulse)(encodeJob(job, model)),
    pulse: (pin) => deliverPulse(pulseBytes(pin), drawerPatienceMs),
    check: async () => {
      const seen = await transport.talk((link) => checkUp(link, memory, timing), drawerPatienceMs);
      if (!seen.ok || !seen.value.alive || seen.value.condition === 'gone') return 'printer-unreachable';
      return seen.value.condition === 'silent' ? 'unknown' : seen.value.condition;
    },
  };
}
