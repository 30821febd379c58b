/** A parsed file, or where its text stops being JSON: line and column count from 1. */
export type JsonText = { ok: true; value: unknown } | { ok: false; line: number; column: number };

/** Parses JSON and, unlike the engine's own message, always says where the first wrong character stands. */
export function parseJson(text: string): JsonText {
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value };
  } catch {
    const before = text.slice(0, firstWrong(text)).split('\n');
    return { ok: false, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
}

const signs = /([{}[\]:,])/u.source;
const strings = /("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")/u.source;
const scalars = /(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/u.source;
const token = new RegExp(`[ \\t\\r\\n]*(?:${signs}|${strings}|${scalars})`, 'uy');

/** What may come next: `value` a value, `first` a value or "]", `key` a key, `firstKey` a key or "}", `colon`, `after` "," or an end. */
type Expect = 'value' | 'first' | 'key' | 'firstKey' | 'colon' | 'after';

/** Offset of the first token that cannot stand where it stands, or of the end of a text that stops early. */
function firstWrong(text: string): number {
  const open: string[] = [];
  let expect: Expect = 'value';
  token.lastIndex = 0;
  for (;;) {
    const from = token.lastIndex;
    const match = token.exec(text);
    const start = from + blanks(match === null ? text.slice(from) : match[0]);
    if (match === null) return start;
    const next = step(expect, match, open);
    if (next === undefined) return start;
    expect = next;
  }
}

function blanks(text: string): number {
  return text.length - text.replace(/^[ \t\r\n]+/, '').length;
}

function step(expect: Expect, match: RegExpExecArray, open: string[]): Expect | undefined {
  const [, sign, string] = match;
  if (expect === 'colon') return sign === ':' ? 'value' : undefined;
  if (expect === 'key' || expect === 'firstKey') {
    if (string !== undefined) return 'colon';
    return expect === 'firstKey' && sign === '}' ? close(open, '{') : undefined;
  }
  if (expect === 'after') return afterValue(sign, open);
  if (sign === undefined) return 'after';
  if (sign === ']' && expect === 'first') return close(open, '[');
  return opened(sign, open);
}

function opened(sign: string, open: string[]): Expect | undefined {
  if (sign !== '{' && sign !== '[') return undefined;
  open.push(sign);
  return sign === '{' ? 'firstKey' : 'first';
}

function afterValue(sign: string | undefined, open: string[]): Expect | undefined {
  const inside = open.at(-1);
  if (sign === ',' && inside !== undefined) return inside === '{' ? 'key' : 'value';
  if (sign === '}') return close(open, '{');
  return sign === ']' ? close(open, '[') : undefined;
}

function close(open: string[], sign: string): Expect | undefined {
  return open.pop() === sign ? 'after' : undefined;
}
