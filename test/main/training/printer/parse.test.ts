import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createParser, parse } from '../../../../main/training/printer/parse.ts';

/** Bytes as the printers' manuals write them; text in quotes is taken as it is. */
function hex(text: string): Uint8Array {
  return Buffer.concat(
    text.split(' ').map((part) => (part.startsWith("'") ? Buffer.from(part.slice(1, -1)) : Buffer.from(part, 'hex'))),
  );
}

describe('commands from the ESC/POS reference', () => {
  test.each([
    ['1b40', { kind: 'init' }],
    ['1c2e', { kind: 'kanji', on: false }],
    ['1b7411', { kind: 'codepage', page: 17 }],
    ['1b6101', { kind: 'align', to: 'center' }],
    ['1b6132', { kind: 'align', to: 'right' }],
    ['1b4501', { kind: 'bold', on: true }],
    ['1d2111', { kind: 'size', width: 2, height: 2 }],
    ['1b3318', { kind: 'line-spacing', dots: 24 }],
    ['1b6404', { kind: 'feed', lines: 4 }],
    ['1b4a20', { kind: 'feed-dots', dots: 32 }],
    ['1d7630000200010081ff', { kind: 'raster', width: 16, height: 1, bits: Uint8Array.of(0x81, 0xff) }],
    ['1d564200', { kind: 'cut', full: false }],
    ['1d5600', { kind: 'cut', full: true }],
    ['1d5601', { kind: 'cut', full: false }],
    ['1b700019fa', { kind: 'pulse', pin: 2, onMs: 50, offMs: 500 }],
    ['1b70013264', { kind: 'pulse', pin: 5, onMs: 100, offMs: 200 }],
    ['1014010102', { kind: 'pulse', pin: 5, onMs: 200, offMs: 200 }],
    ['100404', { kind: 'ask-status', which: 4 }],
    ['1d61ff', { kind: 'asb', on: true }],
    ['1d7201', { kind: 'ask-buffered', which: 1 }],
    ['1d4942', { kind: 'ask-identity', which: 0x42 }],
    ['1d284806003030 31323334', { kind: 'process', id: '1234' }],
    ['1d286b0300314306', { kind: 'qr-module', dots: 6 }],
    ['1d286b0300314531', { kind: 'qr-level', level: 'M' }],
    ["1d286b0500315030 'ab'", { kind: 'qr-store', data: 'ab' }],
    ['1d286b0300315130', { kind: 'qr-print' }],
    ['1b39', { kind: 'ignored', bytes: [0x1b, 0x39] }],
  ])('%s', (bytes, op) => {
    expect(parse(hex(bytes))).toEqual([op]);
  });
});

describe('text', () => {
  test('is read by the page in force', () => {
    const ops = parse(hex('1c2e 1b7411 8fe0a8a2a5e2 0a 1b742e cff0e8e2e5f2 0a'));
    expect(ops.flatMap((op) => (op.kind === 'text' ? [op.text] : []))).toEqual(['Привет', 'Привет']);
  });

  test('is hieroglyphs on a printer that wakes up in Chinese and was not told otherwise', () => {
    expect(parse(hex('1b40 1b7411 8fe0a8a2 0a')).find(({ kind }) => kind === 'text')).not.toEqual({
      kind: 'text',
      text: 'Прив',
    });
  });

  test('falls back to the first page after an init', () => {
    expect(parse(hex('1b7411 1b40 1c2e 82 0a')).find(({ kind }) => kind === 'text')).toEqual({
      kind: 'text',
      text: 'é',
    });
  });
});

test('however the stream is cut into reads, the same commands come out', () => {
  const stream = hex("1b40 1c2e 1b7411 1b4501 'Jami 12' 0a 1d763000020002008101ff10 1d7201 100401 1d564200 'x' 0a");
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 60 }), (cuts) => {
      const parser = createParser(true);
      const ops = [];
      for (let at = 0, cut = 0; at < stream.length; cut++) {
        const length = cuts[cut % cuts.length]!;
        ops.push(...parser.push(stream.subarray(at, at + length)));
        at += length;
      }
      expect([...ops, ...parser.finish()]).toEqual(parse(stream));
    }),
  );
});
