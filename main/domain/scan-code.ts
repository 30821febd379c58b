import { checkDigitOk, expandUpcE, isSscc, looksLikeGtin, normaliseCode } from './gtin.ts';
import { gs1Gtin, readGs1Mark, readTobaccoMark } from './marking-code.ts';
import { readWeighedLabel } from './weighed-label.ts';
import type { LabelValue, WeighedTemplate } from './weighed-label.ts';

/** What a scanner hands over: the data, its AIM identifier where sent (with or without "]"), and whether FNC1 led it. */
export type Scan = { text: string; aim?: string | undefined; gs1: boolean };

/** Settings of the route: Payme does not publish its code's form, so prefixes and lengths belong to the shop. */
export type ScanRules = {
  walletPrefixes: readonly string[];
  walletLengths: readonly number[];
  weighed?: readonly WeighedTemplate[] | undefined;
};

/** Why a scan is neither goods nor a wallet. */
export type UnknownScan =
  | 'empty'
  | 'check-digit'
  | 'unsplittable-mark'
  | 'other-wallet'
  | 'shipping-label'
  | 'not-goods';

/** `code` is in catalogue form (`normaliseCode`), `raw` as scanned. `weighed` falls back on `code` when its PLU is unknown. */
export type ScannedCode =
  | { kind: 'goods'; code: string; raw: string }
  | { kind: 'wallet'; code: string }
  | { kind: 'marked'; code: string; gtin: string; serial: string; repaired: boolean; raw: string }
  | { kind: 'weighed'; plu: string; value: LabelValue; code: string; raw: string }
  | { kind: 'unknown'; reason: UnknownScan; raw: string };

/** Payme Go codes as seen in every published sample: 20 digits beginning 505. */
export const defaultScanRules: ScanRules = { walletPrefixes: ['505'], walletLengths: [20] };

/** A shop's own code is short; anything longer is a link or a text. */
const longestGoodsCode = 48;

/**
 * Decides, by type alone, what was scanned: goods, a wallet, a marked pack, a weighed label, or none of them.
 * Pure; the same rule for every scanner, for the keyboard wedge and for a code typed by hand.
 */
export function classify(scan: Scan, rules: ScanRules): ScannedCode {
  const text = scan.text.startsWith('\u001d') ? scan.text.slice(1) : scan.text;
  const gs1 = scan.gs1 || text !== scan.text;
  const aim = scan.aim?.replace(/^\]/, '');
  return gs1Or(text, gs1, aim) ?? plain(text.trim(), aim, rules);
}

function gs1Or(text: string, gs1: boolean, aim: string | undefined): ScannedCode | undefined {
  const mark = readGs1Mark(text, gs1) ?? (isMatrixOrUnsaid(aim) ? readTobaccoMark(text) : undefined);
  if (mark) return { kind: 'marked', code: normaliseCode(mark.gtin), ...mark, raw: text };
  const gtin = gs1Gtin(text);
  if (gtin !== undefined && text.startsWith('21', 16)) return unknown('unsplittable-mark', text);
  if (gtin !== undefined && (gs1 || text.length === 16)) return { kind: 'goods', code: gtin, raw: text };
  const sscc = /^00(\d{18})/.exec(text)?.[1];
  if (gs1 && sscc !== undefined) return unknown('shipping-label', text);
  if (gs1 && /^01\d{14}/.test(text)) return unknown('check-digit', text);
  return undefined;
}

function plain(text: string, aim: string | undefined, rules: ScanRules): ScannedCode {
  if (text === '') return unknown('empty', text);
  if (isWallet(text, rules)) return { kind: 'wallet', code: text };
  const ean = asPrinted(text, aim);
  const label = readWeighedLabel(ean, rules.weighed ?? []);
  if (label) return { kind: 'weighed', ...label, code: normaliseCode(ean), raw: text };
  const reason = refusal(ean, aim);
  return reason === undefined ? { kind: 'goods', code: normaliseCode(ean), raw: text } : unknown(reason, text);
}

function isWallet(text: string, rules: ScanRules): boolean {
  return (
    /^\d+$/.test(text) &&
    rules.walletLengths.includes(text.length) &&
    rules.walletPrefixes.some((prefix) => text.startsWith(prefix))
  );
}

/** Cuts an add-on off and expands UPC-E: with "]E0" eight digits are UPC-E, since EAN-8 has its own "]E4". */
function asPrinted(text: string, aim: string | undefined): string {
  if (aim === 'E3' && /^\d{15}(\d{3})?$/.test(text)) return text.slice(0, 13);
  if (text.length !== 8 || aim === 'E4') return text;
  if (aim === 'E0' || (aim === undefined && !checkDigitOk(text))) return expandUpcE(text) ?? text;
  return text;
}

/** A scanner that names the symbology has verified the check digit itself, or the symbology has none. */
function refusal(text: string, aim: string | undefined): UnknownScan | undefined {
  if (looksLikeGtin(text) && aim === undefined && !checkDigitOk(text)) return 'check-digit';
  if (/^\d{20}$/.test(text) || /^88\d{16}$/.test(text)) return 'other-wallet';
  if (isSscc(text)) return 'shipping-label';
  if (text.length > longestGoodsCode || /^[a-z]+:\/\//i.test(text) || /\p{Cc}/u.test(text)) return 'not-goods';
  return undefined;
}

function isMatrixOrUnsaid(aim: string | undefined): boolean {
  return aim === undefined || aim.startsWith('d');
}

function unknown(reason: UnknownScan, raw: string): ScannedCode {
  return { kind: 'unknown', reason, raw };
}
