/** The lengths a GTIN is printed in: EAN-8, UPC-A, EAN-13, GTIN-14. */
const gtinLengths: readonly number[] = [8, 12, 13, 14];
const ssccLength = 18;

/**
 * The check digit that belongs behind `digits` (a string of digits only).
 * Weights 3, 1, 3, 1... from the right: one rule for EAN, UPC, GTIN-14 and SSCC (GS1 General Specifications).
 */
export function checkDigit(digits: string): number {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const weight = (digits.length - at) % 2 === 1 ? 3 : 1;
    sum += Number(digits[at]) * weight;
  }
  return (10 - (sum % 10)) % 10;
}

/** True when `text` is all digits and its last one is the check digit of the others. */
export function checkDigitOk(text: string): boolean {
  return /^\d{2,}$/.test(text) && checkDigit(text.slice(0, -1)) === Number(text.at(-1));
}

/** True for a string of digits as long as a printed GTIN; says nothing about its check digit. */
export function looksLikeGtin(text: string): boolean {
  return gtinLengths.includes(text.length) && /^\d+$/.test(text);
}

/** True for the 18 digits of a shipping label (SSCC) with a right check digit. */
export function isSscc(text: string): boolean {
  return text.length === ssccLength && checkDigitOk(text);
}

/**
 * The one form under which the catalogue keeps and finds a code: every GTIN in 14 digits, so that a UPC-A and the
 * EAN-13 with a leading zero are the same goods; any other code as it is, trimmed.
 */
export function normaliseCode(text: string): string {
  const code = text.trim();
  return looksLikeGtin(code) ? code.padStart(14, '0') : code;
}

/**
 * The UPC-A behind an 8-digit UPC-E, or undefined when `text` is none (number system 0 or 1, check digit of the
 * expanded code). The last digit before the check digit says where the left-out zeros were (GS1 General Specifications).
 */
export function expandUpcE(text: string): string | undefined {
  if (!/^[01]\d{7}$/.test(text)) return undefined;
  const system = text.slice(0, 1);
  const body = text.slice(1, 7);
  const expanded = system + expandBody(body) + text.slice(7);
  return checkDigitOk(expanded) ? expanded : undefined;
}

function expandBody(body: string): string {
  const last = body.slice(5);
  if (last <= '2') return `${body.slice(0, 2)}${last}0000${body.slice(2, 5)}`;
  if (last === '3') return `${body.slice(0, 3)}00000${body.slice(3, 5)}`;
  if (last === '4') return `${body.slice(0, 4)}00000${body.slice(4, 5)}`;
  return `${body.slice(0, 5)}0000${last}`;
}
