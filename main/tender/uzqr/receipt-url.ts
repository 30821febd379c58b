/** The four values of the fiscal module's URL (module 0400): terminal, receipt number, time, sign. */
const values: Readonly<Record<string, RegExp>> = {
  t: /^[A-Z]{2}\d{12}$/,
  r: /^\d+$/,
  c: /^\d{14}$/,
  s: /^\d{12}$/,
};

/**
 * True when `text` is a fiscal receipt's URL and nothing else: FBOX's own sample for UzQR is two URLs glued together, and both
 * halves of it are URLs to a lenient parser. The host is not looked at: test modules name other ones.
 */
export function isReceiptUrl(text: string): boolean {
  if (!/^https:\/\/[\w.:-]+\/[\w/-]*\?[\w&=-]+$/.test(text)) return false;
  const query = new URL(text).searchParams;
  return Object.entries(values).every(([name, form]) => {
    const [value = '', ...more] = query.getAll(name);
    return more.length === 0 && form.test(value);
  });
}
