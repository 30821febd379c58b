/** Goods whose sums are easy to check by head, in tiyin: each has another price, so that two sales rarely cost the same. */
export const goods = [
  { code: '4780000000014', name: 'Non', price: 400_000 },
  { code: '4780000000021', name: 'Choy', price: 3_150_000 },
  { code: '4780000000038', name: 'Sut', price: 1_270_000 },
  { code: '4780000000045', name: 'Guruch', price: 2_090_000 },
] as const;

/** The catalogue file. */
export const catalogueCsv = [
  'code;name;price;unit;vat_percent;ikpu;package_code;unit_code;weighed;marked;group;min_age;cashless_only',
  ...goods.map(
    ({ code, name, price }, at) => `${code};${name};${price};dona;12;0190500100100000${at};150000${at};;0;0;Hammasi;;`,
  ),
].join('\n');

/** Seconds of the world: a charge is waited for this long, a code lives this long. */
export const patience = { timeoutSeconds: 5, codeLifetimeSeconds: 12 };
