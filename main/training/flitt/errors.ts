/** What Flitt says of a failure: numbers of Fondy's "response codes" (the same gateway), 1008 from Flitt's own sample. */
export type FlittError = { code: number; message: string };

export const errors = {
  system: { code: 1002, message: 'Application error' },
  empty: { code: 1010, message: 'Request is empty' },
  currency: { code: 1012, message: 'Currency is not available for merchant' },
  duplicate: { code: 1013, message: 'Duplicate order' },
  signature: { code: 1014, message: 'Invalid signature' },
  merchant: { code: 1016, message: 'Merchant not found' },
  systems: { code: 1017, message: 'No payment systems available' },
  notFound: { code: 1018, message: 'Order not found' },
} as const satisfies Record<string, FlittError>;

/** A parameter that is not there. */
export const missing = (name: string): FlittError => ({ code: 1008, message: `Parameter \`${name}\` is mandatory` });

/** A parameter that cannot be. */
export const incorrect = (name: string): FlittError => ({ code: 1007, message: `Parameter \`${name}\` is incorrect` });
