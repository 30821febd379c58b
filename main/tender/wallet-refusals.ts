/**
 * Payme's answers to a code that prove the customer was not charged, because Payme gives them before any card is debited.
 * Meanings: "PAYME GO ERRORS" of FBOX's Errors.md; -31610..-31612 and -31630 also in Payme's own list (developer help,
 * "Ошибки отправки чека").
 *
 * | code | what it says |
 * |---|---|
 * | -31400 | the temporary code is wrong or stale; card or device unknown or out of step |
 * | -31300, -31630 | the card: wrong number or date, blocked, expired, corporate, not enough money, limits |
 * | -31101, -31102, -31900, -31901 | this kind of card or operation is not served |
 * | -31601 | the shop's cashbox is unknown, blocked or under maintenance |
 * | -31610, -31611, -31612 | a field is wrong; amount too small; amount too large |
 *
 * Deliberately absent, therefore in doubt: -31602 ("not found or already paid"), -31640 (the debit itself failed),
 * -31001, -31002, -31100, -31620, -31624 (a server out of reach in the middle), -31622, -31623 (the merchant's side
 * misbehaves), -31700 (works going on). A false doubt costs a question; a false refusal, a second charge.
 */
export const walletRefusals: ReadonlyMap<number, string> = new Map([
  [-31400, 'code-refused'],
  [-31300, 'card-refused'],
  [-31630, 'card-refused'],
  [-31101, 'card-not-served'],
  [-31102, 'card-not-served'],
  [-31900, 'card-not-served'],
  [-31901, 'card-not-served'],
  [-31601, 'shop-refused'],
  [-31610, 'request-refused'],
  [-31611, 'amount-too-small'],
  [-31612, 'amount-too-large'],
]);
