import { beforeEach, describe, expect, test } from 'vitest';
import type { CustomerView } from '../../preload/api.ts';
import { createCustomerBridge } from '../../preload/customer-bridge.ts';
import type { CustomerBridgeParts, CustomerPort } from '../../preload/customer-bridge.ts';

type FakePort = CustomerPort & { say(data: unknown): void; closed: boolean };

const fakePort = (): FakePort => {
  let hear: (event: { data: unknown }) => void = () => {};
  const port: FakePort = {
    closed: false,
    addEventListener: (_type, listener) => {
      hear = listener;
    },
    start: () => {},
    close: () => {
      port.closed = true;
    },
    say: (data) => hear({ data }),
  };
  return port;
};

const event = (revision: number) => ({ event: 'customer', data: { revision, step: 'idle' } });

let parts: CustomerBridgeParts;
let port: FakePort;
let seen: (number | null)[];

beforeEach(() => {
  parts = createCustomerBridge();
  port = fakePort();
  seen = [];
  parts.bridge.onView((view: CustomerView | null) => seen.push(view?.revision ?? null));
});

describe('the customer’s page', () => {
  test('has one word, and it is listening', () => {
    expect(Object.keys(parts.bridge)).toEqual(['onView']);
  });

  test('sees nothing before the till has spoken, then every view', () => {
    parts.attach(port);
    port.say(event(1));
    port.say(event(2));
    expect(seen).toEqual([null, 1, 2]);
  });

  test('that begins to listen late sees the last view at once', () => {
    parts.attach(port);
    port.say(event(7));
    parts.bridge.onView((view) => seen.push(view?.revision ?? null));
    expect(seen).toEqual([null, 7, 7]);
  });

  test('hears nothing any more once it has let go', () => {
    const letGo = parts.bridge.onView(() => seen.push(-1));
    letGo();
    parts.attach(port);
    port.say(event(1));
    expect(seen).toEqual([null, -1, 1]);
  });

  test('shows no old sum while the till is away, and the new till’s view when it is back', () => {
    parts.attach(port);
    port.say(event(9));
    parts.setLife('restarting');
    const next = fakePort();
    parts.setLife('up');
    parts.attach(next);
    next.say(event(1));
    expect(seen).toEqual([null, 9, null, 1]);
  });

  test('does not hear a till that was replaced', () => {
    parts.attach(port);
    parts.attach(fakePort());
    port.say(event(3));
    expect({ seen, closed: port.closed }).toEqual({ seen: [null], closed: true });
  });

  test.each([null, 'customer', { event: 'view', data: {} }, { event: 'customer' }, { event: 'customer', data: {} }])(
    'ignores %o',
    (data) => {
      parts.attach(port);
      port.say(data);
      expect(seen).toEqual([null]);
    },
  );
});
