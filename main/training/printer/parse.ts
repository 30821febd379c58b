import iconv from 'iconv-lite';
import { readCommand } from './commands.ts';
import type { Op } from './ops.ts';

/** Reads an ESC/POS stream bit by bit, as it arrives. */
export type Parser = {
  push(bytes: Uint8Array): Op[];
  /** Text waiting for its line feed; a command that never came whole is given as ignored. */
  finish(): Op[];
};

/** Code pages after ESC t: Epson's numbers, and the places where Xprinter firmware keeps cp1251. */
const pages: ReadonlyMap<number, string> = new Map([
  [0, 'cp437'],
  [2, 'cp850'],
  [16, 'win1252'],
  [17, 'cp866'],
  [18, 'cp852'],
  [19, 'cp858'],
  [23, 'win1251'],
  [46, 'win1251'],
  [73, 'win1251'],
]);

/**
 * A parser in the state after switching on. `kanji`: the printer wakes up reading text as Chinese (GB18030), as most cheap ones do,
 * so a host that does not cancel that gets hieroglyphs.
 */
export function createParser(kanji: boolean): Parser {
  let rest: Uint8Array = new Uint8Array();
  let page = 0;
  let chinese = kanji;

  const decode = (bytes: Uint8Array): string =>
    iconv.decode(Buffer.from(bytes), chinese ? 'gb18030' : (pages.get(page) ?? 'cp437'));
  const obey = (op: Op): Op => {
    if (op.kind === 'init') [page, chinese] = [0, kanji];
    if (op.kind === 'codepage') page = op.page;
    if (op.kind === 'kanji') chinese = op.on;
    return op;
  };
  const readText = (): { op: Op; length: number } | undefined => {
    const end = rest.findIndex((byte) => byte < 0x20);
    return end < 0 ? undefined : { op: { kind: 'text', text: decode(rest.subarray(0, end)) }, length: end };
  };
  const next = (): { op: Op; length: number } | undefined => {
    const [first = 0] = rest;
    if (first >= 0x20) return readText();
    if (first === 0x0a) return { op: { kind: 'feed', lines: 1 }, length: 1 };
    if ([0x10, 0x1b, 0x1c, 0x1d].includes(first)) return readCommand(rest);
    return { op: { kind: 'ignored', bytes: [first] }, length: 1 };
  };
  const drain = (): Op[] => {
    const ops: Op[] = [];
    while (rest.length > 0) {
      const read = next();
      if (!read) break;
      rest = rest.subarray(read.length);
      ops.push(obey(read.op));
    }
    return ops;
  };

  return {
    push(bytes) {
      rest = Buffer.concat([rest, bytes]);
      return drain();
    },
    finish() {
      const left = rest;
      rest = new Uint8Array();
      if (left.length === 0) return [];
      const isText = (left[0] ?? 0) >= 0x20;
      return [isText ? { kind: 'text', text: decode(left) } : { kind: 'ignored', bytes: [...left] }];
    },
  };
}

/** A whole job at once. */
export function parse(bytes: Uint8Array, kanji = true): Op[] {
  const parser = createParser(kanji);
  return [...parser.push(bytes), ...parser.finish()];
}
