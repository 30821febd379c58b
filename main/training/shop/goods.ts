import type { ItemRow } from '../../domain/item.ts';
import { dairy } from './dairy.ts';
import { drinks } from './drinks.ts';
import { fresh } from './fresh.ts';
import { grocery } from './grocery.ts';
import { household } from './household.ts';
import { sweets } from './sweets.ts';

/** Everything the training shop sells: about 200 goods a shop in Uzbekistan has, at prices of 2026. */
export const trainingGoods: readonly ItemRow[] = [...grocery, ...dairy, ...sweets, ...drinks, ...household, ...fresh];

/** Names of the goods on the quick keys, row by row: what carries no barcode and is sold all day. */
const quickKeyNames: readonly string[] = [
  ['Obi non', 'Patir non', 'Toshkent noni', 'Paket kichik', 'Paket katta', 'Kashnich, bogʻ'],
  ['Kartoshka', 'Piyoz', 'Sabzi', 'Pomidor', 'Bodring', 'Karam'],
  ['Olma qizil', 'Banan', 'Limon', 'Uzum husayni', 'Anor', 'Tarvuz'],
  ['Mol goʻshti', 'Qoʻy goʻshti', 'Pishloq gollandcha', 'Mayiz', 'Turshak', 'Yongʻoq magʻzi'],
].flat();

/** Codes of the goods on the quick keys, in their order. */
export const trainingQuickKeys: readonly string[] = quickKeyNames.map((name) => trainingCode(name));

/** The first code of the training goods with this name, for demos and tests; throws when there are none. */
export function trainingCode(name: string): string {
  const code = trainingGoods.find((row) => row.name === name)?.codes[0];
  if (code === undefined) throw new Error(`the training shop does not sell ${name}`);
  return code;
}
