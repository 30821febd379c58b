/** What a log may not hold, and what stands in its place. */
type Rule = { finds: RegExp; leaves: string };

const hidden = '[hidden]';

/** Names whose values are credentials: provider keys, PINs, tokens, the customer's code (design sections 7 and 12). */
const names =
  'pin|password|passwd|secret|secret[_-]?key|api[_-]?key|private[_-]?key|test[_-]?key|merchant[_-]?key|code[_-]?key|key|token|qr[_-]?code|wallet[_-]?code|signature|cookie|set-cookie';

const rules: readonly Rule[] = [
  // authorization: Basic ..., X-Auth: <cash box>:<key> (Payme Subscribe, Merchant API, Smartpay)
  {
    finds: /(["']?(?:proxy-)?(?:authorization|x-auth)["']?\s*[:=]\s*)(?:"[^"]*"|'[^']*'|[^\r\n,;}]+)/gi,
    leaves: `$1${hidden}`,
  },
  { finds: /\b(basic|bearer|token)\s+[\w+/=.:~-]{8,}/gi, leaves: `$1 ${hidden}` },
  { finds: /\b([a-z][a-z\d+.-]*:\/\/)[^\s/@"']+@/gi, leaves: `$1${hidden}@` },
  {
    finds: new RegExp(`((?<![a-z])["']?(?:${names})["']?\\s*[:=]\\s*)("[^"]*"|'[^']*'|[^\\s,;&}"']+)`, 'gi'),
    leaves: `$1${hidden}`,
  },
  { finds: /\b(sk|pk|rk)_(test|live)_\w+/g, leaves: `$1_$2_${hidden}` },
  // 32 bytes in base64: the code key
  { finds: /(?<![\w+/])[A-Za-z\d+/]{43}=/g, leaves: hidden },
  // a wallet code (18 or 20 digits) or a card number (16 to 19), in one run or in groups of four
  { finds: /\d{14,}/g, leaves: '[digits]' },
  { finds: /(?<!\d)\d{4}([ -])\d{4}\1\d{4}\1\d{2,7}(?!\d)/g, leaves: '[digits]' },
  { finds: /\+?\b998\d{5}(\d{4})\b/g, leaves: '998*****$1' },
];

/** The text with every credential, wallet code, card number and customer's phone taken out. */
export const redact = (text: string): string =>
  rules.reduce((clean, { finds, leaves }) => clean.replace(finds, leaves), text);
