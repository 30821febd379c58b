/** The guard of training: true when `url` lies at `onlyOrigin`, or when nothing is guarded. */
export function isAllowed(url: string, onlyOrigin: string | undefined): boolean {
  return onlyOrigin === undefined || (URL.canParse(url) && new URL(url).origin === onlyOrigin);
}
