/** The four values a fiscal receipt's URL carries; a missing one is an empty string (fiscal module 0400, QR code section). */
export type ReceiptUrl = { terminalId: string; seq: string; dateTime: string; fiscalSign: string };

/** The URL the tax office answers for a receipt, exactly as the module writes it. */
export function writeReceiptUrl({ terminalId, seq, dateTime, fiscalSign }: ReceiptUrl): string {
  return `https://ofd.soliq.uz/check?t=${terminalId}&r=${seq}&c=${dateTime}&s=${fiscalSign}`;
}

/** The four values inside `url`, or undefined when it is no URL at all. */
export function readReceiptUrl(url: string): ReceiptUrl | undefined {
  if (!URL.canParse(url)) return undefined;
  const value = (name: string) => new URL(url).searchParams.get(name) ?? '';
  return { terminalId: value('t'), seq: value('r'), dateTime: value('c'), fiscalSign: value('s') };
}
