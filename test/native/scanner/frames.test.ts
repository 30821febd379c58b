import * as fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { createFrames } from '../../../native/scanner/frames.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const plain = (text: string) => ({ text, gs1: false });

describe('the end of a code', () => {
  test.each([
    ['CR', '\r'],
    ['LF', '\n'],
    ['TAB', '\t'],
    ['ETX', '\u0003'],
  ])('%s ends a code', (_name, suffix) => {
    expect(createFrames().push(bytes(`4780001${suffix}`), 0)).toEqual([plain('4780001')]);
  });

  test('CR LF split over two reads gives one code', () => {
    const frames = createFrames();
    expect([frames.push(bytes('4780001\r'), 0), frames.push(bytes('\n4780002\r\n'), 5)]).toEqual([
      [plain('4780001')],
      [plain('4780002')],
    ]);
  });

  test('two codes in one read are both counted', () => {
    expect(createFrames().push(bytes('111\r\n222\r\n'), 0)).toEqual([plain('111'), plain('222')]);
  });

  test('a code arriving byte by byte is one code', () => {
    const frames = createFrames();
    const found = [...bytes('4780001\r')].flatMap((byte, at) => frames.push(Uint8Array.of(byte), at * 30));
    expect(found).toEqual([plain('4780001')]);
  });

  test('a scanner without a suffix ends its code by a pause', () => {
    const frames = createFrames({ idleMs: 80 });
    frames.push(bytes('4780001'), 1000);
    expect([frames.idle(1079), frames.idle(1080), frames.idle(2000)]).toEqual([[], [plain('4780001')], []]);
  });

  test('a late read after a pause begins a new code', () => {
    const frames = createFrames({ idleMs: 80 });
    frames.push(bytes('111'), 0);
    expect([frames.push(bytes('222'), 500), frames.idle(600)]).toEqual([[plain('111')], [plain('222')]]);
  });

  test('a pause does not cut a code once this port has shown a suffix', () => {
    const frames = createFrames({ idleMs: 80 });
    frames.push(bytes('111\r'), 0);
    expect([frames.push(bytes('22'), 100), frames.idle(900), frames.push(bytes('2\r'), 1000)]).toEqual([
      [],
      [],
      [plain('222')],
    ]);
  });

  test('a new scanner on the port may again end its codes by a pause', () => {
    const frames = createFrames({ idleMs: 80 });
    frames.push(bytes('111\r9'), 0);
    frames.reset();
    frames.push(bytes('222'), 100);
    expect(frames.idle(180)).toEqual([plain('222')]);
  });

  test('more than 4 KiB without an end is noise and the next code is whole', () => {
    expect(createFrames().push(bytes(`${'7'.repeat(4097)}\r111\r`), 0)).toEqual([plain('111')]);
  });

  test('4 KiB is still a code', () => {
    expect(createFrames().push(bytes(`${'7'.repeat(4096)}\r`), 0)).toEqual([plain('7'.repeat(4096))]);
  });
});

describe('what stands around the data', () => {
  const one = (text: string, prefix?: string) =>
    createFrames(prefix === undefined ? {} : { prefix }).push(bytes(`${text}\r`), 0);

  test('STX in front is taken off', () => {
    expect(one('\u00024780001')).toEqual([plain('4780001')]);
  });

  test('a programmed prefix is taken off, also together with STX', () => {
    expect([one('~4780001', '~'), one('\u0002~4780001', '~')].flat()).toEqual([plain('4780001'), plain('4780001')]);
  });

  test('the symbology identifier is kept apart', () => {
    expect(one('~]E04780001', '~')).toEqual([{ text: '4780001', aim: ']E0', gs1: false }]);
  });

  test('a GS1 identifier says so, and the separators inside stay', () => {
    expect(one(']d20104600439931256215abc\u001d93dGVz')).toEqual([
      { text: '0104600439931256215abc\u001d93dGVz', aim: ']d2', gs1: true },
    ]);
  });

  test('one leading GS is dropped and means GS1', () => {
    expect(one('\u001d0104600439931256\u001d93')).toEqual([{ text: '0104600439931256\u001d93', gs1: true }]);
  });

  test('spaces in the data are data', () => {
    expect(one(' 12 34 ')).toEqual([plain(' 12 34 ')]);
  });

  test('a prefix alone is not a code', () => {
    expect(one('\u0002')).toEqual([]);
  });
});

describe('letters', () => {
  test('Cyrillic in UTF-8 is read, byte by byte', () => {
    const frames = createFrames();
    expect([...bytes('Ўзбек қ\r')].flatMap((byte) => frames.push(Uint8Array.of(byte), 0))).toEqual([plain('Ўзбек қ')]);
  });

  test('Cyrillic in cp1251 is read when it is not UTF-8', () => {
    expect(createFrames().push(iconv.encode('Молоко №5\r', 'win1251'), 0)).toEqual([plain('Молоко №5')]);
  });
});

test('however the bytes are cut into reads, the same codes come out', () => {
  const code = fc.stringMatching(/^[0-9A-Za-z&+?]{1,40}$/);
  fc.assert(
    fc.property(fc.array(code, { minLength: 1, maxLength: 8 }), fc.array(fc.nat(9)), (codes, cuts) => {
      const stream = bytes(codes.map((text) => `${text}\r\n`).join(''));
      const frames = createFrames();
      const found = [];
      for (let at = 0, cut = 0; at < stream.length; cut++) {
        const length = 1 + (cuts[cut] ?? 3);
        found.push(...frames.push(stream.subarray(at, at + length), at));
        at += length;
      }
      expect(found.map(({ text }) => text)).toEqual(codes);
    }),
  );
});
