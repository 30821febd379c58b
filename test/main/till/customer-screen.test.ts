import { beforeEach, describe, expect, test } from 'vitest';
import type { CustomerView } from '../../../preload/api.ts';
import { createCustomerScreen } from '../../../main/till/customer-screen.ts';
import type { CustomerScreen } from '../../../main/till/customer-screen.ts';
import { handClock } from './clock.ts';
import type { Clock } from './clock.ts';

type Port = { seen: number[]; closed: boolean };

let clock: Clock;
let screen: CustomerScreen;
let read: () => CustomerView | undefined;
let reads: number;
let log: string[];

/** A view that changes by itself at a moment (ms), or never. */
const viewUntil = (changesAt: number | null) => ({ revision: reads, changesAt }) as CustomerView;

beforeEach(() => {
  clock = handClock(0);
  reads = 0;
  log = [];
  read = () => viewUntil(null);
  const counted = (): CustomerView | undefined => {
    reads += 1;
    return read();
  };
  screen = createCustomerScreen(clock, counted, (event) => log.push(event));
});

function openPort(): Port {
  const port: Port = { seen: [], closed: false };
  screen.open({
    on: () => {},
    postMessage: (message) => port.seen.push((message as { data: CustomerView }).data.revision),
    close: () => (port.closed = true),
  });
  return port;
}

describe('the customer’s window', () => {
  test('that is not there costs nothing', () => {
    screen.changed('now');
    screen.changed('soon');
    expect(reads).toBe(0);
  });

  test('is shown the sale as it is the moment it comes', () => {
    expect(openPort().seen).toEqual([1]);
  });

  test('follows every press at once', () => {
    const port = openPort();
    screen.changed('now');
    screen.changed('now');
    expect(port.seen).toEqual([1, 2, 3]);
  });

  test('follows what happens by itself within 50 ms, and sees the last of it', () => {
    const port = openPort();
    for (let at = 0; at < 10; at++) screen.changed('soon');
    clock.advance(50);
    expect(port.seen).toEqual([1, 2]);
  });

  test('that goes away is drawn no more', () => {
    const port = openPort();
    screen.open(undefined);
    screen.changed('now');
    expect({ ...port, reads }).toEqual({ seen: [1], closed: true, reads: 1 });
  });

  test('gives its place to the next one', () => {
    const first = openPort();
    const second = openPort();
    screen.changed('now');
    expect([first, second]).toEqual([
      { seen: [1], closed: true },
      { seen: [2, 3], closed: false },
    ]);
  });
});

describe('a view that changes by itself', () => {
  test('is drawn again at its moment', () => {
    read = () => viewUntil(clock.now() < 10_000 ? 10_000 : null);
    const port = openPort();
    clock.advance(9_999);
    expect(port.seen).toEqual([1]);
    clock.advance(1);
    expect(port.seen).toEqual([1, 2]);
    clock.advance(60_000);
    expect(port.seen).toEqual([1, 2]);
  });

  test('is called off by the next change', () => {
    read = () => viewUntil(reads === 1 ? 10_000 : null);
    const port = openPort();
    screen.changed('now');
    clock.advance(60_000);
    expect(port.seen).toEqual([1, 2]);
  });

  test('waits for nothing once the till stops', () => {
    read = () => viewUntil(10_000);
    const port = openPort();
    screen.stop();
    clock.advance(60_000);
    expect(port.seen).toEqual([1]);
  });
});

describe('a view that cannot be drawn', () => {
  test('stops no sale: the fault goes to the log and the next view is shown', () => {
    const port = openPort();
    read = () => {
      throw new Error('disk I/O error');
    };
    screen.changed('now');
    read = () => viewUntil(null);
    screen.changed('now');
    expect({ seen: port.seen, log }).toEqual({ seen: [1, 3], log: ['customer-screen'] });
  });
});
