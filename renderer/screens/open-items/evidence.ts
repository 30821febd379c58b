import type { OpenItem, Verdict } from '../../../preload/api.ts';

/** The fewest characters that can tell how somebody knows. */
export const shortestEvidence = 5;

/** What a manager may say about a payment: perhaps taken, or on its way back. */
export function verdictsFor({ kind }: Pick<OpenItem, 'kind'>): readonly Verdict[] {
  return kind === 'cancelling' ? ['given-back', 'not-taken'] : ['taken', 'not-taken'];
}

/** True when enough was said to close an item: money that was taken needs the provider's number of it too. */
export function isEnough(verdict: Verdict | null, evidence: string, paymentId: string): boolean {
  if (verdict === null || evidence.trim().length < shortestEvidence) return false;
  return verdict !== 'taken' || paymentId.trim() !== '';
}
