import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerApp } from '../../../main/shell/app-response.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kassa-app-'));
  writeFileSync(join(root, 'index.html'), '<p>register</p>');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const ask = (url: string, method = 'GET'): Promise<Response> =>
  answerApp(root, (path) => (path === '/-/notice' ? { contentType: 'text/html', body: 'notice' } : null), {
    url,
    method,
  });

describe('our own scheme', () => {
  test('gives a page with its type, the policy and no guessing of types', async () => {
    const answer = await ask('app://kassa/index.html');
    expect(await answer.text()).toBe('<p>register</p>');
    expect(Object.fromEntries(answer.headers)).toEqual({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
  });

  test('gives the pages that the shell makes', async () => {
    expect(await (await ask('app://kassa/-/notice')).text()).toBe('notice');
  });

  test.each(['app://kassa/absent.js', 'app://kassa/..%2fpasswd', 'app://other/index.html', 'app://kassa/assets'])(
    'has nothing at %s',
    async (url) => {
      expect((await ask(url)).status).toBe(404);
    },
  );

  test('takes no writes', async () => {
    expect((await ask('app://kassa/index.html', 'POST')).status).toBe(405);
  });
});
