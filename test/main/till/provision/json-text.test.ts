import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson } from '../../../../main/till/provision/json-text.ts';

test.each([
  ['', 1, 1],
  ['{', 1, 2],
  ['{"a": x}', 1, 7],
  ['{"a": 1,}', 1, 9],
  ['{"a": 1\n "b": 2}', 2, 2],
  ['{"a" 1}', 1, 6],
  ['[1, 2', 1, 6],
  ['[1 2]', 1, 4],
  ['[1,]', 1, 4],
  ['{"a": [1}]', 1, 9],
  ['{} {}', 1, 4],
  ['{"a": "b\nc"}', 1, 7],
  ['{"a": 01}', 1, 7],
  ["{'a': 1}", 1, 2],
  ['{\n  // shop\n  "a": 1\n}', 2, 3],
  ['"a\\x"', 1, 1],
])('%j is wrong from line %i, column %i on', (text, line, column) => {
  expect(parseJson(text)).toEqual({ ok: false, line, column });
});

test('whatever is cut off a file, the fault lies inside it or right behind it', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), (json, cut) => {
      const text = json.slice(0, cut % json.length);
      const read = parseJson(text);
      expect(read.ok || (read.line === 1 && read.column <= text.length + 1)).toBe(true);
    }),
  );
});

test('a right file is only parsed', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(parseJson(json)).toEqual({ ok: true, value: JSON.parse(json) });
    }),
  );
});
