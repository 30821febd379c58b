import * as fc from 'fast-check';

/** A request nobody honest makes; `raw` are bytes for a socket of their own. */
export type Hostile =
  | { kind: 'http'; method: string; path: string; headers: Record<string, string>; body: Buffer; chunked: boolean }
  | { kind: 'raw'; bytes: Buffer };

/** A true call of a provider, to be spoilt. */
export type Honest = { path: string; headers: Record<string, string>; body: string };

const paths = [
  '/payme',
  '/flitt',
  '/smartpay',
  '/health',
  '/',
  '/payme/',
  '//payme',
  '/payme?x=1',
  '/%2e%2e/payme',
  '/PAYME',
];
const methods = [
  'CheckPerformTransaction',
  'CreateTransaction',
  'PerformTransaction',
  'CancelTransaction',
  'CheckTransaction',
  'GetStatement',
  'SetFiscalData',
  'ChangePassword',
];
const tokens = [
  '1e999',
  '-0',
  '9007199254740993',
  '"__proto__":{"x":1}',
  '"constructor":1',
  '\u0000',
  '\ud800',
  '[[[[[[',
  '}}}',
  '"',
  '\\u0000',
  'null',
  '1e-999',
  '0x10',
  '\u{1F4A9}',
];
const types = [
  'application/json',
  'text/json; charset=UTF-8',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/xml',
  ';;;',
  'Content-type: application/json; charset=utf-8',
  '',
];

const anything = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    '',
    0,
    -1,
    1e308,
    Number.MAX_SAFE_INTEGER + 2,
    'x'.repeat(5000),
    [],
    {},
    null,
    true,
    '__proto__',
    '1; DROP TABLE sale',
  ),
);

/** Deeper than any reader that recurses can stand, within the limit of a body. */
const deep = fc
  .tuple(fc.constantFrom(['[', ']'], ['{"a":', '}']), fc.integer({ min: 1, max: 10_000 }))
  .map(([[open = '', close = ''], depth]) => open.repeat(depth) + close.repeat(depth));

/** One cut, one repetition, one strange byte or one strange token. */
function spoilt(text: string): fc.Arbitrary<Buffer> {
  const at = fc.nat(text.length);
  const cut = at.map((end) => Buffer.from(text.slice(0, end)));
  const twice = fc
    .tuple(at, at)
    .map(([a, b]) => Buffer.from(text.slice(0, Math.max(a, b)) + text.slice(Math.min(a, b))));
  const less = fc
    .tuple(at, fc.nat(20))
    .map(([from, length]) => Buffer.from(text.slice(0, from) + text.slice(from + length)));
  const token = fc
    .tuple(at, fc.constantFrom(...tokens))
    .map(([from, strange]) => Buffer.from(text.slice(0, from) + strange + text.slice(from)));
  const byte = fc.tuple(at, fc.nat(255)).map(([from, value]) => {
    const bytes = Buffer.from(text);
    if (bytes.length > 0) bytes[Math.min(from, bytes.length - 1)] = value;
    return bytes;
  });
  return fc.oneof(cut, twice, less, token, byte);
}

/** A call with the right key and anything at all in its fields. */
const strangeCall = fc
  .record(
    {
      method: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...methods) }, { weight: 1, arbitrary: anything }),
      params: fc.oneof(
        anything,
        fc.record(
          {
            id: anything,
            time: anything,
            amount: anything,
            account: anything,
            reason: anything,
            from: anything,
            to: anything,
            type: anything,
            fiscal_data: anything,
          },
          { requiredKeys: [] },
        ),
      ),
      id: anything,
      jsonrpc: anything,
    },
    { requiredKeys: ['method'] },
  )
  .map((call) => Buffer.from(JSON.stringify(call)));

function requests(honest: readonly Honest[]): fc.Arbitrary<Hostile> {
  const real = fc.constantFrom(...honest);
  const body = (base: Honest): fc.Arbitrary<Buffer> =>
    fc.oneof(
      { weight: 8, arbitrary: spoilt(base.body) },
      { weight: 3, arbitrary: base.path === '/payme' ? strangeCall : spoilt(base.body) },
      { weight: 2, arbitrary: fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)) },
      { weight: 2, arbitrary: fc.json().map((text) => Buffer.from(text)) },
      { weight: 1, arbitrary: deep.map((text) => Buffer.from(text)) },
      { weight: 1, arbitrary: fc.integer({ min: 60_000, max: 80_000 }).map((size) => Buffer.alloc(size, 0x20)) },
    );
  return real.chain((base) =>
    fc
      .record({
        method: fc.oneof(
          { weight: 12, arbitrary: fc.constant('POST') },
          { weight: 1, arbitrary: fc.constantFrom('GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD') },
        ),
        path: fc.oneof(
          { weight: 9, arbitrary: fc.constant(base.path) },
          { weight: 1, arbitrary: fc.constantFrom(...paths) },
        ),
        type: fc.oneof(
          { weight: 3, arbitrary: fc.constant(base.headers['content-type'] ?? '') },
          { weight: 1, arbitrary: fc.constantFrom(...types) },
        ),
        body: body(base),
        chunked: fc.boolean(),
      })
      .map(({ type, ...rest }): Hostile => {
        const { 'content-type': _, ...headers } = base.headers;
        return { kind: 'http', ...rest, headers: type === '' ? headers : { ...headers, 'content-type': type } };
      }),
  );
}

const head = (path: string, lines: readonly string[]): string =>
  `POST ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${lines.map((line) => `${line}\r\n`).join('')}\r\n`;

/** Bytes no client library would send. */
const rawBytes: fc.Arbitrary<Hostile> = fc
  .oneof(
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
    fc.integer({ min: 1, max: 3000 }).map((count) =>
      Buffer.from(
        head(
          '/payme',
          Array.from({ length: count }, (_, at) => `x-${at}: ${'y'.repeat(30)}`),
        ),
      ),
    ),
    fc
      .constantFrom(
        head('/payme', ['content-length: 10']) + 'short',
        head('/payme', ['content-length: 5', 'content-length: 6']) + 'hello',
        head('/payme', ['content-length: 99999999999999']) + '{}',
        head('/payme', ['content-length: -1']) + '{}',
        head('/flitt', ['transfer-encoding: chunked']) + 'ZZ\r\nhello\r\n0\r\n\r\n',
        head('/flitt', ['transfer-encoding: chunked']) + 'ffffffffffffffff\r\nhello',
        head('/smartpay', ['transfer-encoding: chunked', 'content-length: 3']) + '0\r\n\r\n',
        head('/payme', ['authorization: Basic ' + 'A'.repeat(12_000)]) + '',
        head('/payme', ['expect: 100-continue', 'content-length: 2']) + '{}',
        head('/payme', ['upgrade: websocket', 'connection: upgrade']),
        'CONNECT payme:443 HTTP/1.1\r\n\r\n',
        'GET / HTTP/0.9\r\n\r\n',
        'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
        `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`,
        '\u0016\u0003\u0001\u0002\u0000\u0001\u0000',
      )
      .map((text) => Buffer.from(text, 'latin1')),
  )
  .map((bytes) => ({ kind: 'raw', bytes }));

/** `count` hostile requests that are the same for the same `seed`; one in forty is no HTTP. */
export function hostile(honest: readonly Honest[], count: number, seed: number): Hostile[] {
  const any = fc.oneof({ weight: 39, arbitrary: requests(honest) }, { weight: 1, arbitrary: rawBytes });
  return fc.sample(any, { numRuns: count, seed });
}
