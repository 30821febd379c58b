import { expect, test } from 'vitest';
import { contentTypeOf } from '../../../main/shell/content-type.ts';

test('a file is announced by its ending, whatever its case, and as plain bytes when unknown', () => {
  expect(['a.js', 'B.WOFF2', 'c.css', 'd.png', 'e.exe', 'f'].map(contentTypeOf)).toEqual([
    'text/javascript; charset=utf-8',
    'font/woff2',
    'text/css; charset=utf-8',
    'image/png',
    'application/octet-stream',
    'application/octet-stream',
  ]);
});
