import { join, normalize, sep } from 'node:path';

/** The scheme and the only host of our pages; standard and secure, so that origins and CSP work as on https. */
export const appScheme = 'app';
export const appHost = 'kassa';

const base = `${appScheme}://${appHost}`;

export const registerUrl = `${base}/index.html`;
export const customerUrl = `${base}/customer.html`;
export const noticeUrl = `${base}/-/notice`;

/** What a link on one of our pages may ask of the shell; such a link is never followed, only heard. */
export type ShellAction = 'again' | 'close';

const parse = (url: string): URL | null => (URL.canParse(url) ? new URL(url) : null);

/** Whether an address is a page of ours: the scheme and the host, by parsing and not by prefix. */
export const isOurUrl = (url: string): boolean => {
  const parsed = parse(url);
  return parsed !== null && parsed.protocol === `${appScheme}:` && parsed.host === appHost;
};

/** The action behind `app://kassa/-/again` and `app://kassa/-/close`, or null for any other address. */
export const shellActionOf = (url: string): ShellAction | null => {
  if (url === `${base}/-/again`) return 'again';
  return url === `${base}/-/close` ? 'close' : null;
};

/** The file behind an address of ours, inside `root`; null when it is not ours or would leave the folder. */
export const resolveAsset = (root: string, url: string): string | null => {
  if (!isOurUrl(url)) return null;
  const path = decoded(new URL(url).pathname);
  if (path === null || path.includes('\0') || path.includes('\\') || path.split('/').includes('..')) return null;
  const file = normalize(join(root, path === '/' ? 'index.html' : path));
  return file.startsWith(normalize(root) + sep) ? file : null;
};

const decoded = (path: string): string | null => {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
};
