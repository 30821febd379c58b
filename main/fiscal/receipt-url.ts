/** The four values of a fiscal receipt, as a refund must give them back. */
export type ReceiptValues = { terminalId: string; receiptSeq: string; dateTime: string; fiscalSign: string };

/**
 * `t` two capital letters and 12 digits, `r` the receipt's number without padding, `c` yyyyMMddHHmmss, `s` 12 digits
 * (fiscal module guide 0400, section QRCode). Anchored, because FBOX's own pages show a URL inside another one.
 */
const shape = /^https:\/\/ofd\.soliq\.uz\/check\?t=([A-Z]{2}\d{12})&r=([1-9]\d*)&c=(\d{14})&s=(\d{12})$/;

/** The values inside a receipt URL, all text since leading zeros count; undefined unless the URL is exactly right. */
export function receiptValues(url: string): ReceiptValues | undefined {
  const [, terminalId, receiptSeq, dateTime, fiscalSign] = shape.exec(url) ?? [];
  const all = terminalId && receiptSeq && dateTime && fiscalSign;
  return all ? { terminalId, receiptSeq, dateTime, fiscalSign } : undefined;
}
