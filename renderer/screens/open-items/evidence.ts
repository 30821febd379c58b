import { isEvidence } from '../../../main/domain/evidence.ts';
import type { OpenItem, Verdict } from '../../../preload/api.ts';

/** What a manager may say about a payment: perhaps taken, or on its way back. */
export function verdictsFor({ kind }: Pick<OpenItem, 'kind'>): readonly Verdict[] {
  return kind === 'cancelling' ? ['given-back', 'not-taken'] : ['taken', 'not-taken'];
}

/** True when enough was said to close an item: money that was taken needs the provider's number of it too. */
export function isEnough(verdict: Verdict | null, evidence: string, paymentId: string): boolean {
  if (verdict === null || !isEvidence(evidence)) return false;
  return verdict !== 'taken' || paymentId.trim() !== '';
}
