/**
 * Which payments were asked to go back whole, so that none is asked twice: UzQR has no key against repetition. `refundId` is null
 * while no answer has come. Kept in the till's memory unless something that outlives it is given; after a restart without
 * it, a second request is held off by UzQR's own rule alone, that refunds never exceed the payment.
 */
export type SentRefunds = {
  find(payId: string): { refundId: string | null } | undefined;
  note(payId: string, refundId: string | null): void;
  forget(payId: string): void;
};

/** What this process remembers. */
export function rememberRefunds(): SentRefunds {
  const sent = new Map<string, { refundId: string | null }>();
  return {
    find: (payId) => sent.get(payId),
    note: (payId, refundId) => void sent.set(payId, { refundId }),
    forget: (payId) => void sent.delete(payId),
  };
}
