import { checkDigit } from '../../main/domain/gtin.ts';

const list = (text: string): readonly string[] => text.split(', ');

const nouns = [
  'Goʻsht mol, Sut, Non, Choy qora, Choy koʻk, Qatiq, Tuxum, Guruch lazer, Shakar, Yogʻ paxta, Pishloq, Sariyogʻ',
  'Makaron, Un oliy nav, Asal togʻ, Sharbat olma, Suv gazli, Sovun, Tuz, Murabbo oʻrik, Молоко, Шоколад, Печенье',
  'Сметана, Творог, Колбаса, Сок яблочный, Вода минеральная, Кофе, Конфеты, Масло подсолнечное, Порошок стиральный',
  'Шампунь, Ёгурт, Ўрик қоқи, Қурут, Ҳолва, Мыло, Хлеб, Чай зелёный',
].flatMap(list);
const makers = list('Nestle, Musaffo, Lactel, Ahmad, Lipton, Baraka, Oltin, Crafers, Roshen, Яшкино');
const kinds = list('Extra, Classic, Premium, Mini, Yangi, Особый, Домашний, Oilaviy, Bolajon, Original');

/** The number on item `index`: an EAN-13 as goods of Uzbekistan carry it. */
export function codeOf(index: number): string {
  const digits = `478${String(index).padStart(9, '0')}`;
  return digits + String(checkDigit(digits));
}

/** The name of item `index`: a few words repeat a thousand times, as in any large shop, so that searches have work to do. */
export function nameOf(index: number): string {
  const pick = (words: readonly string[], step: number): string => words[Math.floor(index / step) % words.length] ?? '';
  const maker = pick(makers, nouns.length);
  const kind = pick(kinds, nouns.length * makers.length);
  const size = Math.floor(index / (nouns.length * makers.length * kinds.length));
  return `${pick(nouns, 1)} ${maker} ${kind} ${50 + 10 * size} g`;
}

/** A catalogue file of `items` goods, complete enough for the fiscal box; every fiftieth has a second code. */
export function catalogueFile(items: number): string {
  const head =
    'code;name;price;unit;vat_percent;ikpu;package_code;unit_code;weighed;marked;group;min_age;cashless_only';
  const rows = Array.from({ length: items }, (_, index) => {
    const codes = index % 50 === 0 ? `${codeOf(index)}|${codeOf(items + index)}` : codeOf(index);
    const price = (1 + (index % 400)) * 10_000;
    return `${codes};${nameOf(index)};${price};dona;12;01905001001000000;1500001;;0;0;G${index % 30};;`;
  });
  return [head, ...rows].join('\n');
}
