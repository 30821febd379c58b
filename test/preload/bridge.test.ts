import { beforeEach, describe, expect, test } from 'vitest';
import type { Request, TillLife, TillView } from '../../preload/api.ts';
import { createBridge } from '../../preload/bridge.ts';
import type { BridgeParts, BridgePort } from '../../preload/bridge.ts';

type FakePort = BridgePort & { sent: Request[]; say(data: unknown): void; closed: boolean };

const fakePort = (): FakePort => {
  let hear: (event: { data: unknown }) => void = () => {};
  const port: FakePort = {
    sent: [],
    closed: false,
    postMessage: (message) => void port.sent.push(structuredClone(message)),
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

const view = (revision: number): TillView => ({ revision }) as TillView;
const restarted = { ok: false, error: { code: 'till-restarted', facts: {} } };

let parts: BridgeParts;
let port: FakePort;

beforeEach(() => {
  parts = createBridge(() => Promise.resolve('/shop.json'));
  port = fakePort();
});

const lastId = (): number => port.sent.at(-1)!.id;

describe('a call of the window', () => {
  beforeEach(() => parts.attach(port));

  test('goes to the till and comes back with its value', async () => {
    const answer = parts.bridge.call('scan', { text: '4780012345678' });
    expect(port.sent.at(-1)).toEqual({ id: lastId(), method: 'scan', args: { text: '4780012345678' } });
    port.say({ id: lastId(), ok: true, value: null });
    expect(await answer).toEqual({ ok: true, value: null });
  });

  test('comes back with the till’s fault as a value', async () => {
    const answer = parts.bridge.call('startPayment', undefined);
    const error = { code: 'sale-empty', facts: {} };
    port.say({ id: lastId(), ok: false, error });
    expect(await answer).toEqual({ ok: false, error });
  });

  test('gets its own answer when several are under way', async () => {
    const first = parts.bridge.call('xReport', undefined);
    const firstId = lastId();
    const second = parts.bridge.call('search', { text: 'non' });
    port.say({ id: lastId(), ok: true, value: ['non'] });
    port.say({ id: firstId, ok: true, value: 'x' });
    expect(await Promise.all([first, second])).toEqual([
      { ok: true, value: 'x' },
      { ok: true, value: ['non'] },
    ]);
  });

  test('that is in no contract is refused here', async () => {
    const sent = port.sent.length;
    expect(await parts.bridge.call('formatDisk' as 'view', undefined)).toEqual({
      ok: false,
      error: { code: 'bad-intent', facts: {} },
    });
    expect(port.sent.length).toBe(sent);
  });

  test('with something that cannot cross is refused here', async () => {
    expect(await parts.bridge.call('scan', () => {})).toEqual({ ok: false, error: { code: 'bad-intent', facts: {} } });
  });

  test('is answered "till restarted" when the till is replaced, and is not repeated', async () => {
    const answer = parts.bridge.call('confirmWallet', undefined);
    const next = fakePort();
    parts.attach(next);
    expect(await answer).toEqual(restarted);
    expect({ closed: port.closed, sent: next.sent.map(({ method }) => method) }).toEqual({
      closed: true,
      sent: ['view'],
    });
  });

  test('is answered "till restarted" as soon as the till died', async () => {
    const answer = parts.bridge.call('confirmWallet', undefined);
    parts.setLife('restarting');
    expect(await answer).toEqual(restarted);
  });

  test('made while there is no till is answered at once and not kept for later', async () => {
    parts.setLife('restarting');
    expect(await parts.bridge.call('confirmWallet', undefined)).toEqual(restarted);
    const next = fakePort();
    parts.attach(next);
    expect(next.sent.map(({ method }) => method)).toEqual(['view']);
  });

  test('is answered "till stopped" once the till was given up', async () => {
    const answer = parts.bridge.call('newSale', undefined);
    parts.setLife('stopped');
    const stopped = { ok: false, error: { code: 'till-stopped', facts: {} } };
    expect([await answer, await parts.bridge.call('newSale', undefined)]).toEqual([stopped, stopped]);
  });

  test('does not take a late answer of a till that is gone', async () => {
    const next = fakePort();
    parts.attach(next);
    const answer = parts.bridge.call('xReport', undefined);
    const { id } = next.sent.at(-1)!;
    port.say({ id, ok: true, value: 'old' });
    next.say({ id, ok: true, value: 'new' });
    expect(await answer).toEqual({ ok: true, value: 'new' });
  });
});

describe('the view of the till', () => {
  let shown: number[] = [];
  const show = ({ revision }: TillView): void => void shown.push(revision);

  beforeEach(() => {
    shown = [];
    parts.attach(port);
  });

  test('reaches everyone who listens', () => {
    parts.bridge.onView(show);
    parts.bridge.onView((also) => show(also));
    port.say({ event: 'view', data: view(4) });
    expect(shown).toEqual([4, 4]);
  });

  test('is given at once to someone who listens later', () => {
    port.say({ event: 'view', data: view(4) });
    parts.bridge.onView(show);
    expect(shown).toEqual([4]);
  });

  test('does not reach someone who stopped listening', () => {
    parts.bridge.onView(show)();
    port.say({ event: 'view', data: view(4) });
    expect(shown).toEqual([]);
  });

  test('is asked for again when a new till is there', async () => {
    port.say({ event: 'view', data: view(90) });
    parts.bridge.onView(show);
    const next = fakePort();
    parts.attach(next);
    next.say({ id: next.sent[0]!.id, ok: true, value: view(1) });
    await Promise.resolve();
    expect(shown).toEqual([90, 1]);
  });

  test('that is none is not shown', () => {
    parts.bridge.onView(show);
    port.say({ event: 'view', data: 'nonsense' });
    port.say('nonsense');
    expect(shown).toEqual([]);
  });
});

test('the window hears how the till lives, from the start and at each change', () => {
  const lives: TillLife[] = [];
  const stop = parts.bridge.onLife((life) => void lives.push(life));
  parts.setLife('starting');
  parts.setLife('up');
  parts.setLife('restarting');
  stop();
  parts.setLife('up');
  expect(lives).toEqual(['starting', 'up', 'restarting']);
});

test('the window can ask for a file', async () => {
  expect(await parts.bridge.chooseFile()).toBe('/shop.json');
});
