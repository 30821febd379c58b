const longest = 500;

/** The provider's words for the screen and the journal, where the customer's code must never appear; at most 500 characters. */
export function providerWords(message: string, code = ''): string {
  return (code === '' ? message : message.replaceAll(code, '***')).slice(0, longest);
}
