/** How many invoices one attempt may ask for: the first, and one for every answer that was lost. */
export const mostTries = 5;

/**
 * The name a shop's invoice has on our side: 20 characters at most, unique for the shop (FBOX, UzQR.md). It is made of the
 * attempt's id, so that the same question asked again is known as the same one. The last 20 hex digits of a v7 UUID begin
 * with its version, always 7; `round` stands there instead. 74 of their bits are chance: among ten million invoices
 * of a shop two are called the same once in 400 million shops, and then the second is refused, not charged.
 */
export function externalId(attemptId: string, round: number): string {
  return `${round}${attemptId.replaceAll('-', '').slice(-19)}`;
}
