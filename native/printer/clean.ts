/** Spaces at which a line must not break, such as those inside an amount; they take one cell like any other. */
const hardSpaces = /[\u00a0\u2007\u2009\u202f]/g;

/**
 * Text without anything that is not a character on paper: a name from a supplier's file must not be able to send commands
 * to the printer or the drawer. Line feeds stay, and every hard space becomes U+00A0.
 */
export function clean(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(hardSpaces, '\u00a0')
    .replaceAll(/[^\P{Cc}\n]|\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp}/gu, '');
}
