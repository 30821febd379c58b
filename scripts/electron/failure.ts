/** Every way in which getting Electron ready can fail, as a value; `explain.ts` turns it into words. */
export type Failure = { readonly ok: false } & (
  | { readonly code: 'platform-unsupported'; readonly platform: string; readonly arch: string; readonly mirror: string }
  | { readonly code: 'given-electron-absent'; readonly folder: string }
  | { readonly code: 'npm-missing' }
  | { readonly code: 'registry-unreachable'; readonly spec: string; readonly detail: string }
  | { readonly code: 'package-absent'; readonly spec: string; readonly detail: string }
  | { readonly code: 'download-failed'; readonly spec: string; readonly detail: string }
  | { readonly code: 'checksum-wrong'; readonly file: string; readonly expected: string; readonly actual: string }
  | { readonly code: 'archive-broken'; readonly file: string; readonly detail: string }
  | { readonly code: 'disk-full'; readonly folder: string; readonly neededMb: number }
  | { readonly code: 'folder-closed'; readonly folder: string; readonly detail: string }
  | { readonly code: 'packages-missing'; readonly packages: readonly string[]; readonly command: string }
  | { readonly code: 'packages-failed'; readonly packages: readonly string[]; readonly detail: string }
  | { readonly code: 'libraries-missing'; readonly libraries: readonly string[] }
  | { readonly code: 'compiler-missing'; readonly tools: readonly string[] }
  | { readonly code: 'compile-failed'; readonly log: string; readonly detail: string }
  | { readonly code: 'sqlite-unusable'; readonly detail: string }
  | { readonly code: 'display-failed'; readonly detail: string }
  | { readonly code: 'build-failed'; readonly detail: string }
  | { readonly code: 'pack-failed'; readonly detail: string }
);

export type Result<T> = { readonly ok: true; readonly value: T } | Failure;

/** A finished piece of work with its value. */
export function done<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/**
 * Names a file-system error: a full disk and a closed folder have their own words; anything else is not expected and
 * is thrown on.
 */
export function fileFailure(error: unknown, folder: string, neededMb: number): Failure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return { ok: false, code: 'disk-full', folder, neededMb };
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return { ok: false, code: 'folder-closed', folder, detail: String(code) };
  throw error;
}
