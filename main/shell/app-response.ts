import { readFile } from 'node:fs/promises';
import { resolveAsset } from './app-url.ts';
import { contentTypeOf } from './content-type.ts';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers that every answer of our scheme carries (Electron's security guide asks for the CSP as a header). */
export const guardHeaders: Record<string, string> = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** A page that is made by the shell instead of being read from the folder. */
export type MadePage = { contentType: string; body: string };

/** Answers one request of our scheme: a page the shell makes, else a file of the built window, else 404. */
export const answerApp = async (
  root: string,
  made: (path: string) => MadePage | null,
  request: { method: string; url: string },
): Promise<Response> => {
  if (request.method !== 'GET') return refused(405);
  const file = resolveAsset(root, request.url);
  if (file === null) return refused(404);
  const page = made(new URL(request.url).pathname);
  if (page !== null) return found(page.contentType, page.body);
  return readFile(file).then(
    (body) => found(contentTypeOf(file), new Uint8Array(body)),
    () => refused(404),
  );
};

const refused = (status: number): Response => new Response(null, { status, headers: guardHeaders });

const found = (contentType: string, body: string | Uint8Array<ArrayBuffer>): Response =>
  new Response(body, { headers: { ...guardHeaders, 'content-type': contentType } });
