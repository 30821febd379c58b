/** A name takes 63 bytes in the module's one-byte alphabet of Latin and Cyrillic (FiscalDriveService, receipt items). */
const longestName = 63;

const plain: ReadonlyArray<readonly [RegExp, string]> = [
  [/[\u02BB\u02BC\u2018\u2019\u201B\u0060\u00B4]/g, "'"],
  [/[\u00AB\u00BB\u201C\u201D\u201E]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/\u2026/g, '...'],
  [/\u00D7/g, 'x'],
  [/[^\u0020-\u007E\u00C0-\u024F\u0400-\u04FF\u2116]/gu, ' '],
  [/ +/g, ' '],
];

/**
 * `name` as the fiscal module can hold it: typographic signs become plain ones, what belongs to no Latin or Cyrillic
 * alphabet goes, and the end is cut at 63 letters (the customer's own copy has the whole name). A name of which
 * nothing is left becomes `otherwise`.
 */
export function fiscalName(name: string, otherwise: string): string {
  const simple = plain.reduce((text, [from, to]) => text.replace(from, to), name.normalize('NFC')).trim();
  return (simple === '' ? otherwise : simple).slice(0, longestName).trimEnd();
}
