import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';

/** The longest text an address can be. */
const longestAddress = 45;

/** An address as people write it: an IPv4 one that came over IPv6 without its prefix, none with a zone, nothing longer than one. */
export function plainAddress(ip: string): string {
  const [whole = ''] = ip.split('%');
  return (isIPv6(whole) ? whole.replace(/^::ffff:(?=\d+\.)/i, '') : whole).slice(0, longestAddress);
}

/** Who may call: everybody when nothing is said. Addresses are compared, not their spelling; what is no address may not. */
export function admission(allow: readonly string[] | undefined): (address: string) => boolean {
  if (!allow) return () => true;
  const list = new BlockList();
  for (const address of allow) list.addAddress(address, family(address));
  return (address) => isIP(address) !== 0 && list.check(address, family(address));
}

/** Whether who calls there is on this computer: a name of it, or an address that leads nowhere else. */
export function isLoopback(host: string): boolean {
  const address = plainAddress(host);
  return host === 'localhost' || address === '::1' || (isIPv4(address) && address.startsWith('127.'));
}

const family = (address: string): 'ipv4' | 'ipv6' => (isIPv6(address) ? 'ipv6' : 'ipv4');
