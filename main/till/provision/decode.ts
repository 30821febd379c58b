/** Text of a file and whether it had to be read as Windows-1251, in which Excel saves CSV in the region. */
export type DecodedText = { text: string; windows1251: boolean };

/** Decodes UTF-8 (with or without BOM), or Windows-1251 when the bytes are no UTF-8. */
export function decode(bytes: Uint8Array): DecodedText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), windows1251: false };
  } catch {
    return { text: new TextDecoder('windows-1251').decode(bytes), windows1251: true };
  }
}
