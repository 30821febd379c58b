/** "Duplicate order": it stands already. */
const duplicate = '1013';
/** "Order already completed". */
const completed = '1019';
/** "Order not found". */
const notFound = '1018';
/** "Application error": a fault inside Flitt, at any point. */
const applicationError = '1002';

/** True when Flitt knows no order of this id. */
export function isNotFound(code: string): boolean {
  return code === notFound;
}

/** True when an order of this id stands already, so that its status tells more. */
export function standsAlready(code: string): boolean {
  return code === duplicate || code === completed;
}

/** True when the error says nothing about the order and may be gone at the next try. */
export function isPassing(code: string): boolean {
  return code === applicationError;
}

/**
 * Flitt's errors that prove the request was not carried out. Numbers: Fondy's "response codes" (the same gateway); 1008 is
 * Flitt's own sample for a missing parameter where Fondy says 1011. Absent: 1002, 1013, 1018 and 1019, which are
 * acted on above, and every number nobody documents.
 */
const refusals: ReadonlyMap<string, string> = new Map([
  ['1000', 'not-successful'],
  ['1006', 'shop-refused'],
  ['1007', 'request-refused'],
  ['1008', 'request-refused'],
  ['1009', 'request-refused'],
  ['1010', 'request-refused'],
  ['1011', 'request-refused'],
  ['1012', 'shop-refused'],
  ['1014', 'shop-refused'],
  ['1016', 'shop-refused'],
  ['1017', 'shop-refused'],
]);

/** The reason of a documented refusal, or undefined when the number proves none. */
export function refusalOf(code: string): string | undefined {
  return refusals.get(code);
}
