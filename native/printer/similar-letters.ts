/** Signs and what may stand for them, best first; the first one the code page has is taken. */
export const typographic: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    "'": 'ʻʼ‘’‛ʹʽ`´′',
    '"': '«»“”„‟″',
    '-': '‐‑‒–—―−',
    '*': '•·●∙',
    x: '×✕',
    '...': '…',
    No: '№',
    '->': '→',
    '<-': '←',
    '(c)': '©',
    '(r)': '®',
    TM: '™',
    '+-': '±',
    EUR: '€',
    RUB: '₽',
    '1/2': '½',
    '1/4': '¼',
    '3/4': '¾',
    o: '°º',
  }).flatMap(([plain, signs]) => Array.from(signs, (sign): [string, string[]] => [sign, [plain]])),
);

/** Letters of the Uzbek Cyrillic alphabet that pages for Russian lack. */
const uzbek = new Map(Object.entries({ қ: 'к', ғ: 'г', ҳ: 'х', ў: 'у', Қ: 'К', Ғ: 'Г', Ҳ: 'Х', Ў: 'У' }));

/** Latin spelling for pages without any Cyrillic; Uzbek letters in the official Latin orthography. */
const latin = new Map(
  Object.entries({
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    д: 'd',
    е: 'e',
    ё: 'yo',
    ж: 'j',
    з: 'z',
    и: 'i',
    й: 'y',
    к: 'k',
    л: 'l',
    м: 'm',
    н: 'n',
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ф: 'f',
    х: 'x',
    ц: 'ts',
    ч: 'ch',
    ш: 'sh',
    щ: 'sch',
    ъ: "'",
    ы: 'y',
    ь: "'",
    э: 'e',
    ю: 'yu',
    я: 'ya',
    ў: "o'",
    қ: 'q',
    ғ: "g'",
    ҳ: 'h',
  }),
);

/** What may stand for a letter the page lacks, best first: a Cyrillic neighbour, Latin spelling, the letter without its accent. */
export function similar(letter: string): readonly string[] {
  const small = letter.toLowerCase();
  const spelled = latin.get(small);
  const cased = spelled && small !== letter ? spelled.charAt(0).toUpperCase() + spelled.slice(1) : spelled;
  const bare = letter.normalize('NFD').replaceAll(/\p{M}/gu, '');
  return [uzbek.get(letter), cased, bare].flatMap((other) => (other && other !== letter ? [other] : []));
}
