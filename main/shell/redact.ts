/** What a log may not hold, and what stands in its place. */
type Rule = { finds: RegExp; leaves: string };

const hidden = '[hidden]';

/** Names whose values are credentials: provider keys, PINs, tokens, the customer's code (design sections 7 and 12). */
const names =
  'pin|password|passwd|secret|secret[_-]?key|api[_-]?key|private[_-]?key|test[_-]?key|merchant[_-]?key|code[_-]?key|key|token|qr[_-]?code|wallet[_-]?code|signature|cookie|set-cookie';

/** What people write between the digits of a phone number. */
const gap = '[ \\t\\u00a0\\u2009\\u202f().\\u2010-\\u2014-]{0,5}';

/** The last four digits, each for itself: whoever holds the number sees by them whose line it is. */
const lastFour = (between: string): string => `${between}(\\d)`.repeat(4);

const rules: readonly Rule[] = [
  // authorization: Basic ..., X-Auth: <cash box>:<key> (Payme Subscribe, Merchant API, Smartpay)
  {
    finds: /(["']?(?:proxy-)?(?:authorization|x-auth)["']?\s*[:=]\s*)(?:"[^"]*"|'[^']*'|[^\r\n,;}]+)/gi,
    leaves: `$1${hidden}`,
  },
  { finds: /\b(basic|bearer|token)\s+[\w+/=.:~-]{8,}/gi, leaves: `$1 ${hidden}` },
  { finds: /\b([a-z][a-z\d+.-]{0,30}:\/\/)[^\s/@"']+@/gi, leaves: `$1${hidden}@` },
  {
    finds: new RegExp(`((?<![a-z])["']?(?:${names})["']?\\s*[:=]\\s*)("[^"]*"|'[^']*'|[^\\s,;&}"']+)`, 'gi'),
    leaves: `$1${hidden}`,
  },
  { finds: /\b(sk|pk|rk)_(test|live)_\w+/g, leaves: `$1_$2_${hidden}` },
  // 32 bytes in base64: the code key
  { finds: /(?<![\w+/])[A-Za-z\d+/]{43}=/g, leaves: hidden },
  // what is called a phone
  {
    finds: new RegExp(`(phone(?:_?number)?["']?\\s*[:=]\\s*)("[^"]*"|'[^']*'|[+(]{0,2}\\d(?:${gap}\\d)*)`, 'gi'),
    leaves: `$1${hidden}`,
  },
  // a wallet code (18 or 20 digits) or a card number (16, 18 or 19), in one run or in groups of four; 17 digits are an IKPU
  { finds: /(?<!\d)(?!\d{17}(?!\d))\d{14,}/g, leaves: '[digits]' },
  { finds: /(?<!\d)\d{4}([ -])\d{4}\1\d{4}\1\d{2,7}(?!\d)/g, leaves: '[digits]' },
  // an Uzbek phone with its country code, however it is written
  {
    finds: new RegExp(`(?<!\\w)(?:%2B|\\+|00)?998(?:${gap}\\d){5}${lastFour(gap)}(?!\\w)`, 'gi'),
    leaves: '998*****$1$2$3$4',
  },
  // without it only grouped as phones are and sums never are: 90 123 45 67, (90) 1234567
  { finds: new RegExp(`\\([2-9]\\d\\)(?:[ -]?\\d){3}${lastFour('[ -]?')}(?!\\w)`, 'g'), leaves: '*****$1$2$3$4' },
  { finds: /(?<!\w|\d[.,])[2-9]\d[ -]\d{3}[ -](\d\d)[ -](\d\d)(?!\w)/g, leaves: '*****$1$2' },
];

/** The text with every credential, wallet code, card number and customer's phone taken out. */
export const redact = (text: string): string =>
  rules.reduce((clean, { finds, leaves }) => clean.replace(finds, leaves), text);
