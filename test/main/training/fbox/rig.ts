import { Agent, request, type Dispatcher } from 'undici';
import { onTestFinished } from 'vitest';
import { startFbox, type Fbox, type FboxOptions } from '../../../../main/training/fbox/server.ts';

/** 2026-11-21 14:00:00 in Tashkent. */
export const morning = Date.UTC(2026, 10, 21, 9, 0, 0);

const ikpu = '06401004001000000';

/** The same numbers for every run of a test. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A till's end of the wire and the box behind it, with a clock that moves only by hand. */
export type Rig = {
  fbox: Fbox;
  pass: (ms: number) => void;
  /** The box's time as a till would write it. */
  time: () => string;
  send: (
    method: Dispatcher.HttpMethod,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Sent>;
  post: (path: string, body: unknown) => Promise<Answer>;
  get: (path: string) => Promise<Answer>;
  /** Opens the shift and lets two seconds pass. */
  openShift: () => Promise<void>;
  /** Registers a receipt, then lets two seconds pass. */
  sell: (changes?: object) => Promise<Answer>;
  refund: (changes?: object) => Promise<Answer>;
};

/** An answer as it came, read without parsing: these tests compare it whole. */
export type Answer = ReturnType<typeof JSON.parse>;

export type Sent = { status: number; text: string; type: string | undefined };

export async function startRig(options: Partial<FboxOptions> = {}): Promise<Rig> {
  let at = morning;
  const fbox = await startFbox({
    now: () => at,
    random: seeded(7),
    amountUnit: 'sum',
    kkmId: '00000011',
    deviceId: '00000012',
    terminalId: 'ZZ000000000000',
    inn: '123456789',
    companyName: 'Registon Market',
    ...options,
  });
  const agent = new Agent();
  onTestFinished(async () => {
    await agent.destroy();
    await fbox.close();
  });
  const pass = (ms: number) => {
    at += ms;
  };
  const time = () => new Date(at + 5 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
  const send: Rig['send'] = async (method, path, body, headers = { 'content-type': 'application/json' }) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await request(new URL(path, fbox.url), {
      method,
      headers,
      body: body === undefined ? null : text,
      dispatcher: agent,
      // A connection of its own for every request: only then does a refused one prove that nothing was sent.
      reset: true,
    });
    const type = answer.headers['content-type'];
    return { status: answer.statusCode, text: await answer.body.text(), type: String(type) };
  };
  const post = async (path: string, body: unknown) => JSON.parse((await send('POST', path, body)).text);
  const get = async (path: string) => JSON.parse((await send('GET', path)).text);
  const register = async (path: string, changes: object) => {
    const answer = await post(path, { ...receipt(time()), ...changes });
    pass(2000);
    return answer;
  };
  return {
    fbox,
    pass,
    time,
    send,
    post,
    get,
    openShift: async () => {
      await get(`/zreport/open/?time=${encodeURIComponent(time())}`);
      pass(2000);
    },
    sell: (changes = {}) => register('/order/create/', changes),
    refund: (changes = {}) => register('/order/refuse/', changes),
  };
}

/** One line of goods: 50 000 tiyin, VAT 12 % inside. */
export function product(changes: object = {}): object {
  return {
    name: 'Non',
    barcode: '4780000000007',
    amount: 1000,
    unit_name: 'dona',
    price: 50_000,
    product_price: 50_000,
    vat: 5357,
    vat_percent: 12,
    discount: 0,
    other: 0,
    labels: [],
    class_code: ikpu,
    package_code: '1520627',
    ...changes,
  };
}

/** A cash receipt of one line, ready for `/order/create/`. */
export function receipt(time: string, changes: object = {}): object {
  return {
    number: '1',
    receipt_type: 'order',
    products: [product()],
    time,
    cashier: 'Dilnoza',
    received_cash: 50_000,
    received_card: 0,
    change: 0,
    ...changes,
  };
}

export function failed(code: number, message: string): object {
  return { data: null, error: { code, message, data: null }, is_success: false };
}
