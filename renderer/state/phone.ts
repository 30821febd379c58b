/** Every phone in Uzbekistan: 998 and nine digits. */
const country = '998';
const ownDigits = 9;

/** The nine digits behind +998 out of anything typed or pasted; a number that came with its 998 loses it. */
export function phoneDigits(text: string): string {
  const digits = text.replaceAll(/\D/g, '');
  const own = digits.length > ownDigits && digits.startsWith(country) ? digits.slice(country.length) : digits;
  return own.slice(0, ownDigits);
}

/** `901234567` as it is read out: `90 123-45-67`, as far as it is keyed in. */
export function formatPhone(digits: string): string {
  const [operator, ...rest] = [digits.slice(0, 2), digits.slice(2, 5), digits.slice(5, 7), digits.slice(7)];
  return [operator, rest.filter((part) => part !== '').join('-')].filter((part) => part !== '').join(' ');
}

/** The whole number as the till keeps it (`998901234567`), or undefined while digits are missing. */
export function wholePhone(digits: string): string | undefined {
  return digits.length === ownDigits ? `${country}${digits}` : undefined;
}
