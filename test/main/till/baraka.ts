import { barakaProvision } from '../../../scripts/torture/provision.ts';
import type { Addresses, Wishes } from '../../../scripts/torture/provision.ts';

export { cashbox } from '../../../scripts/torture/provision.ts';
export type { Addresses } from '../../../scripts/torture/provision.ts';

/** What a test may want different about the shop. */
export type Options = Omit<Wishes, 'paper'> & {
  printer?: boolean;
  /** A shop with every way to pay on the customer's own phone, and with the listener at a free port. */
  checkouts?: boolean;
  /** More rows for the catalogue. */
  goods?: string[];
  /** Starts without a provision file: the first start, before anybody chose anything. */
  fresh?: boolean;
};

export const bread = '4780000000014';
export const tea = '4780000000021';
export const beer = '4780000000038';
export const noIkpu = '4780000000045';

/** Real files for a real till: goods whose sums are easy to check by head (bread 4 000, tea 31 500). */
export const catalogueCsv = [
  'code;name;price;unit;vat_percent;ikpu;package_code;unit_code;weighed;marked;group;min_age;cashless_only',
  `${bread};Non;400000;dona;;01905001001000000;1500001;;0;0;Non;;`,
  `${tea};Choy;3150000;dona;12;00902001001000000;1500002;;0;0;Choy;;`,
  `${beer};Pivo;1500000;dona;12;02203001001000000;1500003;;0;0;Pivo;21;1`,
  `${noIkpu};Daftar;100000;dona;12;;;;0;0;;;`,
  `00123;Pomidor;1200000;kg;;00702001001000000;1500004;;1;0;Sabzavot;;`,
  `00124;Bodring;1234500;kg;;00707001001000000;1500005;;1;0;Sabzavot;;`,
].join('\n');

/** The shop's provision file for a box, a Payme and a printer on loopback. */
export function provisionFor(at: Addresses, { printer, checkouts: _checkouts, ...wishes }: Options): object {
  return barakaProvision(at, { ...wishes, ...(printer === false ? { paper: null } : {}) });
}
