import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readKeptPlace, writeKeptPlace } from '../../../main/shell/kept-place.ts';

const place = { id: 4711, bounds: { x: 1920, y: 0, width: 1024, height: 768 } };

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kassa-place-'));
  file = join(folder, 'customer-display.json');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the display of the customer’s screen is remembered', () => {
  writeKeptPlace(file, place, () => {});
  expect(readKeptPlace(file)).toEqual(place);
});

test('nothing is remembered at the first start', () => {
  expect(readKeptPlace(file)).toBeNull();
});

test.each(['', '{"id":1}', 'null', '{"id":"a","bounds":{}}'])('a file that says %j is as good as none', (text) => {
  writeFileSync(file, text);
  expect(readKeptPlace(file)).toBeNull();
});

test('a disk that refuses keeps nobody from selling', () => {
  const log: unknown[] = [];
  writeFileSync(file, '');
  writeKeptPlace(join(file, 'below-a-file.json'), place, (...words) => log.push(words.length));
  expect(log).toEqual([2]);
});
