import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { assertNever } from '../../../main/domain/assert-never.ts';
import type { WorldClock } from '../world-clock.ts';
import { ask, askHalf, readRequest } from './exchange.ts';
import type { Asked } from './exchange.ts';
import { calm } from './faults.ts';
import type { LineFault, Weather } from './faults.ts';
import { createSwapDesk } from './swap-desk.ts';
import type { SwapDesk } from './swap-desk.ts';

/** How many bytes a call and its answer really had. */
export type Size = { request: number; answer: number };

/** What a line tells: each call that comes, each fault as it strikes, and the size of each call that the provider answered. */
export type LineListener = {
  asked(): void;
  fault(kind: Exclude<LineFault['kind'], 'none'>): void;
  answered(call: string, size: Size): void;
};

/** A line from the till to one provider, one call a connection, that fails as the weather says. */
export type FaultyLine = {
  url: string;
  setWeather(weather: Weather): void;
  /** Pulls the cable out or puts it back: without it nobody can connect and every open call breaks. */
  setCable(cable: 'in' | 'out'): Promise<void>;
  /** Resolves when no request is on its way any more that the till has long given up. */
  quiet(): Promise<void>;
  close(): Promise<void>;
};

/** Lays a line on 127.0.0.1 to the provider at `far`. */
export async function layLine(far: URL, clock: WorldClock, hear: LineListener): Promise<FaultyLine> {
  const open = new Set<Socket>();
  const lastAnswers = new Map<string, Buffer>();
  const port = Number(far.port);
  const swaps = createSwapDesk();
  const late = new Set<Promise<void>>();
  let weather = calm;
  let server: Server | undefined;
  const serve = async (near: Socket): Promise<void> => {
    open.add(near);
    near.on('error', () => {});
    near.on('close', () => open.delete(near));
    const asked = await readRequest(near);
    if (!asked) return void near.destroy();
    hear.asked();
    const fault = weather(asked.call, asked.body, asked.bytes.length);
    if (fault.kind !== 'none') hear.fault(fault.kind);
    const carried = carry({ near, asked, fault, port, clock, hear, lastAnswers, swaps });
    if (fault.kind === 'request-late') late.add(carried);
    await carried;
    late.delete(carried);
  };
  const listen = (at: number): Promise<number> =>
    new Promise((resolve, reject) => {
      const made = createServer((near) => void serve(near));
      made.once('error', reject);
      made.listen(at, '127.0.0.1', () => {
        const address = made.address();
        server = made;
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  const cut = async (): Promise<void> => {
    const old = server;
    server = undefined;
    if (!old) return;
    const closed = new Promise((resolve) => old.close(resolve));
    open.forEach((near) => near.resetAndDestroy());
    await closed;
  };
  const own = await listen(0);
  return {
    url: `http://127.0.0.1:${own}${far.pathname === '/' ? '' : far.pathname}`,
    setWeather: (next) => void (weather = next),
    setCable: async (cable) => {
      if (cable === 'out') await cut();
      else if (!server) await listen(own);
    },
    quiet: async () => void (await Promise.all(late)),
    close: cut,
  };
}

type Carriage = {
  near: Socket;
  asked: Asked;
  fault: LineFault;
  port: number;
  clock: WorldClock;
  hear: LineListener;
  lastAnswers: Map<string, Buffer>;
  swaps: SwapDesk;
};

async function carry(way: Carriage): Promise<void> {
  const { near, asked, fault, port, clock } = way;
  switch (fault.kind) {
    case 'none':
      return give(way, await work(way));
    case 'answer-dropped':
      await work(way);
      return void near.destroy();
    case 'answer-late': {
      const answer = await work(way);
      await clock.wait(fault.ms);
      return give(way, answer);
    }
    case 'request-dropped':
      return void near.destroy();
    case 'request-late':
      await clock.wait(fault.ms);
      return give(way, await work(way));
    case 'answer-twice': {
      const answer = await work(way);
      return give(way, answer && Buffer.concat([answer, answer]));
    }
    case 'answer-of-another': {
      const before = way.lastAnswers.get(asked.call);
      const own = await work(way);
      return give(way, before ?? own);
    }
    case 'answers-swapped':
      return give(way, await way.swaps.exchange(asked.call, await work(way), clock.wait(fault.ms)));
    case 'refused':
      return give(way, json(fault.answer));
    case 'error-page':
      return instead(way, fault.done, page(fault.status));
    case 'garbage':
      return instead(way, fault.done, Buffer.from('\u0000\u0016\u0003\u0001 not http at all\r\n\r\n'));
    case 'empty':
      return instead(way, fault.done, Buffer.from('HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 0\r\n\r\n'));
    case 'slow-bytes':
      return drip(way, await work(way), fault.bytes, fault.gap);
    case 'request-cut':
      if (fault.after >= asked.bytes.length) await work(way);
      else await askHalf(port, asked.bytes.subarray(0, fault.after));
      return void near.resetAndDestroy();
    case 'answer-cut': {
      const answer = await work(way);
      return cutAfter(near, answer?.subarray(0, fault.after));
    }
    default:
      return assertNever(fault);
  }
}

async function work({ port, asked, lastAnswers, hear }: Carriage): Promise<Buffer | undefined> {
  const answer = await ask(port, asked.bytes);
  if (!answer) return undefined;
  hear.answered(asked.call, { request: asked.bytes.length, answer: answer.length });
  lastAnswers.set(asked.call, answer);
  return answer;
}

function give({ near }: Carriage, answer: Buffer | undefined): void {
  if (!answer) return void near.resetAndDestroy();
  near.end(answer);
}

async function instead(way: Carriage, done: boolean, answer: Buffer): Promise<void> {
  if (done) await work(way);
  give(way, answer);
}

function page(status: number): Buffer {
  const body = `<html><body><h1>${status}</h1></body></html>`;
  const head = `HTTP/1.1 ${status} Broken\r\nconnection: close\r\ncontent-type: text/html\r\ncontent-length: ${body.length}`;
  return Buffer.from(`${head}\r\n\r\n${body}`);
}

function json(value: object): Buffer {
  const body = JSON.stringify(value);
  const head = `HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}`;
  return Buffer.from(`${head}\r\n\r\n${body}`);
}

async function drip(way: Carriage, answer: Buffer | undefined, bytes: number, gap: number): Promise<void> {
  if (!answer) return give(way, answer);
  for (let at = 0; at < answer.length && !way.near.destroyed; at += bytes) {
    way.near.write(answer.subarray(at, at + bytes));
    await way.clock.wait(gap);
  }
  give(way, Buffer.alloc(0));
}

/** What was given arrives, then the connection is reset. */
function cutAfter(near: Socket, bytes: Buffer | undefined): void {
  if (!bytes?.length) return void near.resetAndDestroy();
  near.write(bytes, () => setTimeout(() => near.resetAndDestroy(), 5));
}
