import { setTimeout as rest } from 'node:timers/promises';
import { startFbox } from '../../main/training/fbox/server.ts';
import type { Fbox } from '../../main/training/fbox/server.ts';
import { startVirtualPrinter } from '../../main/training/printer/server.ts';
import type { Clock } from './clock.ts';

/** One request as the box saw it: when (performance.now, ms) it had arrived and when its answer left. */
export type Exchange = { path: string; arrived: number; answered: number };

/** The other side of every wire: a fiscal box that takes `think` ms for each answer, and a receipt printer. */
export type Street = {
  box: Fbox;
  printerPort: number;
  exchanges: Exchange[];
  /** When (performance.now, ms) each drawer pulse came out of the printer. */
  pulses: number[];
  close(): Promise<void>;
};

/** Long enough that a request and its answer are told apart. */
const think = 10;

/** Starts both on loopback. They share the till's event loop, so what is measured includes their work. */
export async function openStreet(clock: Clock): Promise<Street> {
  const exchanges: Exchange[] = [];
  const pulses: number[] = [];
  const wait = async (ms: number): Promise<void> => {
    const exchange = { path: box.ledger.requests.at(-1)?.path ?? '', arrived: performance.now(), answered: Infinity };
    exchanges.push(exchange);
    await rest(ms);
    exchange.answered = performance.now();
  };
  const box: Fbox = await startFbox({
    now: clock.now,
    random: Math.random,
    amountUnit: 'sum',
    kkmId: '00000011',
    deviceId: '00000011',
    terminalId: 'ZZ000000000000',
    inn: '123456789',
    companyName: 'Baraka',
    latencyMs: think,
    wait,
  });
  const printer = await startVirtualPrinter({ onPulse: () => pulses.push(performance.now()) });
  return {
    box,
    printerPort: printer.port,
    exchanges,
    pulses,
    close: async () => {
      await Promise.all([box.close(), printer.close()]);
    },
  };
}
